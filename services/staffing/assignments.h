#ifndef MUDIRIYA_SERVICES_STAFFING_ASSIGNMENTS_H_
#define MUDIRIYA_SERVICES_STAFFING_ASSIGNMENTS_H_

#include "absl/status/statusor.h"
#include "common/call/call.h"
#include "common/resource/table.h"
#include "google/protobuf/empty.pb.h"
#include "mudiriya/staffing/v1/assignment.pb.h"
#include "mudiriya/staffing/v1/assignment_service.pb.h"
#include "services/staffing/record_rules.h"

namespace mudiriya::staffing {

const resource::Table<v1::Assignment>& Assignments();

// An assignment takes the person's cadre of the day on which it is made.
// Returns INVALID_ARGUMENT for references that do not exist, a department of another facility, or
// an end before the start; NOT_FOUND for a person who is not there; FAILED_PRECONDITION
// (FTE_OVER_ONE) with the day and the sum if the person's shares would exceed 1 on it.
const RecordRules<v1::Assignment>& AssignmentRules();

absl::StatusOr<v1::Assignment> GetAssignment(Call& call, const v1::GetAssignmentRequest& request);
absl::StatusOr<v1::ListAssignmentsResponse> ListAssignments(
    Call& call, const v1::ListAssignmentsRequest& request);
absl::StatusOr<v1::Assignment> CreateAssignment(Call& call,
                                                const v1::CreateAssignmentRequest& request);
absl::StatusOr<v1::Assignment> UpdateAssignment(Call& call,
                                                const v1::UpdateAssignmentRequest& request);
absl::StatusOr<google::protobuf::Empty> DeleteAssignment(
    Call& call, const v1::DeleteAssignmentRequest& request);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_ASSIGNMENTS_H_
