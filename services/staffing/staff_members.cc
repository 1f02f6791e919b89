#include "services/staffing/staff_members.h"

#include "common/resource/change_log.h"
#include "common/resource/standard.h"
#include "common/resource/write.h"
#include "common/status/errors.h"
#include "common/status/macros.h"
#include "services/staffing/identity_cipher.h"
#include "services/staffing/national_id.h"
#include "services/staffing/person_rules.h"

namespace mudiriya::staffing {
namespace {

namespace standard = resource::standard;

}  // namespace

const resource::Table<v1::StaffMember>& StaffMembers() {
  using namespace resource;  // NOLINT: the column kinds read as a list
  static const Table<v1::StaffMember> table(
      "staff_member",
      {
          Text("display_name.ar").Sortable(),
          Text("display_name.en").Sortable(),
          Text("display_name.fr").Sortable(),
          Search("display_name").Filterable().Sortable(),
          Reference("cadre").Filterable().Sortable(),
          Text("specialty").Filterable().Sortable(),
          Text("grade").Filterable().Sortable(),
          Reference("home_area", "directorates/{directorate}/areas/{area}").Filterable(),
          Json("preferred_facilities"),
          Json("restricted_facilities"),
          Text("national_id_masked"),
      });
  return table;
}

absl::StatusOr<v1::StaffMember> GetStaffMember(Call& call,
                                               const v1::GetStaffMemberRequest& request) {
  return standard::Get(call, StaffMembers(), request);
}

absl::StatusOr<v1::ListStaffMembersResponse> ListStaffMembers(
    Call& call, const v1::ListStaffMembersRequest& request) {
  return standard::List<v1::ListStaffMembersResponse>(call, StaffMembers(), request);
}

absl::StatusOr<v1::StaffMember> CreateStaffMember(Call& call,
                                                  const v1::CreateStaffMemberRequest& request) {
  return standard::Create(call, StaffMembers(), request,
                          HooksOf(StaffMemberRules(), request.parent(), request.staff_member()));
}

absl::StatusOr<v1::StaffMember> UpdateStaffMember(Call& call,
                                                  const v1::UpdateStaffMemberRequest& request) {
  const v1::StaffMember& person = request.staff_member();
  resource::Hooks<v1::StaffMember> hooks =
      HooksOf(StaffMemberRules(), person.name(), person, request.update_mask());
  AddRemovalOfNationalId(person, request.update_mask(), hooks);
  return standard::Update(call, StaffMembers(), request, hooks);
}

absl::StatusOr<v1::StaffMember> DeleteStaffMember(Call& call,
                                                  const v1::DeleteStaffMemberRequest& request) {
  return standard::Delete<v1::StaffMember>(call, StaffMembers(), request,
                                           HooksOf(StaffMemberRules(), request.name()));
}

absl::StatusOr<v1::StaffMember> UndeleteStaffMember(Call& call,
                                                    const v1::UndeleteStaffMemberRequest& request) {
  return standard::Undelete(call, StaffMembers(), request,
                            HooksOf(StaffMemberRules(), request.name()));
}

absl::StatusOr<v1::RevealNationalIdResponse> RevealNationalId(
    Call& call, const v1::RevealNationalIdRequest& request) {
  using Response = v1::RevealNationalIdResponse;
  RETURN_IF_ERROR(StaffMembers().pattern().ParseName(request.name()).status());
  return resource::RunWrite<Response>(
      call, request, [&](db::Transaction& tx) -> absl::StatusOr<Response> {
        ASSIGN_OR_RETURN(const auto numbers,
                         LoadNationalIds(tx, call.service<IdentityCipher>(), {request.name()}));
        if (numbers.empty()) return NotFound(request.name());
        RETURN_IF_ERROR(resource::AppendChange(tx, resource::OriginOf(call, ""), request.name(),
                                               StaffMembers().resource_type(),
                                               type::v1::Change::VIEWED, {"national_id"}));
        Response response;
        response.set_national_id(numbers.begin()->second);
        return response;
      });
}

}  // namespace mudiriya::staffing
