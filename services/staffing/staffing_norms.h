#ifndef MUDIRIYA_SERVICES_STAFFING_STAFFING_NORMS_H_
#define MUDIRIYA_SERVICES_STAFFING_STAFFING_NORMS_H_

#include "absl/status/statusor.h"
#include "common/call/call.h"
#include "common/resource/table.h"
#include "google/protobuf/empty.pb.h"
#include "mudiriya/staffing/v1/staffing_norm.pb.h"
#include "mudiriya/staffing/v1/staffing_norm_service.pb.h"
#include "services/staffing/record_rules.h"

namespace mudiriya::staffing {

const resource::Table<v1::StaffingNorm>& StaffingNorms();

// The id follows from facility type and cadre.
// Returns INVALID_ARGUMENT for an unknown cadre or another id.
const RecordRules<v1::StaffingNorm>& StaffingNormRules();

absl::StatusOr<v1::StaffingNorm> GetStaffingNorm(Call& call,
                                                 const v1::GetStaffingNormRequest& request);
absl::StatusOr<v1::ListStaffingNormsResponse> ListStaffingNorms(
    Call& call, const v1::ListStaffingNormsRequest& request);
absl::StatusOr<v1::StaffingNorm> CreateStaffingNorm(Call& call,
                                                    const v1::CreateStaffingNormRequest& request);
absl::StatusOr<v1::StaffingNorm> UpdateStaffingNorm(Call& call,
                                                    const v1::UpdateStaffingNormRequest& request);
absl::StatusOr<google::protobuf::Empty> DeleteStaffingNorm(
    Call& call, const v1::DeleteStaffingNormRequest& request);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_STAFFING_NORMS_H_
