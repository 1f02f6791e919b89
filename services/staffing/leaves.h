#ifndef MUDIRIYA_SERVICES_STAFFING_LEAVES_H_
#define MUDIRIYA_SERVICES_STAFFING_LEAVES_H_

#include "absl/status/statusor.h"
#include "common/call/call.h"
#include "common/resource/table.h"
#include "google/protobuf/empty.pb.h"
#include "mudiriya/staffing/v1/leave.pb.h"
#include "mudiriya/staffing/v1/leave_service.pb.h"
#include "services/staffing/record_rules.h"

namespace mudiriya::staffing {

const resource::Table<v1::Leave>& Leaves();

// Returns INVALID_ARGUMENT for an end before the start (END_BEFORE_START) or a day that another
// leave of the person holds already (OVERLAP), NOT_FOUND for a person who is not there.
const RecordRules<v1::Leave>& LeaveRules();

absl::StatusOr<v1::Leave> GetLeave(Call& call, const v1::GetLeaveRequest& request);
absl::StatusOr<v1::ListLeavesResponse> ListLeaves(Call& call, const v1::ListLeavesRequest& request);
absl::StatusOr<v1::Leave> CreateLeave(Call& call, const v1::CreateLeaveRequest& request);
absl::StatusOr<v1::Leave> UpdateLeave(Call& call, const v1::UpdateLeaveRequest& request);
absl::StatusOr<google::protobuf::Empty> DeleteLeave(Call& call,
                                                    const v1::DeleteLeaveRequest& request);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_LEAVES_H_
