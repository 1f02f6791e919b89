#include "services/staffing/cadres.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "common/resource/name.h"
#include "common/resource/standard.h"
#include "common/status/errors.h"
#include "common/status/macros.h"

namespace mudiriya::staffing {
namespace {

namespace standard = resource::standard;

// Returns FAILED_PRECONDITION (IN_USE) naming a person of the cadre, if there is one.
absl::Status CheckUnused(db::Transaction& tx, const WriteScope& scope, const v1::Cadre& cadre) {
  ASSIGN_OR_RETURN(const db::ResultSet people,
                   tx.Query("SELECT staff_member_id FROM staff_member WHERE directorate_id = ?"
                            " AND cadre_id = ? AND delete_time IS NULL LIMIT 1",
                            {{scope.directorate, std::string(IdOf(cadre.name()))}}));
  if (people.empty()) return absl::OkStatus();
  return Error(Reason::IN_USE, {{"name", cadre.name()},
                                {"user", absl::StrCat("directorates/", scope.directorate,
                                                      "/staffMembers/", people.front().Text(0))}});
}

bool CountsAlike(const RowChange<v1::Cadre>& change) {
  return change.old != nullptr && change.next != nullptr &&
         change.old->counts_as_skilled() == change.next->counts_as_skilled() &&
         change.old->has_delete_time() == change.next->has_delete_time();
}

// A cadre bears on levels by being there, and by counting in the density or not.
absl::Status TouchDensity(db::Transaction&, const WriteScope&,
                          absl::Span<const RowChange<v1::Cadre>> changes, Touched& touched) {
  for (const RowChange<v1::Cadre>& change : changes) {
    if (!CountsAlike(change)) touched.cadres.emplace(IdOf(change.either().name()));
  }
  return absl::OkStatus();
}

RecordRules<v1::Cadre> MakeRules() {
  RecordRules<v1::Cadre> rules;
  rules.field = "cadre";
  rules.check_delete = &CheckUnused;
  rules.touch = &TouchDensity;
  return rules;
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

const RecordRules<v1::Cadre>& CadreRules() {
  static const RecordRules<v1::Cadre> rules = MakeRules();
  return rules;
}

absl::StatusOr<v1::Cadre> GetCadre(Call& call, const v1::GetCadreRequest& request) {
  return standard::Get(call, Cadres(), request);
}

absl::StatusOr<v1::ListCadresResponse> ListCadres(Call& call,
                                                  const v1::ListCadresRequest& request) {
  return standard::List<v1::ListCadresResponse>(call, Cadres(), request);
}

absl::StatusOr<v1::Cadre> CreateCadre(Call& call, const v1::CreateCadreRequest& request) {
  return standard::Create(call, Cadres(), request,
                          HooksOf(CadreRules(), request.parent(), request.cadre()));
}

absl::StatusOr<v1::Cadre> UpdateCadre(Call& call, const v1::UpdateCadreRequest& request) {
  const v1::Cadre& row = request.cadre();
  return standard::Update(call, Cadres(), request,
                          HooksOf(CadreRules(), row.name(), row, request.update_mask()));
}

absl::StatusOr<v1::Cadre> DeleteCadre(Call& call, const v1::DeleteCadreRequest& request) {
  return standard::Delete<v1::Cadre>(call, Cadres(), request,
                                     HooksOf(CadreRules(), request.name()));
}

absl::StatusOr<v1::Cadre> UndeleteCadre(Call& call, const v1::UndeleteCadreRequest& request) {
  return standard::Undelete(call, Cadres(), request, HooksOf(CadreRules(), request.name()));
}

}  // namespace mudiriya::staffing
