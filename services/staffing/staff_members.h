#ifndef MUDIRIYA_SERVICES_STAFFING_STAFF_MEMBERS_H_
#define MUDIRIYA_SERVICES_STAFFING_STAFF_MEMBERS_H_

#include "absl/status/statusor.h"
#include "common/call/call.h"
#include "common/resource/table.h"
#include "mudiriya/staffing/v1/staff_member.pb.h"
#include "mudiriya/staffing/v1/staff_member_service.pb.h"

namespace mudiriya::staffing {

const resource::Table<v1::StaffMember>& StaffMembers();

absl::StatusOr<v1::StaffMember> GetStaffMember(Call& call,
                                               const v1::GetStaffMemberRequest& request);
absl::StatusOr<v1::ListStaffMembersResponse> ListStaffMembers(
    Call& call, const v1::ListStaffMembersRequest& request);

// Returns INVALID_ARGUMENT for references that do not exist, a facility that is both preferred and
// restricted, or a malformed national id; ALREADY_EXISTS if somebody else has the national id.
absl::StatusOr<v1::StaffMember> CreateStaffMember(Call& call,
                                                  const v1::CreateStaffMemberRequest& request);
absl::StatusOr<v1::StaffMember> UpdateStaffMember(Call& call,
                                                  const v1::UpdateStaffMemberRequest& request);

// Returns FAILED_PRECONDITION (IN_USE) while the person has an assignment today or later.
absl::StatusOr<v1::StaffMember> DeleteStaffMember(Call& call,
                                                  const v1::DeleteStaffMemberRequest& request);
absl::StatusOr<v1::StaffMember> UndeleteStaffMember(Call& call,
                                                    const v1::UndeleteStaffMemberRequest& request);

// Puts the look on record (VIEWED) in the transaction of the reading.
absl::StatusOr<v1::RevealNationalIdResponse> RevealNationalId(
    Call& call, const v1::RevealNationalIdRequest& request);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_STAFF_MEMBERS_H_
