// The way of a plan from draft to effect.

#include "services/staffing/plan_steps.h"

#include <set>
#include <string>

#include "absl/strings/str_cat.h"
#include "mudiriya/staffing/v1/assignment_service.pb.h"
#include "mudiriya/staffing/v1/leave_service.pb.h"
#include "mudiriya/staffing/v1/staff_member_service.pb.h"
#include "services/staffing/allocation_plans.h"
#include "services/staffing/assignments.h"
#include "services/staffing/dates.h"
#include "services/staffing/leaves.h"
#include "services/staffing/row_id.h"
#include "services/staffing/staff_members.h"
#include "tests/services/staffing/plan_fixture.h"

namespace mudiriya::staffing {
namespace {

using Plan = v1::AllocationPlan;
using ::testing::AllOf;
using testing::HasError;
using ::testing::HasSubstr;
using testing::HasViolation;
using testing::IsOk;
using ::testing::Not;

class PlanStepsTest : public PlanTest {
 protected:
  PlanTest::Result Take(const std::string& verb, absl::string_view id) {
    if (verb == "propose") return Propose(id);
    if (verb == "approve") return Approve(id);
    if (verb == "reject") return Reject(id);
    if (verb == "cancel") return Cancel(id);
    if (verb == "order") return Order(id);
    if (verb == "apply") return Apply(id);
    return Delete(id);
  }

  void EndAt(const v1::Assignment& post, absl::CivilDay day) {
    v1::UpdateAssignmentRequest request;
    request.mutable_assignment()->set_name(post.name());
    *request.mutable_assignment()->mutable_end_date() = ToDate(day);
    request.mutable_update_mask()->add_paths("end_date");
    ASSERT_OK(UpdateAssignment(call(), request));
  }

  // Names of what an outdated plan is refused for.
  static std::string Changed(const PlanTest::Result& result) {
    EXPECT_THAT(result, HasError(Reason::PLAN_OUTDATED));
    return ArgumentOf(result.status(), "names");
  }

  v1::AllocationMove FirstMove(absl::string_view id) { return Moves(id).at(0); }
};

// Every step from every state: taken, or refused with the state and those allowed.
TEST_F(PlanStepsTest, EachStepIsPossibleInItsStatesOnly) {
  struct Row {
    std::string verb;
    std::set<PlanTest::State> from;
    PlanTest::State to;
  };
  const Row rows[] = {
      {"propose", {Plan::DRAFT}, Plan::PROPOSED},
      {"approve", {Plan::PROPOSED}, Plan::APPROVED},
      {"reject", {Plan::PROPOSED}, Plan::REJECTED},
      {"cancel", {Plan::DRAFT, Plan::PROPOSED, Plan::APPROVED, Plan::ORDERED}, Plan::CANCELLED},
      {"order", {Plan::APPROVED}, Plan::ORDERED},
      {"apply", {Plan::ORDERED}, Plan::EFFECTIVE},
      {"delete", {Plan::DRAFT, Plan::REJECTED, Plan::CANCELLED}, Plan::STATE_UNSPECIFIED},
  };
  for (int number = Plan::DRAFT; number <= Plan::CANCELLED; ++number) {
    const auto state = static_cast<PlanTest::State>(number);
    for (const Row& row : rows) {
      const std::string id = absl::StrCat("p", number, "-", row.verb);
      SCOPED_TRACE(absl::StrCat(row.verb, " from ", Plan::State_Name(state)));
      MakePlan(id, state);
      const PlanTest::Result result = Take(row.verb, id);
      if (row.from.count(state) > 0) {
        ASSERT_THAT(result, IsOk());
        EXPECT_EQ(result->state(), row.verb == "delete" ? state : row.to);
        EXPECT_EQ(GetPlan(id).SerializeAsString(), result->SerializeAsString());
      } else {
        EXPECT_THAT(result, HasError(Reason::WRONG_STATE));
        EXPECT_EQ(ArgumentOf(result.status(), "state"), Plan::State_Name(state));
        EXPECT_THAT(ArgumentOf(result.status(), "allowed"),
                    HasSubstr(Plan::State_Name(*row.from.begin())));
        EXPECT_EQ(GetPlan(id).state(), state);
      }
    }
  }
}

TEST_F(PlanStepsTest, EachStepNotesWhoAndWhen) {
  MakePlan("p", Plan::ORDERED);
  const Plan ordered = GetPlan("p");
  EXPECT_EQ(ordered.proposer(), "planner");
  EXPECT_EQ(ordered.decider(), "somebody");
  for (const auto& time : {ordered.create_time(), ordered.propose_time(), ordered.decide_time(),
                           ordered.order_time()}) {
    EXPECT_EQ(time.seconds(), absl::ToUnixSeconds(clock().Now()));
  }
  EXPECT_FALSE(ordered.has_apply_time());
  EXPECT_EQ(Count("SELECT COUNT(*) FROM change_log WHERE resource LIKE '%/allocationPlans/p'"), 4);
}

TEST_F(PlanStepsTest, RejectionAndWithdrawalKeepTheirReasons) {
  MakePlan("p", Plan::REJECTED);
  EXPECT_EQ(GetPlan("p").decision_reason(), "too many at once");
  EXPECT_EQ(GetPlan("p").decider(), "somebody");
  MakePlan("q", Plan::CANCELLED);
  EXPECT_EQ(GetPlan("q").decision_reason(), "superseded");
  EXPECT_EQ(GetPlan("q").decider(), "");
}

TEST_F(PlanStepsTest, TheProposerCannotApprove) {
  MakePlan("p", Plan::PROPOSED);
  v1::ApproveAllocationPlanRequest request;
  request.set_name(PlanName("p"));
  EXPECT_THAT(ApproveAllocationPlan(call(), request), HasError(Reason::SAME_PERSON));
  EXPECT_EQ(GetPlan("p").state(), Plan::PROPOSED);
  EXPECT_THAT(ApproveAllocationPlan(deputy(), request), IsOk());
}

TEST_F(PlanStepsTest, APlanWhosePeopleHaveMovedSinceIsRefusedByName) {
  AddSurplusAndShortage();
  MakePlan("p", Plan::PROPOSED);
  v1::Assignment post;
  post.set_name(FirstMove("p").assignment());
  EndAt(post, absl::CivilDay(2026, 12, 31));
  EXPECT_EQ(Changed(Approve("p")), post.name());
  EXPECT_EQ(GetPlan("p").state(), Plan::PROPOSED);
}

TEST_F(PlanStepsTest, AnAssignmentThatIsGoneOutdatesThePlan) {
  AddSurplusAndShortage();
  MakePlan("p", Plan::APPROVED);
  v1::DeleteAssignmentRequest request;
  request.set_name(FirstMove("p").assignment());
  ASSERT_OK(DeleteAssignment(call(), request));
  EXPECT_EQ(Changed(Order("p")), request.name());
}

TEST_F(PlanStepsTest, WhoeverGoesOnLeaveOutdatesThePlan) {
  AddSurplusAndShortage();
  MakePlan("p", Plan::ORDERED);
  v1::CreateLeaveRequest request;
  request.set_parent(FirstMove("p").staff_member());
  request.mutable_leave()->set_kind(v1::Leave::SICK);
  *request.mutable_leave()->mutable_start_date() = ToDate(absl::CivilDay(2026, 2, 9));
  *request.mutable_leave()->mutable_end_date() = ToDate(absl::CivilDay(2026, 2, 12));
  ASSERT_OK(CreateLeave(call(), request));
  EXPECT_EQ(Changed(Apply("p")), request.parent());
  clock().Advance(absl::Hours(24 * 4));
  EXPECT_THAT(Apply("p"), IsOk());
}

TEST_F(PlanStepsTest, ANewRestrictionOrAClosedDestinationOutdatesThePlan) {
  AddSurplusAndShortage();
  MakePlan("p", Plan::PROPOSED);
  v1::UpdateStaffMemberRequest request;
  request.mutable_staff_member()->set_name(FirstMove("p").staff_member());
  request.mutable_staff_member()->add_restricted_facilities(NameOf("facilities", "small"));
  request.mutable_update_mask()->add_paths("restricted_facilities");
  ASSERT_OK(UpdateStaffMember(call(), request));
  EXPECT_EQ(Changed(Approve("p")), request.staff_member().name());
  Close("small");
  ASSERT_OK(WhatIf());  // which brings the copy of the places up to date
  EXPECT_THAT(Changed(Approve("p")),
              AllOf(HasSubstr(request.staff_member().name()), HasSubstr("facilities/small")));
}

TEST_F(PlanStepsTest, AChangeElsewhereDoesNotOutdateThePlan) {
  AddSurplusAndShortage();
  MakePlan("p", Plan::PROPOSED);
  Hire("small", "midwife", 1);
  EXPECT_THAT(Approve("p"), IsOk());
}

TEST_F(PlanStepsTest, AStepOnAnotherVersionIsRefused) {
  MakePlan("p", Plan::DRAFT);
  v1::ProposeAllocationPlanRequest request;
  request.set_name(PlanName("p"));
  request.set_etag("99");
  EXPECT_THAT(ProposeAllocationPlan(call(), request), HasError(Reason::STALE_ETAG));
  request.set_etag(GetPlan("p").etag());
  EXPECT_THAT(ProposeAllocationPlan(call(), request), IsOk());
}

TEST_F(PlanStepsTest, AStepIsTakenOnceHoweverOftenItIsAsked) {
  MakePlan("p", Plan::DRAFT);
  v1::ProposeAllocationPlanRequest request;
  request.set_name(PlanName("p"));
  request.set_request_id("r-1");
  ASSERT_OK_AND_ASSIGN(const Plan first, ProposeAllocationPlan(call(), request));
  ASSERT_OK_AND_ASSIGN(const Plan again, ProposeAllocationPlan(call(), request));
  EXPECT_EQ(again.SerializeAsString(), first.SerializeAsString());
  request.set_request_id("r-2");
  EXPECT_THAT(ProposeAllocationPlan(call(), request), HasError(Reason::WRONG_STATE));
}

TEST_F(PlanStepsTest, ValidateOnlyChecksAndWritesNothing) {
  MakePlan("p", Plan::DRAFT);
  v1::ProposeAllocationPlanRequest request;
  request.set_name(PlanName("p"));
  request.set_validate_only(true);
  ASSERT_OK_AND_ASSIGN(const Plan answer, ProposeAllocationPlan(call(), request));
  EXPECT_EQ(answer.state(), Plan::PROPOSED);
  EXPECT_EQ(GetPlan("p").state(), Plan::DRAFT);
}

TEST_F(PlanStepsTest, OrdersTakeEffectFromTodayOn) {
  MakePlan("p", Plan::APPROVED);
  EXPECT_THAT(Order("p", "2026-02-08"), HasViolation("effective_date", Reason::BELOW_MINIMUM));
  ASSERT_OK_AND_ASSIGN(const Plan ordered, Order("p", ""));
  EXPECT_EQ(ordered.effective_date().day(), 10);  // tomorrow
  MakePlan("q", Plan::APPROVED);
  EXPECT_THAT(Order("q", "2026-02-09"), IsOk());
}

TEST_F(PlanStepsTest, OrdersAreNumbered) {
  AddSurplusAndShortage();
  MakePlan("winter", Plan::APPROVED);
  EXPECT_EQ(FirstMove("winter").transfer_order_number(), "");
  ASSERT_OK(Order("winter"));
  EXPECT_EQ(Moves("winter")[0].transfer_order_number(), "winter/0001");
  EXPECT_EQ(Moves("winter")[1].transfer_order_number(), "winter/0002");
}

TEST_F(PlanStepsTest, APlanThatIsDeletedTakesNoStep) {
  MakePlan("p", Plan::DRAFT);
  ASSERT_OK(Delete("p"));
  EXPECT_THAT(Propose("p"), HasError(Reason::DELETED));
  EXPECT_THAT(Propose("ghost"), HasError(Reason::NOT_FOUND));
}

TEST_F(PlanStepsTest, OnlyTitleAndNoteCanBeChanged) {
  MakePlan("p", Plan::DRAFT);
  v1::UpdateAllocationPlanRequest request;
  request.mutable_allocation_plan()->set_name(PlanName("p"));
  request.mutable_allocation_plan()->set_note("before the holidays");
  request.mutable_allocation_plan()->set_state(Plan::EFFECTIVE);
  request.mutable_update_mask()->add_paths("note");
  ASSERT_OK_AND_ASSIGN(const Plan changed, UpdateAllocationPlan(call(), request));
  EXPECT_EQ(changed.note(), "before the holidays");
  EXPECT_EQ(changed.state(), Plan::DRAFT);
  request.mutable_allocation_plan()->mutable_parameters()->set_max_moves(3);
  request.mutable_update_mask()->set_paths(0, "parameters");
  EXPECT_THAT(UpdateAllocationPlan(call(), request), Not(IsOk()));
}

}  // namespace
}  // namespace mudiriya::staffing
