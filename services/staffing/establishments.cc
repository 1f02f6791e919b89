#include "services/staffing/establishments.h"

#include <memory>
#include <string>

#include "common/resource/standard.h"
#include "common/status/macros.h"
#include "services/staffing/levels.h"
#include "services/staffing/row_id.h"
#include "services/staffing/write_scope.h"

namespace mudiriya::staffing {
namespace {

using google::protobuf::FieldMask;
using resource::Hooks;
namespace standard = resource::standard;

// `unit-17--nursing`.
std::string IdFor(const v1::Establishment& row) {
  return RowId({IdOf(row.facility()), IdOf(row.cadre())});
}

// The rules of a write; `row` and `mask` are those of the request.
Hooks<v1::Establishment> RulesOf(absl::string_view name, const v1::Establishment& row,
                                 const FieldMask& mask) {
  const std::shared_ptr<WriteScope> scope = ScopeOf(name);
  if (Writes(mask, "facility")) scope->references.Add("establishment.facility", row.facility());
  Hooks<v1::Establishment> hooks;
  hooks.before_transaction = Prepare(scope);
  hooks.before_write = [scope](db::Transaction& tx, const v1::Establishment* old,
                               v1::Establishment& next) -> absl::Status {
    if (old != nullptr) return absl::OkStatus();
    RETURN_IF_ERROR(CheckRowId("establishment.name", IdOf(next.name()), IdFor(next)));
    return CheckCadre(tx, scope->directorate, "establishment.cadre", next.cadre());
  };
  hooks.after_write = [scope](db::Transaction& tx, const v1::Establishment* old,
                              const v1::Establishment* next) {
    const v1::Establishment& row = next != nullptr ? *next : *old;
    const LevelKey key{std::string(IdOf(row.facility())), std::string(IdOf(row.cadre()))};
    return RefreshLevels(tx, scope->directorate, {key}, scope->today);
  };
  return hooks;
}

}  // namespace

const resource::Table<v1::Establishment>& Establishments() {
  using namespace resource;  // NOLINT: the column kinds read as a list
  static const Table<v1::Establishment> table("establishment",
                                              {
                                                  Reference("facility").Filterable().Sortable(),
                                                  Reference("cadre").Filterable().Sortable(),
                                                  Number("posts").Filterable().Sortable(),
                                                  Text("source").Filterable(),
                                              });
  return table;
}

absl::StatusOr<v1::Establishment> GetEstablishment(Call& call,
                                                   const v1::GetEstablishmentRequest& request) {
  return standard::Get(call, Establishments(), request);
}

absl::StatusOr<v1::ListEstablishmentsResponse> ListEstablishments(
    Call& call, const v1::ListEstablishmentsRequest& request) {
  return standard::List<v1::ListEstablishmentsResponse>(call, Establishments(), request);
}

absl::StatusOr<v1::Establishment> CreateEstablishment(
    Call& call, const v1::CreateEstablishmentRequest& request) {
  v1::CreateEstablishmentRequest named = request;
  if (named.establishment_id().empty()) named.set_establishment_id(IdFor(request.establishment()));
  return standard::Create(call, Establishments(), named,
                          RulesOf(request.parent(), request.establishment(), AllFields()));
}

absl::StatusOr<v1::Establishment> UpdateEstablishment(
    Call& call, const v1::UpdateEstablishmentRequest& request) {
  const v1::Establishment& row = request.establishment();
  return standard::Update(call, Establishments(), request,
                          RulesOf(row.name(), row, request.update_mask()));
}

absl::StatusOr<google::protobuf::Empty> DeleteEstablishment(
    Call& call, const v1::DeleteEstablishmentRequest& request) {
  return standard::Delete<google::protobuf::Empty>(call, Establishments(), request,
                                                   RulesOf(request.name(), {}, AllFields()));
}

}  // namespace mudiriya::staffing
