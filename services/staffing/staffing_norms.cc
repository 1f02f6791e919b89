#include "services/staffing/staffing_norms.h"

#include <string>

#include "common/resource/standard.h"
#include "services/staffing/common_rules.h"

namespace mudiriya::staffing {
namespace {

namespace standard = resource::standard;

// `health-centre--nurse`.
std::string IdFor(const v1::StaffingNorm& row) {
  using registry::v1::Facility;
  return RowId({IdPart(Facility::Type_Name(row.facility_type())), IdOf(row.cadre())});
}

RecordRules<v1::StaffingNorm> MakeRules() {
  RecordRules<v1::StaffingNorm> rules;
  rules.field = "staffing_norm";
  rules.id_of = &IdFor;
  rules.check_stored = [](db::Transaction& tx, const WriteScope& scope, auto batch) {
    return CheckCadres(tx, "staffing_norm.cadre", scope, batch);
  };
  rules.touch = &TouchCadres<v1::StaffingNorm>;
  return rules;
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

const RecordRules<v1::StaffingNorm>& StaffingNormRules() {
  static const RecordRules<v1::StaffingNorm> rules = MakeRules();
  return rules;
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
  return standard::Create(call, StaffingNorms(), named,
                          HooksOf(StaffingNormRules(), request.parent(), request.staffing_norm()));
}

absl::StatusOr<v1::StaffingNorm> UpdateStaffingNorm(Call& call,
                                                    const v1::UpdateStaffingNormRequest& request) {
  const v1::StaffingNorm& row = request.staffing_norm();
  return standard::Update(call, StaffingNorms(), request,
                          HooksOf(StaffingNormRules(), row.name(), row, request.update_mask()));
}

absl::StatusOr<google::protobuf::Empty> DeleteStaffingNorm(
    Call& call, const v1::DeleteStaffingNormRequest& request) {
  return standard::Delete<google::protobuf::Empty>(call, StaffingNorms(), request,
                                                   HooksOf(StaffingNormRules(), request.name()));
}

}  // namespace mudiriya::staffing
