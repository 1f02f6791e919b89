#include "services/staffing/support_activities.h"

#include <string>

#include "common/resource/standard.h"
#include "common/status/macros.h"
#include "services/staffing/allowances.h"
#include "services/staffing/common_rules.h"

namespace mudiriya::staffing {
namespace {

namespace standard = resource::standard;

absl::Status CheckStored(db::Transaction& tx, const WriteScope& scope,
                         absl::Span<RowWrite<v1::SupportActivity>> batch) {
  RETURN_IF_ERROR(CheckCadres(tx, "support_activity.cadre", scope, batch, Keep::kAlone));
  return CheckAllowances(tx, scope.directorate, batch);
}

RecordRules<v1::SupportActivity> MakeRules() {
  RecordRules<v1::SupportActivity> rules;
  rules.field = "support_activity";
  rules.check_stored = &CheckStored;
  rules.touch = &TouchCadres<v1::SupportActivity>;
  return rules;
}

}  // namespace

const resource::Table<v1::SupportActivity>& SupportActivities() {
  using namespace resource;  // NOLINT: the column kinds read as a list
  static const Table<v1::SupportActivity> table("support_activity",
                                                {
                                                    Reference("cadre").Filterable().Sortable(),
                                                    Text("display_name.ar").Sortable(),
                                                    Text("display_name.en").Sortable(),
                                                    Text("display_name.fr").Sortable(),
                                                    Search("display_name").Filterable().Sortable(),
                                                    Number("amount").Filterable().Sortable(),
                                                    EnumName("unit").Filterable(),
                                                });
  return table;
}

const RecordRules<v1::SupportActivity>& SupportActivityRules() {
  static const RecordRules<v1::SupportActivity> rules = MakeRules();
  return rules;
}

absl::StatusOr<v1::SupportActivity> GetSupportActivity(
    Call& call, const v1::GetSupportActivityRequest& request) {
  return standard::Get(call, SupportActivities(), request);
}

absl::StatusOr<v1::ListSupportActivitiesResponse> ListSupportActivities(
    Call& call, const v1::ListSupportActivitiesRequest& request) {
  return standard::List<v1::ListSupportActivitiesResponse>(call, SupportActivities(), request);
}

absl::StatusOr<v1::SupportActivity> CreateSupportActivity(
    Call& call, const v1::CreateSupportActivityRequest& request) {
  return standard::Create(
      call, SupportActivities(), request,
      HooksOf(SupportActivityRules(), request.parent(), request.support_activity()));
}

absl::StatusOr<v1::SupportActivity> UpdateSupportActivity(
    Call& call, const v1::UpdateSupportActivityRequest& request) {
  const v1::SupportActivity& row = request.support_activity();
  return standard::Update(call, SupportActivities(), request,
                          HooksOf(SupportActivityRules(), row.name(), row, request.update_mask()));
}

absl::StatusOr<google::protobuf::Empty> DeleteSupportActivity(
    Call& call, const v1::DeleteSupportActivityRequest& request) {
  return standard::Delete<google::protobuf::Empty>(call, SupportActivities(), request,
                                                   HooksOf(SupportActivityRules(), request.name()));
}

}  // namespace mudiriya::staffing
