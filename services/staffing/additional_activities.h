#ifndef MUDIRIYA_SERVICES_STAFFING_ADDITIONAL_ACTIVITIES_H_
#define MUDIRIYA_SERVICES_STAFFING_ADDITIONAL_ACTIVITIES_H_

#include "absl/status/statusor.h"
#include "common/call/call.h"
#include "common/resource/table.h"
#include "google/protobuf/empty.pb.h"
#include "mudiriya/staffing/v1/additional_activity.pb.h"
#include "mudiriya/staffing/v1/additional_activity_service.pb.h"
#include "services/staffing/record_rules.h"

namespace mudiriya::staffing {

const resource::Table<v1::AdditionalActivity>& AdditionalActivities();

// Returns INVALID_ARGUMENT for references that do not exist.
const RecordRules<v1::AdditionalActivity>& AdditionalActivityRules();

absl::StatusOr<v1::AdditionalActivity> GetAdditionalActivity(
    Call& call, const v1::GetAdditionalActivityRequest& request);
absl::StatusOr<v1::ListAdditionalActivitiesResponse> ListAdditionalActivities(
    Call& call, const v1::ListAdditionalActivitiesRequest& request);
absl::StatusOr<v1::AdditionalActivity> CreateAdditionalActivity(
    Call& call, const v1::CreateAdditionalActivityRequest& request);
absl::StatusOr<v1::AdditionalActivity> UpdateAdditionalActivity(
    Call& call, const v1::UpdateAdditionalActivityRequest& request);
absl::StatusOr<google::protobuf::Empty> DeleteAdditionalActivity(
    Call& call, const v1::DeleteAdditionalActivityRequest& request);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_ADDITIONAL_ACTIVITIES_H_
