// What putting a plan into effect writes, and that it writes all of it or nothing.

#include <memory>
#include <set>
#include <string>

#include "absl/strings/str_cat.h"
#include "services/staffing/plan_steps.h"
#include "services/staffing/row_id.h"
#include "tests/services/staffing/plan_fixture.h"
#include "tests/testing/faults.h"

namespace mudiriya::staffing {
namespace {

using Plan = v1::AllocationPlan;
using testing::HasError;
using testing::IsOk;
using ::testing::SizeIs;

constexpr char kOpenPosts[] = "SELECT COUNT(*) FROM assignment WHERE end_date IS NULL";
constexpr char kNewPosts[] =
    "SELECT COUNT(*) FROM assignment WHERE facility_id = 'small' AND start_date = '2026-03-01'";
constexpr char kEndedPosts[] =
    "SELECT COUNT(*) FROM assignment WHERE facility_id = 'big' AND end_date = '2026-02-28'";

class PlanEffectTest : public PlanTest {
 protected:
  PlanEffectTest() {
    AddSurplusAndShortage();
    MakePlan("winter", Plan::ORDERED);  // effective on 1 March
  }

  v1::ApplyAllocationPlanRequest Request(absl::string_view request_id = "") {
    v1::ApplyAllocationPlanRequest request;
    request.set_name(PlanName("winter"));
    request.set_request_id(std::string(request_id));
    return request;
  }

  // Everything that an effect writes to.
  std::string Written() {
    return absl::StrCat(
        Dump(), database().Scalar("SELECT COUNT(*) FROM change_log"), " ",
        database().Scalar("SELECT GROUP_CONCAT(CONCAT(staff_member_id, assignment_id, row_version,"
                          " COALESCE(end_date, '-')) ORDER BY staff_member_id, assignment_id)"
                          " FROM assignment"),
        " ", database().Scalar("SELECT CONCAT(state, row_version) FROM allocation_plan"));
  }
};

TEST_F(PlanEffectTest, EndsOldAssignmentsAndBeginsNewOnes) {
  const auto moves = Moves("winter");
  ASSERT_OK_AND_ASSIGN(const Plan plan, Apply("winter"));
  EXPECT_EQ(plan.state(), Plan::EFFECTIVE);
  EXPECT_TRUE(plan.has_apply_time());
  EXPECT_EQ(Count(kNewPosts), 2);
  EXPECT_EQ(Count(kEndedPosts), 2);
  EXPECT_EQ(Count(kOpenPosts), 9);
  const std::string person(IdOf(moves[0].staff_member()));
  EXPECT_EQ(database().Scalar(absl::StrCat("SELECT CONCAT(kind, ' ', fte, ' ', cadre_id) FROM"
                                           " assignment WHERE assignment_id = 'winter--0001'"
                                           " AND staff_member_id = '",
                                           person, "'")),
            "PERMANENT 1 nurse");
}

TEST_F(PlanEffectTest, GapsFollowOnTheDay) {
  ASSERT_OK(Apply("winter"));
  EXPECT_EQ(Get("small", "nurse").current(), 1);
  EXPECT_EQ(Get("big", "nurse").current(), 8);
  clock().Advance(absl::Hours(24 * 20));  // 1 March
  EXPECT_EQ(Get("small", "nurse").current(), 3);
  EXPECT_EQ(Get("big", "nurse").current(), 6);
  EXPECT_EQ(Dump(), DumpOfRecomputed());
}

TEST_F(PlanEffectTest, GapsFollowAtOnceWhenTheDayHasCome) {
  clock().Advance(absl::Hours(24 * 22));  // 3 March: the clerk is late
  ASSERT_OK(Apply("winter"));
  EXPECT_EQ(Count(kNewPosts), 2);
  EXPECT_EQ(Get("small", "nurse").current(), 3);
  EXPECT_EQ(Dump(), DumpOfRecomputed());
  ASSERT_OK_AND_ASSIGN(const auto next, WhatIf());
  EXPECT_THAT(next.moves(), ::testing::IsEmpty());
}

TEST_F(PlanEffectTest, EachWriteIsOnRecord) {
  const int before = Count("SELECT COUNT(*) FROM change_log");
  ASSERT_OK(Apply("winter"));
  EXPECT_EQ(Count("SELECT COUNT(*) FROM change_log"), before + 5);  // 2 ended, 2 begun, the plan
}

TEST_F(PlanEffectTest, ARetryAnswersTheSameAndMovesNobodyTwice) {
  ASSERT_OK_AND_ASSIGN(const Plan first, ApplyAllocationPlan(deputy(), Request("r-1")));
  ASSERT_OK_AND_ASSIGN(const Plan again, ApplyAllocationPlan(deputy(), Request("r-1")));
  EXPECT_EQ(again.SerializeAsString(), first.SerializeAsString());
  EXPECT_EQ(Count(kNewPosts), 2);
  EXPECT_THAT(ApplyAllocationPlan(deputy(), Request("r-2")), HasError(Reason::WRONG_STATE));
}

TEST_F(PlanEffectTest, ValidateOnlyMovesNobody) {
  const std::string before = Written();
  v1::ApplyAllocationPlanRequest request = Request();
  request.set_validate_only(true);
  ASSERT_OK_AND_ASSIGN(const Plan plan, ApplyAllocationPlan(deputy(), request));
  EXPECT_EQ(plan.state(), Plan::EFFECTIVE);
  EXPECT_EQ(Written(), before);
}

// A statement that fails, wherever it is, leaves nothing of the plan behind.
TEST_F(PlanEffectTest, AFailureBetweenStatementsLeavesNothingHalfWritten) {
  clock().Advance(absl::Hours(24 * 22));  // 3 March, so that levels change at once
  const std::string before = Written();
  for (const char* statement :
       {"INSERT INTO assignment", "INSERT INTO change_log", "FROM staffing_level",
        "INTO staffing_level", "UPDATE allocation_plan"}) {
    SCOPED_TRACE(statement);
    const auto faults = std::make_shared<testing::ScriptedFaults>();
    db::DatabaseOptions options = database().options();
    options.faults = faults;
    db::Connection connection(options);
    const auto call = CallWith({"homs:approver"}, connection);
    faults->FailNext(statement, 1064);
    EXPECT_THAT(ApplyAllocationPlan(**call, Request("r-1")), ::testing::Not(IsOk()));
    EXPECT_TRUE(faults->done());
    EXPECT_EQ(Written(), before);
  }
  EXPECT_THAT(ApplyAllocationPlan(deputy(), Request("r-1")), IsOk());
  EXPECT_EQ(Count(kNewPosts), 2);
}

TEST_F(PlanEffectTest, ALostCommitIsAskedAgainWithTheSameRequestId) {
  const auto faults = std::make_shared<testing::ScriptedFaults>();
  db::DatabaseOptions options = database().options();
  options.faults = faults;
  db::Connection connection(options);
  const auto call = CallWith({"homs:approver"}, connection);
  faults->KillNext(db::FaultPoint::kAfterCommit);
  EXPECT_THAT(ApplyAllocationPlan(**call, Request("r-1")), HasError(Reason::RETRY_SAFE));
  ASSERT_OK_AND_ASSIGN(const Plan plan, ApplyAllocationPlan(**call, Request("r-1")));
  EXPECT_EQ(plan.state(), Plan::EFFECTIVE);
  EXPECT_EQ(Count(kNewPosts), 2);
}

TEST_F(PlanEffectTest, OfTwoPlansForTheSamePeopleOneTakesEffect) {
  MakePlan("spring", Plan::ORDERED);
  ASSERT_OK(Apply("winter"));
  EXPECT_THAT(Apply("spring"), HasError(Reason::PLAN_OUTDATED));
  EXPECT_EQ(Count(kNewPosts), 2);
  EXPECT_EQ(GetPlan("spring").state(), Plan::ORDERED);
}

}  // namespace
}  // namespace mudiriya::staffing
