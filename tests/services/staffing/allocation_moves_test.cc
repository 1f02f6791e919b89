#include "services/staffing/allocation_moves.h"

#include <string>

#include "services/staffing/allocation_plans.h"
#include "tests/services/staffing/plan_fixture.h"

namespace mudiriya::staffing {
namespace {

using testing::HasError;
using ::testing::HasSubstr;
using testing::HasViolation;
using ::testing::SizeIs;

class AllocationMovesTest : public PlanTest {
 protected:
  AllocationMovesTest() {
    AddSurplusAndShortage();
    AddFacility({.id = "remote", .area = "village", .remoteness_rank = 1});
    SetPosts("remote", "nurse", 1);
    EXPECT_OK(Create("winter"));
  }

  static v1::ListAllocationMovesRequest Request() {
    v1::ListAllocationMovesRequest request;
    request.set_parent(PlanName("winter"));
    return request;
  }
};

TEST_F(AllocationMovesTest, ThoseThatRelieveMostComeFirst) {
  const auto moves = Moves("winter");
  ASSERT_THAT(moves, SizeIs(3));
  EXPECT_EQ(moves[0].name(), PlanName("winter") + "/moves/0001");
  EXPECT_EQ(moves[0].to_facility(), NameOf("facilities", "remote"));  // 2·1·1² = 2
  EXPECT_EQ(moves[1].to_facility(), NameOf("facilities", "small"));   // 1.5
  EXPECT_GE(moves[1].shortage_relief(), moves[2].shortage_relief());
}

TEST_F(AllocationMovesTest, ComeInPages) {
  v1::ListAllocationMovesRequest request = Request();
  request.set_page_size(2);
  ASSERT_OK_AND_ASSIGN(const auto first, ListAllocationMoves(call(), request));
  EXPECT_THAT(first.moves(), SizeIs(2));
  request.set_page_token(first.next_page_token());
  ASSERT_OK_AND_ASSIGN(const auto second, ListAllocationMoves(call(), request));
  ASSERT_THAT(second.moves(), SizeIs(1));
  EXPECT_EQ(second.moves(0).name(), PlanName("winter") + "/moves/0003");
  EXPECT_EQ(second.next_page_token(), "");
  request.set_filter("head_count > 0");
  EXPECT_THAT(ListAllocationMoves(call(), request),
              HasViolation("page_token", Reason::FOREIGN_PAGE_TOKEN));
}

TEST_F(AllocationMovesTest, AreFilteredAndSorted) {
  v1::ListAllocationMovesRequest request = Request();
  request.set_filter("to_facility = \"" + NameOf("facilities", "small") + "\"");
  ASSERT_OK_AND_ASSIGN(const auto filtered, ListAllocationMoves(call(), request));
  EXPECT_THAT(filtered.moves(), SizeIs(2));
  request.set_filter("");
  request.set_order_by("shortage_relief");
  ASSERT_OK_AND_ASSIGN(const auto sorted, ListAllocationMoves(call(), request));
  EXPECT_EQ(sorted.moves(2).name(), PlanName("winter") + "/moves/0001");
  request.set_order_by("reason");
  EXPECT_THAT(ListAllocationMoves(call(), request),
              HasViolation("order_by", Reason::INVALID_ORDER_BY));
}

TEST_F(AllocationMovesTest, AreToldInTheCallersLanguage) {
  const auto call = CallWith({"homs:planner"}, database().connection());
  call->info().language = Language::kArabic;
  ASSERT_OK_AND_ASSIGN(const auto response, ListAllocationMoves(**call, Request()));
  const v1::AllocationMove& move = response.moves(1);
  EXPECT_EQ(move.to_display_name().ar(), "منشأة small");
  EXPECT_EQ(move.from_display_name().en(), "big");
  EXPECT_THAT(move.reason(), HasSubstr("المطلوب ٣، والموجود ١، وبعد الخطة ٣"));
  call->info().language = Language::kFrench;
  ASSERT_OK_AND_ASSIGN(const auto french, ListAllocationMoves(**call, Request()));
  EXPECT_THAT(french.moves(1).reason(), HasSubstr("3 requis, 1 présents, 3 après le plan"));
}

TEST_F(AllocationMovesTest, NamePersonsToThoseWhoMayReadThem) {
  EXPECT_EQ(Moves("winter")[0].staff_member_display_name().en(), "somebody");
  const auto viewer = CallWith({"homs:viewer"}, database().connection());
  ASSERT_OK_AND_ASSIGN(const auto response, ListAllocationMoves(**viewer, Request()));
  EXPECT_FALSE(response.moves(0).has_staff_member_display_name());
}

TEST_F(AllocationMovesTest, OfAnUnknownPlanAreNotFound) {
  v1::ListAllocationMovesRequest request = Request();
  request.set_parent(PlanName("ghost"));
  EXPECT_THAT(ListAllocationMoves(call(), request), HasError(Reason::NOT_FOUND));
}

TEST_F(AllocationMovesTest, PlansAreListedNewestFirst) {
  clock().Advance(absl::Seconds(1));
  ASSERT_OK(Create("spring"));
  v1::ListAllocationPlansRequest request;
  request.set_parent("directorates/homs");
  ASSERT_OK_AND_ASSIGN(const auto response, ListAllocationPlans(call(), request));
  ASSERT_THAT(response.allocation_plans(), SizeIs(2));
  EXPECT_EQ(response.allocation_plans(0).name(), PlanName("spring"));
  request.set_filter("state = DRAFT AND move_count > 5");
  ASSERT_OK_AND_ASSIGN(const auto none, ListAllocationPlans(call(), request));
  EXPECT_THAT(none.allocation_plans(), SizeIs(0));
}

TEST_F(AllocationMovesTest, APlanIsMadeOnceHoweverOftenItIsAsked) {
  v1::CreateAllocationPlanRequest request;
  request.set_parent("directorates/homs");
  request.set_allocation_plan_id("once");
  request.set_request_id("r-1");
  request.mutable_allocation_plan()->set_note("first");
  ASSERT_OK_AND_ASSIGN(const auto first, CreateAllocationPlan(call(), request));
  EXPECT_EQ(first.state(), v1::AllocationPlan::DRAFT);
  EXPECT_EQ(first.note(), "first");
  ASSERT_OK_AND_ASSIGN(const auto again, CreateAllocationPlan(call(), request));
  EXPECT_EQ(again.SerializeAsString(), first.SerializeAsString());
  EXPECT_EQ(Count("SELECT COUNT(*) FROM allocation_move WHERE allocation_plan_id = 'once'"), 3);
  EXPECT_THAT(Create("once"), HasError(Reason::ALREADY_EXISTS));
}

}  // namespace
}  // namespace mudiriya::staffing
