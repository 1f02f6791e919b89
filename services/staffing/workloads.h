#ifndef MUDIRIYA_SERVICES_STAFFING_WORKLOADS_H_
#define MUDIRIYA_SERVICES_STAFFING_WORKLOADS_H_

#include "absl/status/statusor.h"
#include "common/call/call.h"
#include "common/resource/table.h"
#include "google/protobuf/empty.pb.h"
#include "mudiriya/staffing/v1/workload.pb.h"
#include "mudiriya/staffing/v1/workload_service.pb.h"
#include "services/staffing/record_rules.h"

namespace mudiriya::staffing {

const resource::Table<v1::Workload>& Workloads();

// The id follows from facility, activity standard and year.
// Returns INVALID_ARGUMENT for references that do not exist, another id, or a standard that is for
// another type of facility (MISMATCH).
const RecordRules<v1::Workload>& WorkloadRules();

absl::StatusOr<v1::Workload> GetWorkload(Call& call, const v1::GetWorkloadRequest& request);
absl::StatusOr<v1::ListWorkloadsResponse> ListWorkloads(Call& call,
                                                        const v1::ListWorkloadsRequest& request);
absl::StatusOr<v1::Workload> CreateWorkload(Call& call, const v1::CreateWorkloadRequest& request);
absl::StatusOr<v1::Workload> UpdateWorkload(Call& call, const v1::UpdateWorkloadRequest& request);
absl::StatusOr<google::protobuf::Empty> DeleteWorkload(Call& call,
                                                       const v1::DeleteWorkloadRequest& request);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_WORKLOADS_H_
