#include <set>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/staffing/allocation/allocate.h"
#include "services/staffing/allocation/exclusive_roles.h"
#include "tests/services/staffing/allocation/exhaustive_search.h"
#include "tests/services/staffing/allocation/instances.h"

namespace mudiriya::staffing::allocation {
namespace {

// A chain along a road: the first place can reach only the middle one, and the middle one only the
// last. With a share to keep below 1 the middle one could both receive and give.
Request Chain() {
  RequestBuilder builder;
  builder.AddFacility(0);
  builder.AddFacility(50);
  builder.AddFacility(100, 8);
  builder.AddCadre();
  builder.AddCounts(0, 0, 1, 4).AddCounts(1, 0, 4, 3).AddCounts(2, 0, 3, 0);
  builder.request.parameters.keep_share = 0.2;
  builder.request.parameters.max_km = 60;
  return builder.request;
}

TEST(RolesTest, TheNetworkAloneWouldUseBothRoles) {
  const Request request = Chain();
  const Ordered ordered = PutInOrder(request);
  const std::vector<Market> markets = BuildMarkets(ordered);
  ASSERT_EQ(markets.size(), 1u);
  const SolverOptions options;
  NetworkSolver solver(ordered, markets[0], options);
  const absl::StatusOr<MarketSolution> relaxed = solver.Solve({});
  const absl::StatusOr<ExclusiveSolution> exclusive = SolveExclusive({&solver}, std::nullopt, 1);
  ASSERT_TRUE(relaxed.ok() && exclusive.ok());
  EXPECT_LT(relaxed->change, exclusive->solution.change);
  EXPECT_TRUE(exclusive->optimal);
}

TEST(RolesTest, APlaceGivesOrReceivesAndThePlanIsStillTheOptimum) {
  const Request request = Chain();
  const Plan plan = *Allocate(request);
  std::set<int32_t> giving;
  std::set<int32_t> receiving;
  for (const Move& move : plan.moves) {
    giving.insert(move.from);
    receiving.insert(move.to);
  }
  for (int32_t facility : giving) EXPECT_EQ(receiving.count(facility), 0u);
  EXPECT_NEAR(plan.after.total(), ExhaustiveOptimum(request), 1e-5);
}

TEST(RolesTest, WithALimitOfMovesToo) {
  Request request = Chain();
  for (int64_t limit = 0; limit < 5; ++limit) {
    request.parameters.max_moves = limit;
    EXPECT_NEAR(Allocate(request)->after.total(), ExhaustiveOptimum(request), 1e-5) << limit;
  }
}

TEST(RolesTest, LongChainsOfPlacesThatCouldDoBoth) {
  RequestBuilder builder;
  builder.AddCadre();
  double priority = 1;
  for (int32_t i = 0; i < 6; ++i, priority *= 10) {
    builder.AddFacility(i * 50, priority);
    builder.AddCounts(i, 0, 2.5, 2);
  }
  builder.request.parameters.keep_share = 0.3;
  builder.request.parameters.max_km = 60;
  const Plan plan = *Allocate(builder.request);
  EXPECT_FALSE(plan.moves.empty());
  EXPECT_TRUE(plan.proof.optimal);
  EXPECT_NEAR(plan.after.total(), ExhaustiveOptimum(builder.request), 1e-5);
}

}  // namespace
}  // namespace mudiriya::staffing::allocation
