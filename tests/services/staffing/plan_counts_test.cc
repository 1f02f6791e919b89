// Plans of a directorate that holds returns of counts, and no persons.

#include <string>

#include "tests/services/staffing/plan_fixture.h"

namespace mudiriya::staffing {
namespace {

using Plan = v1::AllocationPlan;
using testing::HasError;
using ::testing::SizeIs;

class PlanCountsTest : public PlanTest {
 protected:
  PlanCountsTest() {
    v1::StaffingSettings settings;
    settings.set_staff_data_source(v1::StaffingSettings::RETURNS);
    Update(settings);
    SetPosts("big", "nurse", 4);
    SetPosts("small", "nurse", 5);
    AddReturn("big", "nurse", "2025-11-01", 20);
    AddReturn("big", "nurse", "2026-01-01", 9.5);
  }

  // The head count of a pair's return of a month, "" if there is none.
  std::string Returned(const std::string& facility, const std::string& month) {
    return database().Scalar(
        "SELECT CONCAT(head_count, ' of which ', full_time_count, ' by ',"
        " source) FROM staff_return WHERE facility_id = '" +
        facility + "' AND month = '" + month + "'");
  }
};

TEST_F(PlanCountsTest, PostsMoveTogetherAndNobodyIsNamed) {
  ASSERT_OK_AND_ASSIGN(const Plan plan, Create("winter"));
  EXPECT_EQ(plan.move_count(), 1);
  EXPECT_EQ(plan.head_count(), 5);
  const auto moves = Moves("winter");
  ASSERT_THAT(moves, SizeIs(1));
  EXPECT_EQ(moves[0].head_count(), 5);
  EXPECT_EQ(moves[0].staff_member(), "");
  EXPECT_EQ(moves[0].assignment(), "");
  EXPECT_EQ(moves[0].donor().before(), 9);
  EXPECT_EQ(moves[0].donor().after(), 4);
  EXPECT_EQ(moves[0].receiver().after(), 5);
}

TEST_F(PlanCountsTest, TheReturnsOfTheMonthAreWritten) {
  MakePlan("winter", Plan::APPROVED);
  ASSERT_OK(Order("winter", "2026-02-20"));
  ASSERT_OK(Apply("winter"));
  EXPECT_EQ(Returned("big", "2026-02-01"),
            "4.5 of which 4 by directorates/homs/allocationPlans/winter");
  EXPECT_EQ(Returned("small", "2026-02-01"),
            "5 of which 5 by directorates/homs/allocationPlans/winter");
  EXPECT_EQ(database().Scalar("SELECT head_count FROM staff_return WHERE month = '2026-01-01'"),
            "9.5");
  EXPECT_EQ(Get("small", "nurse").current(), 5);
  EXPECT_EQ(Get("big", "nurse").current(), 4.5);
  EXPECT_EQ(Dump(), DumpOfRecomputed());
}

TEST_F(PlanCountsTest, AReturnOfTheMonthItselfIsCorrected) {
  AddReturn("big", "nurse", "2026-02-01", 10);
  MakePlan("winter", Plan::APPROVED);
  ASSERT_OK(Order("winter", "2026-02-20"));
  ASSERT_OK(Apply("winter"));
  EXPECT_EQ(Returned("big", "2026-02-01"),
            "5 of which 5 by directorates/homs/allocationPlans/winter");
  EXPECT_EQ(Count("SELECT COUNT(*) FROM staff_return WHERE facility_id = 'big'"), 3);
}

TEST_F(PlanCountsTest, AnEffectNextMonthIsReturnedNextMonth) {
  MakePlan("winter", Plan::ORDERED);  // effective on 1 March
  ASSERT_OK(Apply("winter"));
  EXPECT_EQ(Returned("small", "2026-02-01"), "");
  EXPECT_EQ(Returned("small", "2026-03-01"),
            "5 of which 5 by directorates/homs/allocationPlans/winter");
  EXPECT_EQ(Get("big", "nurse").current(), 9.5);
  clock().Advance(absl::Hours(24 * 20));
  EXPECT_EQ(Get("big", "nurse").current(), 4.5);
}

TEST_F(PlanCountsTest, OtherCountsSinceOutdateThePlan) {
  MakePlan("winter", Plan::PROPOSED);
  AddReturn("small", "nurse", "2026-02-01", 1);
  const PlanTest::Result refused = Approve("winter");
  EXPECT_THAT(refused, HasError(Reason::PLAN_OUTDATED));
  EXPECT_EQ(ArgumentOf(refused.status(), "names"), "directorates/homs/gaps/small--nurse");
}

TEST_F(PlanCountsTest, ReturnsOfOtherPairsDoNotOutdateThePlan) {
  MakePlan("winter", Plan::PROPOSED);
  AddReturn("small", "midwife", "2026-02-01", 1);
  ASSERT_OK(Approve("winter"));
}

}  // namespace
}  // namespace mudiriya::staffing
