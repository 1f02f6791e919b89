#include "services/staffing/staff_members.h"

#include "common/resource/change_log.h"
#include "common/resource/name.h"
#include "common/resource/standard.h"
#include "common/resource/write.h"
#include "common/status/errors.h"
#include "common/status/macros.h"
#include "services/staffing/national_id.h"
#include "services/staffing/person_rules.h"
#include "services/staffing/row_id.h"
#include "services/staffing/write_scope.h"

namespace mudiriya::staffing {
namespace {

using resource::Hooks;
namespace standard = resource::standard;

// No answer carries a national id, whatever the request did.
absl::StatusOr<v1::StaffMember> WithoutNationalId(absl::StatusOr<v1::StaffMember> person) {
  if (person.ok()) person->clear_national_id();
  return person;
}

}  // namespace

const resource::Table<v1::StaffMember>& StaffMembers() {
  using namespace resource;  // NOLINT: the column kinds read as a list
  static const Table<v1::StaffMember> table("staff_member",
                                            {
                                                Text("display_name.ar").Sortable(),
                                                Text("display_name.en").Sortable(),
                                                Text("display_name.fr").Sortable(),
                                                Search("display_name").Filterable().Sortable(),
                                                Reference("cadre").Filterable().Sortable(),
                                                Text("specialty").Filterable().Sortable(),
                                                Text("grade").Filterable().Sortable(),
                                                Reference("home_area").Filterable(),
                                                Json("preferred_facilities"),
                                                Json("restricted_facilities"),
                                                Text("national_id_masked"),
                                            });
  return table;
}

absl::StatusOr<std::string> LockPerson(db::Transaction& tx, absl::string_view person) {
  ASSIGN_OR_RETURN(
      const db::ResultSet rows,
      tx.Query("SELECT cadre_id, delete_time FROM staff_member"
               " WHERE directorate_id = ? AND staff_member_id = ? FOR UPDATE",
               {{std::string(resource::DirectorateOf(person)), std::string(IdOf(person))}}));
  if (rows.empty() || !rows.front().IsNull(1)) return NotFound(person);
  return rows.front().Text(0);
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
  ASSIGN_OR_RETURN(const Hooks<v1::StaffMember> hooks,
                   PersonWriteRules(call, request.parent(), request.staff_member(), AllFields()));
  return WithoutNationalId(standard::Create(call, StaffMembers(), request, hooks));
}

absl::StatusOr<v1::StaffMember> UpdateStaffMember(Call& call,
                                                  const v1::UpdateStaffMemberRequest& request) {
  const v1::StaffMember& person = request.staff_member();
  ASSIGN_OR_RETURN(const Hooks<v1::StaffMember> hooks,
                   PersonWriteRules(call, person.name(), person, request.update_mask()));
  return WithoutNationalId(standard::Update(call, StaffMembers(), request, hooks));
}

absl::StatusOr<v1::StaffMember> DeleteStaffMember(Call& call,
                                                  const v1::DeleteStaffMemberRequest& request) {
  return standard::Delete<v1::StaffMember>(call, StaffMembers(), request,
                                           PersonRules(ScopeOf(request.name())));
}

absl::StatusOr<v1::StaffMember> UndeleteStaffMember(Call& call,
                                                    const v1::UndeleteStaffMemberRequest& request) {
  return standard::Undelete(call, StaffMembers(), request, PersonRules(ScopeOf(request.name())));
}

absl::StatusOr<v1::RevealNationalIdResponse> RevealNationalId(
    Call& call, const v1::RevealNationalIdRequest& request) {
  return resource::RunWrite<v1::RevealNationalIdResponse>(
      call, request, [&](db::Transaction& tx) -> absl::StatusOr<v1::RevealNationalIdResponse> {
        v1::RevealNationalIdResponse response;
        ASSIGN_OR_RETURN(*response.mutable_national_id(),
                         LoadNationalId(tx, call.service<IdentityCipher>(), request.name()));
        RETURN_IF_ERROR(resource::AppendChange(tx, resource::OriginOf(call, ""), request.name(),
                                               StaffMembers().resource_type(),
                                               type::v1::Change::VIEWED, {"national_id"}));
        return response;
      });
}

}  // namespace mudiriya::staffing
