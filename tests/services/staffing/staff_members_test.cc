#include "services/staffing/staff_members.h"

#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/staffing/assignments.h"
#include "services/staffing/cadres.h"
#include "tests/services/staffing/staffing_fixture.h"

namespace mudiriya::staffing {
namespace {

using testing::HasError;
using testing::HasViolation;
using testing::IsOk;
using testing::StatusIs;

constexpr char kNumber[] = "04010012417";

class StaffMembersTest : public StaffingTest {
 protected:
  absl::StatusOr<v1::StaffMember> Create(absl::string_view id, const v1::StaffMember& person) {
    v1::CreateStaffMemberRequest request;
    request.set_parent(kHoms);
    request.set_staff_member_id(std::string(id));
    *request.mutable_staff_member() = person;
    return CreateStaffMember(call(), request);
  }

  absl::StatusOr<v1::StaffMember> Update(v1::StaffMember person, const std::string& path) {
    v1::UpdateStaffMemberRequest request;
    *request.mutable_staff_member() = std::move(person);
    request.mutable_update_mask()->add_paths(path);
    return UpdateStaffMember(call(), request);
  }

  absl::StatusOr<std::string> Reveal(absl::string_view id) {
    v1::RevealNationalIdRequest request;
    request.set_name(PersonName(id));
    absl::StatusOr<v1::RevealNationalIdResponse> response = RevealNationalId(call(), request);
    if (!response.ok()) return response.status();
    return response->national_id();
  }

  static v1::StaffMember Person() {
    v1::StaffMember person;
    person.mutable_display_name()->set_ar("ليلى الحسن");
    person.set_cadre(CadreName("nurse"));
    return person;
  }
};

TEST_F(StaffMembersTest, TheNationalIdIsTakenInButNotShown) {
  v1::StaffMember person = Person();
  person.set_national_id("٠٤٠١٠٠١٢٤١٧");
  ASSERT_OK_AND_ASSIGN(const v1::StaffMember made, Create("s1", person));
  EXPECT_EQ(made.national_id(), "");
  EXPECT_EQ(made.national_id_masked(), "••••••••417");
  v1::GetStaffMemberRequest request;
  request.set_name(PersonName("s1"));
  ASSERT_OK_AND_ASSIGN(const v1::StaffMember read, GetStaffMember(call(), request));
  EXPECT_FALSE(absl::StrContains(read.SerializeAsString(), kNumber));
  EXPECT_EQ(database().Scalar(
                absl::StrCat("SELECT COUNT(*) FROM staff_member WHERE national_id_sealed LIKE '%",
                             kNumber, "%' OR national_id_sealed IS NULL")),
            "0");
}

TEST_F(StaffMembersTest, RevealingTheNationalIdGoesOnRecord) {
  v1::StaffMember person = Person();
  person.set_national_id(kNumber);
  ASSERT_THAT(Create("s1", person), IsOk());
  EXPECT_THAT(Reveal("s1"), testing::IsOkAndHolds(std::string(kNumber)));
  EXPECT_EQ(database().Scalar("SELECT COUNT(*) FROM change_log WHERE directorate_id = 'homs'"
                              " AND kind = 'VIEWED' AND caller = 'planner@homs'"
                              " AND resource = 'directorates/homs/staffMembers/s1'"),
            "1");
}

TEST_F(StaffMembersTest, ThereMayBeNothingToReveal) {
  ASSERT_THAT(AddPerson("s1"), IsOk());
  EXPECT_THAT(Reveal("s1"), HasError(Reason::NOT_FOUND));
  EXPECT_THAT(Reveal("ghost"), HasError(Reason::NOT_FOUND));
  EXPECT_EQ(database().Scalar("SELECT COUNT(*) FROM change_log WHERE kind = 'VIEWED'"), "0");
}

TEST_F(StaffMembersTest, TheNationalIdIsReplacedAndRemovedByItsMask) {
  ASSERT_OK_AND_ASSIGN(v1::StaffMember person, AddPerson("s1"));
  person.set_national_id(kNumber);
  ASSERT_OK_AND_ASSIGN(const v1::StaffMember with, Update(person, "national_id"));
  EXPECT_EQ(with.national_id_masked(), "••••••••417");
  EXPECT_NE(with.etag(), "1");
  person.set_national_id("04010099417");  // shown alike
  person.clear_etag();
  ASSERT_THAT(Update(person, "national_id"), IsOk());
  EXPECT_THAT(Reveal("s1"), testing::IsOkAndHolds(std::string("04010099417")));
  person.clear_national_id();
  ASSERT_OK_AND_ASSIGN(const v1::StaffMember without, Update(person, "national_id"));
  EXPECT_EQ(without.national_id_masked(), "");
  EXPECT_THAT(Reveal("s1"), HasError(Reason::NOT_FOUND));
}

TEST_F(StaffMembersTest, AnUpdateOfOtherFieldsKeepsTheNationalId) {
  v1::StaffMember person = Person();
  person.set_national_id(kNumber);
  ASSERT_OK_AND_ASSIGN(person, Create("s1", person));
  person.set_grade("أولى");
  ASSERT_THAT(Update(person, "grade"), IsOk());
  EXPECT_THAT(Reveal("s1"), testing::IsOkAndHolds(std::string(kNumber)));
}

TEST_F(StaffMembersTest, OneNumberBelongsToOnePerson) {
  v1::StaffMember person = Person();
  person.set_national_id(kNumber);
  ASSERT_THAT(Create("s1", person), IsOk());
  EXPECT_THAT(Create("s2", person), StatusIs(absl::StatusCode::kAlreadyExists));
  EXPECT_EQ(database().Scalar("SELECT COUNT(*) FROM staff_member"), "1");
}

TEST_F(StaffMembersTest, RefusesAMalformedNationalId) {
  v1::StaffMember person = Person();
  person.set_national_id("1'; --");
  EXPECT_THAT(Create("s1", person), HasViolation("staff_member.national_id", Reason::PATTERN));
}

TEST_F(StaffMembersTest, RefusesWhatIsNotThere) {
  v1::StaffMember person = Person();
  person.set_home_area(AreaName("nowhere"));
  person.add_preferred_facilities(FacilityName("al-waleed"));
  person.add_preferred_facilities(FacilityName("gone"));
  person.add_preferred_facilities("directorates/assiut/facilities/el-fath");
  const absl::Status status = Create("s1", person).status();
  EXPECT_THAT(status, HasViolation("staff_member.home_area", Reason::REFERENCE_NOT_FOUND));
  EXPECT_THAT(status,
              HasViolation("staff_member.preferred_facilities[1]", Reason::REFERENCE_NOT_FOUND));
  EXPECT_THAT(status, HasViolation("staff_member.preferred_facilities[2]", Reason::MISMATCH));
  person = Person();
  person.set_cadre(CadreName("wizard"));
  EXPECT_THAT(Create("s1", person),
              HasViolation("staff_member.cadre", Reason::REFERENCE_NOT_FOUND));
}

TEST_F(StaffMembersTest, NoFacilityIsBothPreferredAndRestricted) {
  v1::StaffMember person = Person();
  person.add_preferred_facilities(FacilityName("al-waleed"));
  person.add_restricted_facilities(FacilityName("al-waleed"));
  EXPECT_THAT(Create("s1", person),
              HasViolation("staff_member.preferred_facilities[0]", Reason::MISMATCH));
}

TEST_F(StaffMembersTest, ReferencesThatAreNotWrittenAreNotChecked) {
  v1::StaffMember person = Person();
  person.set_home_area(AreaName("qusayr"));
  ASSERT_OK_AND_ASSIGN(person, Create("s1", person));
  places().names.erase(AreaName("qusayr"));
  person.set_grade("ثانية");
  EXPECT_THAT(Update(person, "grade"), IsOk());
}

TEST_F(StaffMembersTest, IsFoundByAnySpellingOfTheName) {
  ASSERT_THAT(AddPerson("s1"), IsOk());
  v1::ListStaffMembersRequest request;
  request.set_parent(kHoms);
  request.set_filter("display_name:\"ليلي\"");
  EXPECT_EQ(ListStaffMembers(call(), request)->staff_members_size(), 1);
  request.set_filter("display_name:\"سارة\"");
  EXPECT_EQ(ListStaffMembers(call(), request)->staff_members_size(), 0);
}

TEST_F(StaffMembersTest, AnnouncesWhoIsStillAssigned) {
  ASSERT_THAT(AddPerson("s1"), IsOk());
  ASSERT_THAT(Assign("s1", "a1", NewAssignment(1, "2026-01-01", "2026-02-09")), IsOk());
  v1::DeleteStaffMemberRequest request;
  request.set_name(PersonName("s1"));
  const absl::Status status = DeleteStaffMember(call(), request).status();
  EXPECT_THAT(status, HasError(Reason::IN_USE));
  EXPECT_EQ(ArgumentOf(status, "user"), PersonName("s1") + "/assignments/a1");
  clock().Advance(absl::Hours(24));
  EXPECT_THAT(DeleteStaffMember(call(), request), IsOk());
  EXPECT_THAT(Assign("s1", "a2", NewAssignment(1, "2026-03-01")), HasError(Reason::NOT_FOUND));
}

TEST_F(StaffMembersTest, ACadreWithPeopleStays) {
  ASSERT_THAT(AddPerson("s1"), IsOk());
  v1::DeleteCadreRequest request;
  request.set_name(CadreName("nurse"));
  EXPECT_THAT(DeleteCadre(call(), request), HasError(Reason::IN_USE));
  request.set_name(CadreName("midwife"));
  EXPECT_THAT(DeleteCadre(call(), request), IsOk());
  EXPECT_THAT(AddPerson("s2", "midwife"),
              HasViolation("staff_member.cadre", Reason::REFERENCE_NOT_FOUND));
}

TEST_F(StaffMembersTest, NobodyComesBackToADeletedCadre) {
  ASSERT_THAT(AddPerson("s1", "midwife"), IsOk());
  v1::DeleteStaffMemberRequest person;
  person.set_name(PersonName("s1"));
  ASSERT_THAT(DeleteStaffMember(call(), person), IsOk());
  v1::DeleteCadreRequest cadre;
  cadre.set_name(CadreName("midwife"));
  ASSERT_THAT(DeleteCadre(call(), cadre), IsOk());
  v1::UndeleteStaffMemberRequest request;
  request.set_name(PersonName("s1"));
  EXPECT_THAT(UndeleteStaffMember(call(), request),
              HasViolation("staff_member.cadre", Reason::REFERENCE_NOT_FOUND));
}

TEST_F(StaffMembersTest, CountingACadreAsSkilledRefreshesItsLevels) {
  v1::UpdateCadreRequest request;
  request.mutable_cadre()->set_name(CadreName("nurse"));
  request.mutable_cadre()->set_isco_code("2221");
  ASSERT_THAT(UpdateCadre(call(), request), IsOk());
  EXPECT_THAT(Recorded().cadres, ::testing::IsEmpty());
  request.mutable_cadre()->set_counts_as_skilled(true);
  ASSERT_THAT(UpdateCadre(call(), request), IsOk());
  EXPECT_THAT(Recorded().cadres, ::testing::ElementsAre("nurse"));
}

TEST_F(StaffMembersTest, ThereMustBeSuchADirectorate) {
  v1::CreateCadreRequest request;
  request.set_parent("directorates/atlantis");
  request.set_cadre_id("nurse");
  request.mutable_cadre()->mutable_display_name()->set_en("Nurse");
  EXPECT_THAT(CreateCadre(call(), request), HasError(Reason::NOT_FOUND));
}

}  // namespace
}  // namespace mudiriya::staffing
