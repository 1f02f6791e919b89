#ifndef MUDIRIYA_SERVICES_STAFFING_WORKING_TIMES_H_
#define MUDIRIYA_SERVICES_STAFFING_WORKING_TIMES_H_

#include "absl/status/statusor.h"
#include "common/call/call.h"
#include "common/resource/table.h"
#include "google/protobuf/empty.pb.h"
#include "mudiriya/staffing/v1/working_time.pb.h"
#include "mudiriya/staffing/v1/working_time_service.pb.h"
#include "services/staffing/record_rules.h"

namespace mudiriya::staffing {

const resource::Table<v1::WorkingTime>& WorkingTimes();

// The id is the cadre's. Public holidays that are not given are counted in the registry's calendar.
// Returns INVALID_ARGUMENT if no time for work is left (NOT_GREATER), or the cadre's support
// activities would take up all of it (ALLOWANCES_REACH_ONE).
const RecordRules<v1::WorkingTime>& WorkingTimeRules();

absl::StatusOr<v1::WorkingTime> GetWorkingTime(Call& call,
                                               const v1::GetWorkingTimeRequest& request);
absl::StatusOr<v1::ListWorkingTimesResponse> ListWorkingTimes(
    Call& call, const v1::ListWorkingTimesRequest& request);
absl::StatusOr<v1::WorkingTime> CreateWorkingTime(Call& call,
                                                  const v1::CreateWorkingTimeRequest& request);
absl::StatusOr<v1::WorkingTime> UpdateWorkingTime(Call& call,
                                                  const v1::UpdateWorkingTimeRequest& request);
absl::StatusOr<google::protobuf::Empty> DeleteWorkingTime(
    Call& call, const v1::DeleteWorkingTimeRequest& request);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_WORKING_TIMES_H_
