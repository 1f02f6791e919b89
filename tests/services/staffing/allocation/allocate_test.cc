#include "services/staffing/allocation/allocate.h"

#include <map>
#include <set>

#include "absl/time/clock.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/services/staffing/allocation/instances.h"

namespace mudiriya::staffing::allocation {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

Plan PlanOf(const Request& request) {
  const absl::StatusOr<Plan> plan = Allocate(request);
  EXPECT_TRUE(plan.ok()) << plan.status();
  return plan.value_or(Plan());
}

// A facility with two nurses too many, and one 100 km away that has one of four.
class PairTest : public ::testing::Test {
 protected:
  PairTest() {
    donor_ = builder_.AddFacility(0);
    receiver_ = builder_.AddFacility(100);
    nurses_ = builder_.AddCadre();
    builder_.AddPersons(donor_, nurses_, 1, 3).AddPersons(receiver_, nurses_, 4, 1);
  }
  Plan plan() const { return PlanOf(builder_.request); }

  RequestBuilder builder_;
  int32_t donor_;
  int32_t receiver_;
  int32_t nurses_;
};

// Shortage 4·(3/4)² = 2.25 falls to 4·(1/4)² = 0.25; two moves cost 0.05 + 0.002·100 each.
TEST_F(PairTest, SurplusGoesWhereItIsMissing) {
  const Plan result = plan();
  ASSERT_THAT(result.moves, SizeIs(2));
  EXPECT_NEAR(result.before.total(), 2.25, 1e-9);
  EXPECT_NEAR(result.after.shortage, 0.25, 1e-9);
  EXPECT_NEAR(result.after.base, 0.1, 1e-9);
  EXPECT_NEAR(result.after.distance, 0.4, 1e-6);
  EXPECT_NEAR(result.after.total(), 0.75, 1e-6);
  EXPECT_EQ(result.proof.scaled_change, -1'500'000);
  EXPECT_TRUE(result.proof.optimal);
}

TEST_F(PairTest, MovesThatCostMoreThanTheyRelieveAreNotMade) {
  builder_.request.parameters.base_move_cost = 0.9;  // reliefs are 1.25 and 0.75
  EXPECT_THAT(plan().moves, SizeIs(1));
  builder_.request.parameters.base_move_cost = 1.1;
  EXPECT_THAT(plan().moves, IsEmpty());
}

TEST_F(PairTest, AMoveWorthExactlyItsCostIsNotMade) {
  builder_.request.parameters.cost_per_km = 0;
  builder_.request.parameters.base_move_cost = 0.75;
  EXPECT_THAT(plan().moves, SizeIs(1));
}

TEST_F(PairTest, DistanceLimit) {
  builder_.request.parameters.max_km = 99.9;
  EXPECT_THAT(plan().moves, IsEmpty());
  builder_.request.parameters.max_km = 100.1;
  EXPECT_THAT(plan().moves, SizeIs(2));
}

TEST_F(PairTest, UnknownDistanceIsChargedButNeverWithinALimit) {
  builder_.request.facilities[receiver_].location.reset();
  const Plan result = plan();
  ASSERT_THAT(result.moves, SizeIs(2));
  EXPECT_EQ(result.moves[0].km, std::nullopt);
  EXPECT_NEAR(result.after.distance, 2 * 50 * 0.002, 1e-9);
  builder_.request.parameters.max_km = 1000;
  EXPECT_THAT(plan().moves, IsEmpty());
}

TEST_F(PairTest, LimitOfMoves) {
  builder_.request.parameters.max_moves = 1;
  EXPECT_THAT(plan().moves, SizeIs(1));
  builder_.request.parameters.max_moves = 0;
  EXPECT_THAT(plan().moves, IsEmpty());
}

TEST_F(PairTest, OnlyPersonsWhoMayBeMovedAre) {
  builder_.person(0).on_leave = true;
  builder_.person(1).permanent = false;
  const Plan result = plan();
  ASSERT_THAT(result.moves, SizeIs(1));
  EXPECT_EQ(result.moves[0].person, 2);
  builder_.request.parameters.min_days_at_post = 1001;
  EXPECT_THAT(plan().moves, IsEmpty());
}

TEST_F(PairTest, PartTimeStaffAreNotMoved) {
  builder_.request.positions[0].heads = 2;
  builder_.person(0).full_time = false;
  const Plan result = plan();
  ASSERT_THAT(result.moves, SizeIs(1));
  EXPECT_NE(result.moves[0].person, 0);
}

TEST_F(PairTest, RestrictedPersonsStay) {
  builder_.person(0).restricted = {receiver_};
  builder_.person(1).restricted = {receiver_};
  builder_.person(1).preferred = {receiver_};  // the restriction wins
  const Plan result = plan();
  ASSERT_THAT(result.moves, SizeIs(1));
  EXPECT_EQ(result.moves[0].person, 2);
}

TEST_F(PairTest, WhoPrefersTheDestinationGoesFirst) {
  builder_.request.parameters.max_moves = 1;
  builder_.person(2).preferred = {receiver_};
  const Plan result = plan();
  ASSERT_THAT(result.moves, SizeIs(1));
  EXPECT_EQ(result.moves[0].person, 2);
  EXPECT_TRUE(result.moves[0].preferred);
  EXPECT_NEAR(result.after.preference, 0.05, 1e-12);
}

TEST_F(PairTest, LongestAtThePostGoesFirstThenById) {
  builder_.request.parameters.max_moves = 1;
  EXPECT_EQ(plan().moves[0].person, 0);
  builder_.person(1).days_at_post = 1001;
  EXPECT_EQ(plan().moves[0].person, 1);
}

TEST_F(PairTest, LeastStaffStays) {
  builder_.request.parameters.min_staff = 2;
  EXPECT_THAT(plan().moves, SizeIs(1));
}

TEST_F(PairTest, ADonorWithALowerShareToKeepPaysItsOwnShortage) {
  builder_.request.positions[0].required = 3;
  EXPECT_THAT(plan().moves, IsEmpty());
  // Its losses are 3·(1/3)² = 1/3 and 3·(4/9 − 1/9) = 1; reliefs less costs are 1.0 and 0.5.
  builder_.request.parameters.keep_share = 0.3;
  const Plan result = plan();
  ASSERT_THAT(result.moves, SizeIs(1));
  EXPECT_NEAR(result.moves[0].gain.loss, 1.0 / 3, 1e-9);
  EXPECT_NEAR(result.after.shortage, 1.0 + 1.0 / 3, 1e-9);
}

TEST_F(PairTest, TheMorePressingOfTwoPlacesIsServed) {
  const int32_t remote = builder_.AddFacility(-100, 2);
  builder_.AddPersons(remote, nurses_, 4, 1);
  builder_.request.parameters.max_moves = 1;
  EXPECT_EQ(plan().moves[0].to, remote);
  builder_.request.facilities[receiver_].priority = 3;
  EXPECT_EQ(plan().moves[0].to, receiver_);
}

TEST_F(PairTest, CountsAreMovedWithoutNames) {
  builder_.request.persons.clear();
  builder_.request.positions[0].transferable = 3;
  const Plan result = plan();
  ASSERT_THAT(result.moves, SizeIs(1));
  EXPECT_EQ(result.moves[0].heads, 2);
  EXPECT_EQ(result.moves[0].person, std::nullopt);
  EXPECT_EQ(result.proof.scaled_change, -1'500'000);
}

TEST_F(PairTest, SubstitutionOnlyAlongDeclaredPairs) {
  const int32_t midwives = builder_.AddCadre();
  builder_.request.positions[1].cadre = midwives;  // the place is now a midwife's
  builder_.person(3).cadre = midwives;
  EXPECT_THAT(plan().moves, IsEmpty());
  builder_.request.substitutions = {{midwives, nurses_, 0.1}};
  EXPECT_THAT(plan().moves, IsEmpty());
  builder_.request.substitutions = {{nurses_, midwives, 0.6}};
  const Plan result = plan();
  ASSERT_THAT(result.moves, SizeIs(1));  // reliefs 1.25 and 0.75, each move 0.85
  EXPECT_EQ(result.moves[0].from_cadre, nurses_);
  EXPECT_EQ(result.moves[0].to_cadre, midwives);
  EXPECT_NEAR(result.after.substitution, 0.6, 1e-12);
}

TEST_F(PairTest, NobodyMovesWithinAFacility) {
  const int32_t midwives = builder_.AddCadre();
  builder_.AddCounts(donor_, midwives, 3, 0);
  builder_.request.positions[1].heads = 4;
  builder_.request.substitutions = {{nurses_, midwives, 0}};
  EXPECT_THAT(plan().moves, IsEmpty());
}

TEST_F(PairTest, ADeadlineThatHasPassed) {
  SolverOptions options;
  options.deadline = absl::Now() - absl::Seconds(1);
  EXPECT_EQ(Allocate(builder_.request, options).status().code(),
            absl::StatusCode::kDeadlineExceeded);
}

TEST(AllocateTest, NothingToDo) {
  EXPECT_THAT(PlanOf(Request()).moves, IsEmpty());
  RequestBuilder builder;
  builder.AddFacility(0);
  builder.AddCadre();
  builder.AddPersons(0, 0, 0, 5);
  const Plan plan = PlanOf(builder.request);
  EXPECT_THAT(plan.moves, IsEmpty());
  EXPECT_EQ(plan.before.total(), 0);
  EXPECT_TRUE(plan.proof.optimal);
}

// What must hold of every plan, whatever the instance.
TEST(AllocateTest, RulesHoldInALargePlan) {
  Request request = RandomDirectorate({250, 4, 5000, true}, 11);
  request.parameters.min_staff = 1;
  request.parameters.max_km = 150;
  request.substitutions = {{0, 1, 0.2}};
  const Plan plan = PlanOf(request);
  ASSERT_THAT(plan.moves, testing::Not(IsEmpty()));
  std::set<int32_t> moved;
  std::map<std::pair<int32_t, int32_t>, int32_t> out;
  std::map<std::pair<int32_t, int32_t>, int32_t> in;
  for (const Move& move : plan.moves) {
    const Person& person = request.persons[*move.person];
    EXPECT_TRUE(moved.insert(*move.person).second);
    EXPECT_EQ(person.facility, move.from);
    EXPECT_EQ(person.cadre, move.from_cadre);
    EXPECT_THAT(person.restricted, testing::Not(testing::Contains(move.to)));
    EXPECT_LE(*move.km, 150);
    EXPECT_TRUE(move.from_cadre == move.to_cadre || (move.from_cadre == 0 && move.to_cadre == 1));
    ++out[{move.from, move.from_cadre}];
    ++in[{move.to, move.to_cadre}];
  }
  for (const Outcome& outcome : plan.outcomes) {
    const FacilityCadre& position = request.positions[outcome.position];
    const std::pair key(position.facility, position.cadre);
    EXPECT_EQ(outcome.after, position.heads - out[key] + in[key]);
    if (out[key] > 0) {
      EXPECT_GE(outcome.after, position.required);
      EXPECT_GE(outcome.after, 1);
      EXPECT_EQ(in[key], 0);
    }
    if (in[key] > 0) {
      EXPECT_LT(outcome.after, position.required + 1);
    }
  }
}

}  // namespace
}  // namespace mudiriya::staffing::allocation
