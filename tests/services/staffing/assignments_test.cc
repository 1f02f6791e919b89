#include "services/staffing/assignments.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/staffing/staff_members.h"
#include "tests/services/staffing/staffing_fixture.h"

namespace mudiriya::staffing {
namespace {

using ::testing::ElementsAre;
using testing::HasError;
using testing::HasViolation;
using testing::IsOk;
using testing::StatusIs;

class AssignmentsTest : public StaffingTest {
 protected:
  AssignmentsTest() { EXPECT_OK(AddPerson("s1")); }

  absl::StatusOr<v1::Assignment> Update(const std::string& id, const v1::Assignment& to,
                                        const std::string& path) {
    v1::UpdateAssignmentRequest request;
    *request.mutable_assignment() = to;
    request.mutable_assignment()->set_name(PersonName("s1") + "/assignments/" + id);
    request.mutable_update_mask()->add_paths(path);
    return UpdateAssignment(call(), request);
  }
};

TEST_F(AssignmentsTest, TakesTheCadreOfThePersonAtTheTime) {
  ASSERT_OK_AND_ASSIGN(const v1::Assignment made, Assign("s1", "a1", NewAssignment()));
  EXPECT_EQ(made.cadre(), CadreName("nurse"));
  v1::UpdateStaffMemberRequest request;
  request.mutable_staff_member()->set_name(PersonName("s1"));
  request.mutable_staff_member()->set_cadre(CadreName("midwife"));
  ASSERT_THAT(UpdateStaffMember(call(), request), IsOk());
  v1::GetAssignmentRequest get;
  get.set_name(made.name());
  EXPECT_EQ(GetAssignment(call(), get)->cadre(), CadreName("nurse"));
}

TEST_F(AssignmentsTest, RefreshesTheLevelOfFacilityAndCadre) {
  ASSERT_THAT(Assign("s1", "a1", NewAssignment()), IsOk());
  EXPECT_THAT(Recorded().keys, ElementsAre(LevelKey{"al-waleed", "nurse"}));
  EXPECT_EQ(Recorded().today, absl::CivilDay(2026, 2, 9));
}

TEST_F(AssignmentsTest, SharesOfADayAddUpToOneAtMost) {
  ASSERT_THAT(Assign("s1", "a1", NewAssignment(0.5, "2026-03-01")), IsOk());
  ASSERT_THAT(Assign("s1", "a2", NewAssignment(0.4, "2026-05-01", "2026-05-31")), IsOk());
  const absl::Status status =
      Assign("s1", "a3", NewAssignment(0.2, "2026-04-20", "2026-06-30")).status();
  EXPECT_THAT(status, HasError(Reason::FTE_OVER_ONE));
  EXPECT_EQ(ArgumentOf(status, "date"), "2026-05-01");
  EXPECT_EQ(ArgumentOf(status, "total"), "1.1");
  EXPECT_THAT(Assign("s1", "a3", NewAssignment(0.2, "2026-06-01")), IsOk());
}

TEST_F(AssignmentsTest, OneThatEndsMakesRoomForTheNext) {
  ASSERT_THAT(Assign("s1", "a1", NewAssignment(1, "2026-01-01", "2026-02-28")), IsOk());
  EXPECT_THAT(Assign("s1", "a2", NewAssignment(1, "2026-02-28")), HasError(Reason::FTE_OVER_ONE));
  EXPECT_THAT(Assign("s1", "a2", NewAssignment(1, "2026-03-01")), IsOk());
}

TEST_F(AssignmentsTest, OtherPeopleDoNotCount) {
  ASSERT_THAT(AddPerson("s2"), IsOk());
  EXPECT_THAT(Assign("s1", "a1", NewAssignment()), IsOk());
  EXPECT_THAT(Assign("s2", "a1", NewAssignment()), IsOk());
}

TEST_F(AssignmentsTest, AnUpdateIsJudgedWithoutItsOldSelf) {
  ASSERT_THAT(Assign("s1", "a1", NewAssignment(0.6)), IsOk());
  ASSERT_THAT(Assign("s1", "a2", NewAssignment(0.4)), IsOk());
  EXPECT_THAT(Update("a1", NewAssignment(0.5), "fte"), IsOk());
  EXPECT_THAT(Update("a1", NewAssignment(0.7), "fte"), HasError(Reason::FTE_OVER_ONE));
  EXPECT_THAT(Update("a2", NewAssignment(0.4, "2026-01-01", "2026-06-30"), "end_date"), IsOk());
}

TEST_F(AssignmentsTest, RefusesAnEndBeforeTheStart) {
  EXPECT_THAT(Assign("s1", "a1", NewAssignment(1, "2026-03-01", "2026-02-28")),
              HasViolation("assignment.end_date", Reason::END_BEFORE_START));
}

TEST_F(AssignmentsTest, RefusesPlacesThatAreNotThere) {
  v1::Assignment assignment = NewAssignment();
  assignment.set_facility(FacilityName("nowhere"));
  EXPECT_THAT(Assign("s1", "a1", assignment),
              HasViolation("assignment.facility", Reason::REFERENCE_NOT_FOUND));
  assignment.set_facility("directorates/assiut/facilities/al-waleed");
  EXPECT_THAT(Assign("s1", "a1", assignment), StatusIs(absl::StatusCode::kInvalidArgument));
}

TEST_F(AssignmentsTest, TheDepartmentIsOneOfTheFacility) {
  v1::Assignment assignment = NewAssignment();
  assignment.set_department(FacilityName("al-waleed") + "/departments/icu");
  EXPECT_THAT(Assign("s1", "a1", assignment), IsOk());
  assignment.set_facility(FacilityName("al-qusayr"));
  EXPECT_THAT(Assign("s1", "a2", assignment),
              HasViolation("assignment.department", Reason::MISMATCH));
}

TEST_F(AssignmentsTest, NobodyIsAssignedWhoIsNotThere) {
  EXPECT_THAT(Assign("ghost", "a1", NewAssignment()), HasError(Reason::NOT_FOUND));
}

TEST_F(AssignmentsTest, TheFacilityIsFixed) {
  ASSERT_THAT(Assign("s1", "a1", NewAssignment()), IsOk());
  v1::Assignment moved = NewAssignment();
  moved.set_facility(FacilityName("al-qusayr"));
  EXPECT_THAT(Update("a1", moved, "facility"),
              HasViolation("assignment.facility", Reason::IMMUTABLE_FIELD));
}

TEST_F(AssignmentsTest, NothingIsHalfWrittenWhenRefused) {
  ASSERT_THAT(Assign("s1", "a1", NewAssignment()), IsOk());
  const std::string before = database().Scalar("SELECT COUNT(*) FROM change_log");
  EXPECT_THAT(Assign("s1", "a2", NewAssignment()), HasError(Reason::FTE_OVER_ONE));
  EXPECT_EQ(database().Scalar("SELECT COUNT(*) FROM assignment"), "1");
  EXPECT_EQ(database().Scalar("SELECT COUNT(*) FROM change_log"), before);
}

TEST_F(AssignmentsTest, EverybodysAreListedByFacility) {
  ASSERT_THAT(AddPerson("s2"), IsOk());
  ASSERT_THAT(Assign("s1", "a1", NewAssignment()), IsOk());
  v1::Assignment elsewhere = NewAssignment();
  elsewhere.set_facility(FacilityName("al-qusayr"));
  ASSERT_THAT(Assign("s2", "a1", elsewhere), IsOk());
  v1::ListAssignmentsRequest request;
  request.set_parent("directorates/homs/staffMembers/-");
  request.set_filter("facility = \"directorates/homs/facilities/al-qusayr\"");
  ASSERT_OK_AND_ASSIGN(const v1::ListAssignmentsResponse page, ListAssignments(call(), request));
  ASSERT_EQ(page.assignments_size(), 1);
  EXPECT_EQ(page.assignments(0).name(), PersonName("s2") + "/assignments/a1");
}

TEST_F(AssignmentsTest, DeletingOneRefreshesItsLevel) {
  ASSERT_THAT(Assign("s1", "a1", NewAssignment()), IsOk());
  Recorded() = {};
  v1::DeleteAssignmentRequest request;
  request.set_name(PersonName("s1") + "/assignments/a1");
  EXPECT_THAT(DeleteAssignment(call(), request), IsOk());
  EXPECT_THAT(Recorded().keys, ElementsAre(LevelKey{"al-waleed", "nurse"}));
}

TEST_F(AssignmentsTest, SaysSoWhenTheRegistryDoesNotAnswer) {
  places().failure = Error(Reason::PEER_UNAVAILABLE, {{"service", "registry"}});
  EXPECT_THAT(Assign("s1", "a1", NewAssignment()), HasError(Reason::PEER_UNAVAILABLE));
}

}  // namespace
}  // namespace mudiriya::staffing
