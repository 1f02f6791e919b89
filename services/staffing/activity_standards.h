#ifndef MUDIRIYA_SERVICES_STAFFING_ACTIVITY_STANDARDS_H_
#define MUDIRIYA_SERVICES_STAFFING_ACTIVITY_STANDARDS_H_

#include "absl/status/statusor.h"
#include "common/call/call.h"
#include "common/resource/table.h"
#include "google/protobuf/empty.pb.h"
#include "mudiriya/staffing/v1/activity_standard.pb.h"
#include "mudiriya/staffing/v1/activity_standard_service.pb.h"
#include "services/staffing/record_rules.h"

namespace mudiriya::staffing {

const resource::Table<v1::ActivityStandard>& ActivityStandards();

// Returns INVALID_ARGUMENT unless just one of unit time and rate is given, or for an unknown cadre;
// FAILED_PRECONDITION (IN_USE) for a deletion while workloads of the standard are on record.
const RecordRules<v1::ActivityStandard>& ActivityStandardRules();

absl::StatusOr<v1::ActivityStandard> GetActivityStandard(
    Call& call, const v1::GetActivityStandardRequest& request);
absl::StatusOr<v1::ListActivityStandardsResponse> ListActivityStandards(
    Call& call, const v1::ListActivityStandardsRequest& request);
absl::StatusOr<v1::ActivityStandard> CreateActivityStandard(
    Call& call, const v1::CreateActivityStandardRequest& request);
absl::StatusOr<v1::ActivityStandard> UpdateActivityStandard(
    Call& call, const v1::UpdateActivityStandardRequest& request);
absl::StatusOr<google::protobuf::Empty> DeleteActivityStandard(
    Call& call, const v1::DeleteActivityStandardRequest& request);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_ACTIVITY_STANDARDS_H_
