#ifndef MUDIRIYA_SERVICES_STAFFING_ACTIVITY_STANDARDS_H_
#define MUDIRIYA_SERVICES_STAFFING_ACTIVITY_STANDARDS_H_

#include "absl/status/statusor.h"
#include "common/call/call.h"
#include "common/resource/table.h"
#include "google/protobuf/empty.pb.h"
#include "mudiriya/staffing/v1/activity_standard.pb.h"
#include "mudiriya/staffing/v1/activity_standard_service.pb.h"

namespace mudiriya::staffing {

const resource::Table<v1::ActivityStandard>& ActivityStandards();

absl::StatusOr<v1::ActivityStandard> GetActivityStandard(
    Call& call, const v1::GetActivityStandardRequest& request);
absl::StatusOr<v1::ListActivityStandardsResponse> ListActivityStandards(
    Call& call, const v1::ListActivityStandardsRequest& request);

// Returns INVALID_ARGUMENT unless just one of unit time and rate is given, or for an unknown cadre.
absl::StatusOr<v1::ActivityStandard> CreateActivityStandard(
    Call& call, const v1::CreateActivityStandardRequest& request);
absl::StatusOr<v1::ActivityStandard> UpdateActivityStandard(
    Call& call, const v1::UpdateActivityStandardRequest& request);

// Returns FAILED_PRECONDITION (IN_USE) while workloads of the standard are on record.
absl::StatusOr<google::protobuf::Empty> DeleteActivityStandard(
    Call& call, const v1::DeleteActivityStandardRequest& request);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_ACTIVITY_STANDARDS_H_
