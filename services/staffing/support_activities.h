#ifndef MUDIRIYA_SERVICES_STAFFING_SUPPORT_ACTIVITIES_H_
#define MUDIRIYA_SERVICES_STAFFING_SUPPORT_ACTIVITIES_H_

#include "absl/status/statusor.h"
#include "common/call/call.h"
#include "common/resource/table.h"
#include "google/protobuf/empty.pb.h"
#include "mudiriya/staffing/v1/support_activity.pb.h"
#include "mudiriya/staffing/v1/support_activity_service.pb.h"
#include "services/staffing/record_rules.h"

namespace mudiriya::staffing {

const resource::Table<v1::SupportActivity>& SupportActivities();

// Returns INVALID_ARGUMENT (ALLOWANCES_REACH_ONE) if the shares of the cadre's support activities
// would reach 1, and for an unknown cadre.
const RecordRules<v1::SupportActivity>& SupportActivityRules();

absl::StatusOr<v1::SupportActivity> GetSupportActivity(
    Call& call, const v1::GetSupportActivityRequest& request);
absl::StatusOr<v1::ListSupportActivitiesResponse> ListSupportActivities(
    Call& call, const v1::ListSupportActivitiesRequest& request);
absl::StatusOr<v1::SupportActivity> CreateSupportActivity(
    Call& call, const v1::CreateSupportActivityRequest& request);
absl::StatusOr<v1::SupportActivity> UpdateSupportActivity(
    Call& call, const v1::UpdateSupportActivityRequest& request);
absl::StatusOr<google::protobuf::Empty> DeleteSupportActivity(
    Call& call, const v1::DeleteSupportActivityRequest& request);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_SUPPORT_ACTIVITIES_H_
