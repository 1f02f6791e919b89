// Every AIP rule over the records of people and their counts.

#include <string>

#include "absl/strings/str_cat.h"
#include "services/staffing/assignments.h"
#include "services/staffing/cadres.h"
#include "services/staffing/dates.h"
#include "services/staffing/leaves.h"
#include "services/staffing/staff_members.h"
#include "services/staffing/staff_returns.h"
#include "tests/services/staffing/contract_traits.h"

namespace mudiriya::staffing {

struct CadreContract : ContractTraits {
  using Resource = v1::Cadre;
  using CreateRequest = v1::CreateCadreRequest;
  using GetRequest = v1::GetCadreRequest;
  using ListRequest = v1::ListCadresRequest;
  using UpdateRequest = v1::UpdateCadreRequest;
  using DeleteRequest = v1::DeleteCadreRequest;
  using UndeleteRequest = v1::UndeleteCadreRequest;
  static constexpr bool kSoftDelete = true;
  static constexpr absl::string_view kChangedPath = "counts_as_skilled";
  static constexpr absl::string_view kSortField = "category";

  static void Prepare(testing::TestDatabase&, absl::string_view) {}
  static Resource Make(int i) {
    Resource row;
    row.mutable_display_name()->set_en("Cadre");
    row.set_category(v1::Cadre::NURSING);
    row.set_isco_code(absl::StrCat(2220 + i));
    return row;
  }
  static std::string Id(int i) { return absl::StrCat("cadre-", i); }
  static void Change(Resource& row) { row.set_counts_as_skilled(true); }
  static std::string Filter(int i) { return absl::StrCat("isco_code = ", 2220 + i); }

  static auto Create(Call& call, const CreateRequest& r) { return CreateCadre(call, Moved(r)); }
  static auto Get(Call& call, const GetRequest& r) { return GetCadre(call, r); }
  static auto List(Call& call, const ListRequest& r) { return ListCadres(call, r); }
  static auto Update(Call& call, const UpdateRequest& r) { return UpdateCadre(call, r); }
  static auto Delete(Call& call, const DeleteRequest& r) { return DeleteCadre(call, r); }
  static auto Undelete(Call& call, const UndeleteRequest& r) { return UndeleteCadre(call, r); }
};

struct StaffMemberContract : ContractTraits {
  using Resource = v1::StaffMember;
  using CreateRequest = v1::CreateStaffMemberRequest;
  using GetRequest = v1::GetStaffMemberRequest;
  using ListRequest = v1::ListStaffMembersRequest;
  using UpdateRequest = v1::UpdateStaffMemberRequest;
  using DeleteRequest = v1::DeleteStaffMemberRequest;
  using UndeleteRequest = v1::UndeleteStaffMemberRequest;
  static constexpr bool kSoftDelete = true;
  static constexpr absl::string_view kChangedPath = "grade";
  static constexpr absl::string_view kSortField = "cadre";

  static void Prepare(testing::TestDatabase& database, absl::string_view directorate) {
    PrepareCadres(database, directorate);
  }
  static Resource Make(int i) {
    Resource row;
    row.mutable_display_name()->set_ar("ليلى");
    row.set_cadre("directorates/homs/cadres/nurse");
    row.set_specialty(absl::StrCat("specialty-", i));
    return row;
  }
  static std::string Id(int i) { return absl::StrCat("p", i); }
  static void Change(Resource& row) { row.set_grade("أولى"); }
  static std::string Filter(int i) { return absl::StrCat("specialty = \"specialty-", i, "\""); }

  static auto Create(Call& call, const CreateRequest& r) {
    return CreateStaffMember(call, Moved(r));
  }
  static auto Get(Call& call, const GetRequest& r) { return GetStaffMember(call, r); }
  static auto List(Call& call, const ListRequest& r) { return ListStaffMembers(call, r); }
  static auto Update(Call& call, const UpdateRequest& r) { return UpdateStaffMember(call, r); }
  static auto Delete(Call& call, const DeleteRequest& r) { return DeleteStaffMember(call, r); }
  static auto Undelete(Call& call, const UndeleteRequest& r) {
    return UndeleteStaffMember(call, r);
  }
};

struct AssignmentContract : ContractTraits {
  using Resource = v1::Assignment;
  using CreateRequest = v1::CreateAssignmentRequest;
  using GetRequest = v1::GetAssignmentRequest;
  using ListRequest = v1::ListAssignmentsRequest;
  using UpdateRequest = v1::UpdateAssignmentRequest;
  using DeleteRequest = v1::DeleteAssignmentRequest;
  static constexpr absl::string_view kChangedPath = "kind";
  static constexpr absl::string_view kSortField = "fte";

  static std::string Parent(absl::string_view directorate) {
    return absl::StrCat("directorates/", directorate, "/staffMembers/s1");
  }
  static Resource Make(int i) {
    Resource row;
    row.set_facility("directorates/homs/facilities/al-waleed");
    row.set_fte(1);
    *row.mutable_start_date() = ToDate(absl::CivilDay(2026, 1, 2 * i));
    *row.mutable_end_date() = row.start_date();
    row.set_kind(v1::Assignment::PERMANENT);
    return row;
  }
  static std::string Id(int i) { return absl::StrCat("a", i); }
  static void Change(Resource& row) { row.set_kind(v1::Assignment::SECONDMENT); }
  static std::string Filter(int i) {
    return absl::StrCat("start_date = \"", DayText(absl::CivilDay(2026, 1, 2 * i)), "\"");
  }

  static auto Create(Call& call, const CreateRequest& r) {
    return CreateAssignment(call, Moved(r));
  }
  static auto Get(Call& call, const GetRequest& r) { return GetAssignment(call, r); }
  static auto List(Call& call, const ListRequest& r) { return ListAssignments(call, r); }
  static auto Update(Call& call, const UpdateRequest& r) { return UpdateAssignment(call, r); }
  static auto Delete(Call& call, const DeleteRequest& r) { return DeleteAssignment(call, r); }
};

struct LeaveContract : ContractTraits {
  using Resource = v1::Leave;
  using CreateRequest = v1::CreateLeaveRequest;
  using GetRequest = v1::GetLeaveRequest;
  using ListRequest = v1::ListLeavesRequest;
  using UpdateRequest = v1::UpdateLeaveRequest;
  using DeleteRequest = v1::DeleteLeaveRequest;
  static constexpr absl::string_view kChangedPath = "kind";
  static constexpr absl::string_view kSortField = "kind";

  static std::string Parent(absl::string_view directorate) {
    return absl::StrCat("directorates/", directorate, "/staffMembers/s1");
  }
  static Resource Make(int i) {
    Resource row;
    row.set_kind(v1::Leave::ANNUAL);
    *row.mutable_start_date() = ToDate(absl::CivilDay(2026, 1, 2 * i));
    *row.mutable_end_date() = row.start_date();
    return row;
  }
  static std::string Id(int i) { return absl::StrCat("l", i); }
  static void Change(Resource& row) { row.set_kind(v1::Leave::SICK); }
  static std::string Filter(int i) {
    return absl::StrCat("start_date = \"", DayText(absl::CivilDay(2026, 1, 2 * i)), "\"");
  }

  static auto Create(Call& call, const CreateRequest& r) { return CreateLeave(call, Moved(r)); }
  static auto Get(Call& call, const GetRequest& r) { return GetLeave(call, r); }
  static auto List(Call& call, const ListRequest& r) { return ListLeaves(call, r); }
  static auto Update(Call& call, const UpdateRequest& r) { return UpdateLeave(call, r); }
  static auto Delete(Call& call, const DeleteRequest& r) { return DeleteLeave(call, r); }
};

struct StaffReturnContract : ContractTraits {
  using Resource = v1::StaffReturn;
  using CreateRequest = v1::CreateStaffReturnRequest;
  using GetRequest = v1::GetStaffReturnRequest;
  using ListRequest = v1::ListStaffReturnsRequest;
  using UpdateRequest = v1::UpdateStaffReturnRequest;
  using DeleteRequest = v1::DeleteStaffReturnRequest;
  static constexpr absl::string_view kChangedPath = "head_count";
  static constexpr absl::string_view kSortField = "cadre";

  static Resource Make(int i) {
    Resource row;
    row.set_facility("directorates/homs/facilities/al-waleed");
    row.set_cadre("directorates/homs/cadres/nurse");
    *row.mutable_month() = ToDate(absl::CivilDay(2024, i, 1));
    row.set_head_count(12.5);
    return row;
  }
  static std::string Id(int i) { return absl::StrCat("al-waleed--nurse--2024-0", i); }
  static void Change(Resource& row) { row.set_head_count(13); }
  static std::string Filter(int i) {
    return absl::StrCat("month = \"", DayText(absl::CivilDay(2024, i, 1)), "\"");
  }

  static auto Create(Call& call, const CreateRequest& r) {
    return CreateStaffReturn(call, Moved(r));
  }
  static auto Get(Call& call, const GetRequest& r) { return GetStaffReturn(call, r); }
  static auto List(Call& call, const ListRequest& r) { return ListStaffReturns(call, r); }
  static auto Update(Call& call, const UpdateRequest& r) { return UpdateStaffReturn(call, r); }
  static auto Delete(Call& call, const DeleteRequest& r) { return DeleteStaffReturn(call, r); }
};

}  // namespace mudiriya::staffing

namespace mudiriya::testing {

MUDIRIYA_RESOURCE_CONTRACT(Cadre, staffing::CadreContract);
MUDIRIYA_RESOURCE_CONTRACT(StaffMember, staffing::StaffMemberContract);
MUDIRIYA_RESOURCE_CONTRACT(Assignment, staffing::AssignmentContract);
MUDIRIYA_RESOURCE_CONTRACT(Leave, staffing::LeaveContract);
MUDIRIYA_RESOURCE_CONTRACT(StaffReturn, staffing::StaffReturnContract);

}  // namespace mudiriya::testing
