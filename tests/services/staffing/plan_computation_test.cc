// What a plan is computed from, and what it keeps to.

#include <cmath>
#include <random>
#include <set>
#include <string>

#include "absl/strings/str_cat.h"
#include "mudiriya/staffing/v1/leave_service.pb.h"
#include "mudiriya/staffing/v1/staff_member_service.pb.h"
#include "mudiriya/staffing/v1/substitution_rule_service.pb.h"
#include "services/staffing/allocation_plans.h"
#include "services/staffing/dates.h"
#include "services/staffing/leaves.h"
#include "services/staffing/row_id.h"
#include "services/staffing/staff_members.h"
#include "services/staffing/substitution_rules.h"
#include "tests/services/staffing/plan_fixture.h"

namespace mudiriya::staffing {
namespace {

using ::testing::ElementsAre;
using testing::HasError;
using testing::HasViolation;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class PlanComputationTest : public PlanTest {
 protected:
  void Send(const v1::Assignment& post, absl::string_view first, absl::string_view last) {
    v1::CreateLeaveRequest request;
    request.set_parent(ParentOf(post.name()));
    request.mutable_leave()->set_kind(v1::Leave::ANNUAL);
    absl::CivilDay day;
    ASSERT_TRUE(absl::ParseCivilTime(first, &day));
    *request.mutable_leave()->mutable_start_date() = ToDate(day);
    ASSERT_TRUE(absl::ParseCivilTime(last, &day));
    *request.mutable_leave()->mutable_end_date() = ToDate(day);
    ASSERT_OK(CreateLeave(call(), request));
  }

  // Sets a wish or a restriction of whoever holds the post.
  void Set(const v1::Assignment& post, absl::string_view field, absl::string_view facility) {
    v1::UpdateStaffMemberRequest request;
    v1::StaffMember& person = *request.mutable_staff_member();
    person.set_name(ParentOf(post.name()));
    (field == "preferred_facilities" ? person.add_preferred_facilities()
                                     : person.add_restricted_facilities())
        ->append(NameOf("facilities", facility));
    request.mutable_update_mask()->add_paths(std::string(field));
    ASSERT_OK(UpdateStaffMember(call(), request));
  }

  std::vector<v1::AllocationMove> MovesFor(const v1::AllocationParameters& parameters = {}) {
    const auto response = WhatIf(parameters);
    EXPECT_OK(response);
    if (!response.ok()) return {};
    return {response->moves().begin(), response->moves().end()};
  }
};

TEST_F(PlanComputationTest, MovesSurplusToShortageAndSaysWhy) {
  AddSurplusAndShortage();
  ASSERT_OK_AND_ASSIGN(const auto response, WhatIf());
  ASSERT_THAT(response.moves(), SizeIs(2));
  const v1::AllocationMove& first = response.moves(0);
  EXPECT_EQ(first.from_facility(), NameOf("facilities", "big"));
  EXPECT_EQ(first.to_facility(), NameOf("facilities", "small"));
  EXPECT_EQ(first.needed_cadre(), NameOf("cadres", "nurse"));
  EXPECT_EQ(first.donor().before(), 8);
  EXPECT_EQ(first.donor().after(), 6);
  EXPECT_EQ(first.receiver().required(), 3);
  EXPECT_EQ(first.receiver().before(), 1);
  EXPECT_EQ(first.receiver().after(), 3);
  EXPECT_EQ(first.receiver_priority().priority(), 1.5);
  EXPECT_EQ(first.receiver_priority().remoteness_term(), 0.5);
  EXPECT_NEAR(first.distance_km(), 26.5, 1);
  // p·R·s² = 1.5·3·(2/3)² = 2, then 1.5·3·(1/3)² = 0.5, then 0.
  EXPECT_NEAR(first.shortage_relief(), 1.5, 1e-9);
  EXPECT_NEAR(response.moves(1).shortage_relief(), 0.5, 1e-9);
  EXPECT_NEAR(first.move_cost(), 0.05 + 0.002 * first.distance_km(), 1e-9);
  EXPECT_THAT(first.reason(), ::testing::HasSubstr("nurse at small"));
  EXPECT_THAT(first.name(), IsEmpty());
}

TEST_F(PlanComputationTest, TheMovesAccountForTheWholeDifferenceOfTheObjective) {
  AddSurplusAndShortage();
  ASSERT_OK_AND_ASSIGN(const auto response, WhatIf());
  const v1::AllocationPlan& plan = response.allocation_plan();
  double gain = 0;
  for (const auto& move : response.moves()) {
    gain += move.shortage_relief() - move.donor_loss() - move.move_cost();
  }
  EXPECT_NEAR(plan.objective_before().shortage(), 2, 1e-9);
  EXPECT_NEAR(plan.objective_before().total() - plan.objective_after().total(), gain, 1e-6);
  EXPECT_TRUE(plan.proven_optimal());
  EXPECT_EQ(plan.state(), v1::AllocationPlan::STATE_UNSPECIFIED);
}

TEST_F(PlanComputationTest, StoresNothing) {
  AddSurplusAndShortage();
  ASSERT_OK(WhatIf());
  const std::string counts =
      "SELECT (SELECT COUNT(*) FROM allocation_plan) + (SELECT COUNT(*) FROM allocation_move)"
      " + 1000 * (SELECT COUNT(*) FROM change_log) + 1000 * (SELECT COUNT(*) FROM idempotency)";
  const int before = Count(counts);
  const std::string levels = Dump();
  ASSERT_OK(WhatIf());
  EXPECT_EQ(Count(counts), before);
  EXPECT_EQ(Count("SELECT COUNT(*) FROM allocation_plan"), 0);
  EXPECT_EQ(Dump(), levels);
}

TEST_F(PlanComputationTest, SameStaffingSamePlan) {
  AddSurplusAndShortage();
  ASSERT_OK_AND_ASSIGN(const auto first, WhatIf());
  ASSERT_OK_AND_ASSIGN(const auto second, WhatIf());
  EXPECT_EQ(first.SerializeAsString(), second.SerializeAsString());
}

TEST_F(PlanComputationTest, EveryParameterUsedIsInTheAnswer) {
  v1::AllocationParameters given;
  given.set_max_moves(7);
  given.mutable_weights()->set_density(2);
  ASSERT_OK_AND_ASSIGN(const auto response, WhatIf(given));
  const v1::AllocationParameters& used = response.allocation_plan().parameters();
  EXPECT_EQ(used.max_moves(), 7);
  EXPECT_EQ(used.weights().density(), 2);
  EXPECT_EQ(used.weights().remoteness(), 1);
  EXPECT_EQ(used.base_move_cost(), 0.05);
  EXPECT_EQ(used.cost_per_km(), 0.002);
  EXPECT_EQ(used.donor_floor(), 1);
  EXPECT_EQ(used.min_staff(), 1);
  EXPECT_EQ(used.min_tenure_days(), 180);
  EXPECT_TRUE(used.has_max_distance_km());
  EXPECT_EQ(used.max_distance_km(), 0);
  EXPECT_TRUE(used.allow_substitution());
}

TEST_F(PlanComputationTest, OnlyThoseWhoMayBeMovedAre) {
  SetPosts("small", "nurse", 9);
  Send(Hire("big", "nurse", 1)[0], "2026-02-01", "2026-02-09");  // on leave to this day
  Hire("big", "nurse", 1, "2025-12-01");                         // too short at the post
  Assign("big", "nurse", 0.5, "2025-01-01");                     // part time
  Assign("big", "nurse", 1, "2025-01-01", "2026-06-30");         // leaves by itself
  Set(Hire("big", "nurse", 1)[0], "restricted_facilities", "small");
  const v1::Assignment back = Hire("big", "nurse", 1)[0];
  Send(back, "2026-02-01", "2026-02-08");  // back since this morning
  Hire("big", "nurse", 1);
  v1::AllocationParameters parameters;
  parameters.set_min_staff(0);
  std::set<std::string> movers;
  for (const auto& move : MovesFor(parameters)) movers.insert(move.assignment());
  EXPECT_THAT(movers, SizeIs(2));
  EXPECT_EQ(movers.count(back.name()), 1u);
}

TEST_F(PlanComputationTest, WhoeverPrefersThePlaceGoesFirst) {
  AddSurplusAndShortage();
  const v1::Assignment eager = Hire("big", "nurse", 1)[0];
  Set(eager, "preferred_facilities", "small");
  v1::AllocationParameters parameters;
  parameters.set_max_moves(1);
  const auto moves = MovesFor(parameters);
  ASSERT_THAT(moves, SizeIs(1));
  EXPECT_EQ(moves[0].assignment(), eager.name());
  EXPECT_TRUE(moves[0].preferred_destination());
  EXPECT_NEAR(moves[0].move_cost(), 0.002 * moves[0].distance_km(), 1e-9);
}

TEST_F(PlanComputationTest, KeepsToAreaCadresAndDistance) {
  AddSurplusAndShortage();
  v1::AllocationParameters parameters;
  parameters.set_area(NameOf("areas", "north"));
  EXPECT_THAT(MovesFor(parameters), IsEmpty());
  parameters.set_area(NameOf("areas", "top"));
  EXPECT_THAT(MovesFor(parameters), SizeIs(2));
  parameters.add_cadres(NameOf("cadres", "midwife"));
  EXPECT_THAT(MovesFor(parameters), IsEmpty());
  parameters.Clear();
  parameters.set_max_distance_km(20);
  EXPECT_THAT(MovesFor(parameters), IsEmpty());
}

TEST_F(PlanComputationTest, TheDenserOrMoreRemoteOfTwoAlikeComesFirst) {
  AddFacility({.id = "dense", .area = "south", .density_rank = 1});
  SetPosts("dense", "nurse", 3);
  SetPosts("small", "nurse", 3);
  SetPosts("big", "nurse", 1);
  Hire("big", "nurse", 2);
  const auto destination = [&](double density, double remoteness) {
    v1::AllocationParameters parameters;
    parameters.mutable_weights()->set_density(density);
    parameters.mutable_weights()->set_remoteness(remoteness);
    const auto moves = MovesFor(parameters);
    return moves.size() == 1 ? std::string(IdOf(moves[0].to_facility())) : "";
  };
  EXPECT_EQ(destination(1, 1), "dense");
  EXPECT_EQ(destination(0, 1), "small");
}

TEST_F(PlanComputationTest, ClosedFacilitiesNeitherGiveNorReceive) {
  AddSurplusAndShortage();
  Close("small");
  EXPECT_THAT(MovesFor(), IsEmpty());
}

TEST_F(PlanComputationTest, OneCadreStandsInForAnotherWhereARuleSaysSo) {
  SetPosts("small", "midwife", 2);
  SetPosts("big", "nurse", 1);
  Hire("big", "nurse", 3);
  EXPECT_THAT(MovesFor(), IsEmpty());
  v1::CreateSubstitutionRuleRequest request;
  request.set_parent("directorates/homs");
  request.mutable_substitution_rule()->set_needed_cadre(NameOf("cadres", "midwife"));
  request.mutable_substitution_rule()->set_substitute_cadre(NameOf("cadres", "nurse"));
  request.mutable_substitution_rule()->set_penalty(0.2);
  ASSERT_OK(CreateSubstitutionRule(call(), request));
  ASSERT_OK_AND_ASSIGN(const auto response, WhatIf());
  ASSERT_THAT(response.moves(), SizeIs(2));
  EXPECT_EQ(response.moves(0).cadre(), NameOf("cadres", "nurse"));
  EXPECT_EQ(response.moves(0).needed_cadre(), NameOf("cadres", "midwife"));
  EXPECT_NEAR(response.allocation_plan().objective_after().substitution(), 0.4, 1e-9);
  v1::AllocationParameters parameters;
  parameters.set_allow_substitution(false);
  EXPECT_THAT(MovesFor(parameters), IsEmpty());
}

TEST_F(PlanComputationTest, NamesEveryReferenceThatIsNotThere) {
  v1::AllocationParameters parameters;
  parameters.add_cadres(NameOf("cadres", "nurse"));
  parameters.add_cadres(NameOf("cadres", "wizard"));
  parameters.add_cadres("directorates/assiut/cadres/nurse");
  parameters.set_area(NameOf("areas", "atlantis"));
  const absl::Status status = WhatIf(parameters).status();
  EXPECT_THAT(status, HasViolation("parameters.cadres[1]", Reason::REFERENCE_NOT_FOUND));
  EXPECT_THAT(status, HasViolation("parameters.cadres[2]", Reason::MISMATCH));
  EXPECT_THAT(status, HasViolation("parameters.area", Reason::REFERENCE_NOT_FOUND));
  EXPECT_EQ(Violations::FromStatus(status).size(), 3u);
  EXPECT_THAT(Create("p", parameters),
              HasViolation("allocation_plan.parameters.area", Reason::REFERENCE_NOT_FOUND));
}

TEST_F(PlanComputationTest, AnUnknownDirectorateIsNotFound) {
  v1::ComputeAllocationRequest request;
  request.set_parent("directorates/nowhere");
  EXPECT_THAT(ComputeAllocation(call(), request), HasError(Reason::NOT_FOUND));
}

// Any staffing at all: no donor falls below its need, and no receiver is filled beyond it.
TEST_F(PlanComputationTest, DonorsKeepTheirNeedAndReceiversStayWithinIt) {
  std::mt19937 random(20260209);
  for (int i = 0; i < 6; ++i) {
    const std::string id = absl::StrCat("f", i);
    AddFacility({.id = id, .density_rank = i / 5.0});
    SetPosts(id, "nurse", 0.5 + std::uniform_int_distribution<int>(0, 10)(random) / 2.0);
    Hire(id, "nurse", std::uniform_int_distribution<int>(0, 7)(random));
  }
  const auto moves = MovesFor();
  EXPECT_THAT(moves, ::testing::Not(IsEmpty()));
  for (const auto& move : moves) {
    EXPECT_GE(move.donor().after(), std::ceil(move.donor().required())) << move.ShortDebugString();
    EXPECT_LE(move.receiver().after(), std::ceil(move.receiver().required()));
  }
}

}  // namespace
}  // namespace mudiriya::staffing
