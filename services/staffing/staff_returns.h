#ifndef MUDIRIYA_SERVICES_STAFFING_STAFF_RETURNS_H_
#define MUDIRIYA_SERVICES_STAFFING_STAFF_RETURNS_H_

#include "absl/status/statusor.h"
#include "common/call/call.h"
#include "common/resource/table.h"
#include "google/protobuf/empty.pb.h"
#include "mudiriya/staffing/v1/staff_return.pb.h"
#include "mudiriya/staffing/v1/staff_return_service.pb.h"
#include "services/staffing/record_rules.h"

namespace mudiriya::staffing {

const resource::Table<v1::StaffReturn>& StaffReturns();

// The id follows from facility, cadre and month.
// Returns INVALID_ARGUMENT for references that do not exist, another id, a month that is not given
// by its first day, or more people at full time than there are.
const RecordRules<v1::StaffReturn>& StaffReturnRules();

absl::StatusOr<v1::StaffReturn> GetStaffReturn(Call& call,
                                               const v1::GetStaffReturnRequest& request);
absl::StatusOr<v1::ListStaffReturnsResponse> ListStaffReturns(
    Call& call, const v1::ListStaffReturnsRequest& request);
absl::StatusOr<v1::StaffReturn> CreateStaffReturn(Call& call,
                                                  const v1::CreateStaffReturnRequest& request);
absl::StatusOr<v1::StaffReturn> UpdateStaffReturn(Call& call,
                                                  const v1::UpdateStaffReturnRequest& request);
absl::StatusOr<google::protobuf::Empty> DeleteStaffReturn(
    Call& call, const v1::DeleteStaffReturnRequest& request);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_STAFF_RETURNS_H_
