#include "services/staffing/cadres.h"

#include <memory>
#include <string>

#include "common/resource/name.h"
#include "common/resource/standard.h"
#include "common/status/errors.h"
#include "common/status/macros.h"
#include "services/staffing/levels.h"
#include "services/staffing/row_id.h"
#include "services/staffing/write_scope.h"

namespace mudiriya::staffing {
namespace {

using resource::Hooks;
namespace standard = resource::standard;

// Returns FAILED_PRECONDITION (IN_USE) naming a person of the cadre, if there is one.
absl::Status CheckUnused(db::Transaction& tx, const v1::Cadre& cadre) {
  const std::string directorate(resource::DirectorateOf(cadre.name()));
  ASSIGN_OR_RETURN(const db::ResultSet people,
                   tx.Query("SELECT staff_member_id FROM staff_member WHERE directorate_id = ?"
                            " AND cadre_id = ? AND delete_time IS NULL LIMIT 1",
                            {{directorate, std::string(IdOf(cadre.name()))}}));
  if (people.empty()) return absl::OkStatus();
  const std::string user =
      absl::StrCat("directorates/", directorate, "/staffMembers/", people.front().Text(0));
  return Error(Reason::IN_USE, {{"name", cadre.name()}, {"user", user}});
}

bool CountsAlike(const v1::Cadre* old, const v1::Cadre* next) {
  return old != nullptr && next != nullptr &&
         old->counts_as_skilled() == next->counts_as_skilled() &&
         old->has_delete_time() == next->has_delete_time();
}

Hooks<v1::Cadre> CadreHooks(absl::string_view name) {
  const std::shared_ptr<WriteScope> scope = ScopeOf(name);
  Hooks<v1::Cadre> hooks;
  hooks.before_transaction = Prepare(scope);
  hooks.before_delete = &CheckUnused;
  hooks.after_write = [scope](db::Transaction& tx, const v1::Cadre* old, const v1::Cadre* next) {
    if (CountsAlike(old, next)) return absl::OkStatus();
    return RefreshLevelsOfCadre(tx, scope->directorate, IdOf(next->name()), scope->today);
  };
  return hooks;
}

}  // namespace

const resource::Table<v1::Cadre>& Cadres() {
  using namespace resource;  // NOLINT: the column kinds read as a list
  static const Table<v1::Cadre> table("cadre", {
                                                   Text("display_name.ar").Sortable(),
                                                   Text("display_name.en").Sortable(),
                                                   Text("display_name.fr").Sortable(),
                                                   Search("display_name").Filterable().Sortable(),
                                                   Text("isco_code").Filterable().Sortable(),
                                                   EnumName("category").Filterable().Sortable(),
                                                   Bool("counts_as_skilled").Filterable(),
                                               });
  return table;
}

absl::StatusOr<v1::Cadre> GetCadre(Call& call, const v1::GetCadreRequest& request) {
  return standard::Get(call, Cadres(), request);
}

absl::StatusOr<v1::ListCadresResponse> ListCadres(Call& call,
                                                  const v1::ListCadresRequest& request) {
  return standard::List<v1::ListCadresResponse>(call, Cadres(), request);
}

absl::StatusOr<v1::Cadre> CreateCadre(Call& call, const v1::CreateCadreRequest& request) {
  return standard::Create(call, Cadres(), request, CadreHooks(request.parent()));
}

absl::StatusOr<v1::Cadre> UpdateCadre(Call& call, const v1::UpdateCadreRequest& request) {
  return standard::Update(call, Cadres(), request, CadreHooks(request.cadre().name()));
}

absl::StatusOr<v1::Cadre> DeleteCadre(Call& call, const v1::DeleteCadreRequest& request) {
  return standard::Delete<v1::Cadre>(call, Cadres(), request, CadreHooks(request.name()));
}

absl::StatusOr<v1::Cadre> UndeleteCadre(Call& call, const v1::UndeleteCadreRequest& request) {
  return standard::Undelete(call, Cadres(), request, CadreHooks(request.name()));
}

}  // namespace mudiriya::staffing
