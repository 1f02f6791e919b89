// The plan is the optimum: against an independent solver (COIN-OR Clp) on instances of some size.
#include "gtest/gtest.h"
#include "services/staffing/allocation/allocate.h"
#include "tests/services/staffing/allocation/clp_reference.h"
#include "tests/services/staffing/allocation/instances.h"

namespace mudiriya::staffing::allocation {
namespace {

int64_t Change(const Request& request, const SolverOptions& options = {}) {
  const absl::StatusOr<Plan> plan = Allocate(request, options);
  EXPECT_TRUE(plan.ok()) << plan.status();
  return plan.ok() ? plan->proof.scaled_change : 0;
}

// Few arcs at first, so that nearly all of the plan must be priced in.
SolverOptions Sparse() {
  SolverOptions options;
  options.neighbours = 1;
  return options;
}

SolverOptions Dense() {
  SolverOptions options;
  options.all_arcs = true;
  return options;
}

void ExpectAllAgree(const Request& request) {
  const std::optional<int64_t> reference = ClpOptimum(request).change;
  ASSERT_TRUE(reference.has_value());
  const int64_t expected = *reference;
  EXPECT_LT(expected, 0);
  EXPECT_EQ(Change(request), expected);
  EXPECT_EQ(Change(request, Sparse()), expected);
  EXPECT_EQ(Change(request, Dense()), expected);
}

TEST(ReferenceTest, Persons) {
  for (uint32_t seed = 0; seed < 3; ++seed) {
    ExpectAllAgree(RandomDirectorate({300, 3, 4000, true}, seed));
  }
}

TEST(ReferenceTest, Counts) { ExpectAllAgree(RandomDirectorate({300, 3, 4000, false}, 3)); }

TEST(ReferenceTest, MoreSurplusThanShortage) {
  Request request = RandomDirectorate({200, 2, 3000, true}, 4);
  for (FacilityCadre& position : request.positions) position.required *= 0.4;
  ExpectAllAgree(request);
}

TEST(ReferenceTest, DistanceLimitAndManyPreferences) {
  Request request = RandomDirectorate({200, 2, 2500, true}, 5);
  request.parameters.max_km = 60;
  request.parameters.preference_credit = 0.3;
  for (size_t i = 0; i < request.persons.size(); i += 3) {
    request.persons[i].preferred = {static_cast<int32_t>(i * 7 % 200)};
  }
  ExpectAllAgree(request);
}

TEST(ReferenceTest, DistanceCostsNothing) {
  Request request = RandomDirectorate({150, 2, 2000, true}, 6);
  request.parameters.cost_per_km = 0;
  ExpectAllAgree(request);
}

TEST(ReferenceTest, DistanceCostsMuch) {
  Request request = RandomDirectorate({200, 2, 2500, true}, 7);
  request.parameters.cost_per_km = 0.05;
  ExpectAllAgree(request);
}

TEST(ReferenceTest, PlacesWithoutALocation) {
  Request request = RandomDirectorate({200, 2, 2500, true}, 8);
  for (size_t i = 0; i < request.facilities.size(); i += 4) request.facilities[i].location.reset();
  ExpectAllAgree(request);
}

TEST(ReferenceTest, CadresThatSubstituteForOneAnother) {
  Request request = RandomDirectorate({150, 4, 3000, true}, 9);
  request.substitutions = {{0, 1, 0.1}, {1, 0, 0.2}, {2, 0, 0.05}};
  ExpectAllAgree(request);
}

TEST(ReferenceTest, LimitOfMovesAcrossCadres) {
  Request request = RandomDirectorate({150, 3, 2500, true}, 10);
  const size_t unlimited = Allocate(request)->moves.size();
  for (const int64_t limit : {int64_t{1}, int64_t{40}, static_cast<int64_t>(unlimited) - 1}) {
    request.parameters.max_moves = limit;
    ExpectAllAgree(request);
    EXPECT_EQ(Allocate(request)->moves.size(), static_cast<size_t>(limit));
  }
}

}  // namespace
}  // namespace mudiriya::staffing::allocation
