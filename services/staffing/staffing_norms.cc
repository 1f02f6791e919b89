#include "services/staffing/staffing_norms.h"

#include <memory>
#include <string>

#include "common/resource/standard.h"
#include "common/status/macros.h"
#include "services/staffing/levels.h"
#include "services/staffing/row_id.h"
#include "services/staffing/write_scope.h"

namespace mudiriya::staffing {
namespace {

using resource::Hooks;
namespace standard = resource::standard;

// `health-centre--nurse`.
std::string IdFor(const v1::StaffingNorm& row) {
  using registry::v1::Facility;
  return RowId({IdPart(Facility::Type_Name(row.facility_type())), IdOf(row.cadre())});
}

Hooks<v1::StaffingNorm> RulesOf(absl::string_view name) {
  const std::shared_ptr<WriteScope> scope = ScopeOf(name);
  Hooks<v1::StaffingNorm> hooks;
  hooks.before_transaction = Prepare(scope);
  hooks.before_write = [scope](db::Transaction& tx, const v1::StaffingNorm* old,
                               v1::StaffingNorm& next) -> absl::Status {
    if (old != nullptr) return absl::OkStatus();
    RETURN_IF_ERROR(CheckRowId("staffing_norm.name", IdOf(next.name()), IdFor(next)));
    return CheckCadre(tx, scope->directorate, "staffing_norm.cadre", next.cadre());
  };
  hooks.after_write = [scope](db::Transaction& tx, const v1::StaffingNorm* old,
                              const v1::StaffingNorm* next) {
    const v1::StaffingNorm& row = next != nullptr ? *next : *old;
    return RefreshLevelsOfCadre(tx, scope->directorate, IdOf(row.cadre()), scope->today);
  };
  return hooks;
}

}  // namespace

const resource::Table<v1::StaffingNorm>& StaffingNorms() {
  using namespace resource;  // NOLINT: the column kinds read as a list
  static const Table<v1::StaffingNorm> table("staffing_norm",
                                             {
                                                 EnumName("facility_type").Filterable().Sortable(),
                                                 Reference("cadre").Filterable().Sortable(),
                                                 EnumName("basis").Filterable(),
                                                 Number("staff").Filterable().Sortable(),
                                                 Number("minimum_staff"),
                                                 Text("source"),
                                             });
  return table;
}

absl::StatusOr<v1::StaffingNorm> GetStaffingNorm(Call& call,
                                                 const v1::GetStaffingNormRequest& request) {
  return standard::Get(call, StaffingNorms(), request);
}

absl::StatusOr<v1::ListStaffingNormsResponse> ListStaffingNorms(
    Call& call, const v1::ListStaffingNormsRequest& request) {
  return standard::List<v1::ListStaffingNormsResponse>(call, StaffingNorms(), request);
}

absl::StatusOr<v1::StaffingNorm> CreateStaffingNorm(Call& call,
                                                    const v1::CreateStaffingNormRequest& request) {
  v1::CreateStaffingNormRequest named = request;
  if (named.staffing_norm_id().empty()) named.set_staffing_norm_id(IdFor(request.staffing_norm()));
  return standard::Create(call, StaffingNorms(), named, RulesOf(request.parent()));
}

absl::StatusOr<v1::StaffingNorm> UpdateStaffingNorm(Call& call,
                                                    const v1::UpdateStaffingNormRequest& request) {
  return standard::Update(call, StaffingNorms(), request, RulesOf(request.staffing_norm().name()));
}

absl::StatusOr<google::protobuf::Empty> DeleteStaffingNorm(
    Call& call, const v1::DeleteStaffingNormRequest& request) {
  return standard::Delete<google::protobuf::Empty>(call, StaffingNorms(), request,
                                                   RulesOf(request.name()));
}

}  // namespace mudiriya::staffing
