// The plan is the optimum: against every possible plan of many small puzzles.
#include "gtest/gtest.h"
#include "services/staffing/allocation/allocate.h"
#include "tests/services/staffing/allocation/exhaustive_search.h"
#include "tests/services/staffing/allocation/instances.h"

namespace mudiriya::staffing::allocation {
namespace {

constexpr uint32_t kPuzzles = 500;
// Ten moves, each of whose costs was rounded to a millionth.
constexpr double kRounding = 1e-5;

TEST(ExhaustiveTest, NoOtherPlanIsBetter) {
  int with_moves = 0;
  for (uint32_t seed = 0; seed < kPuzzles; ++seed) {
    const Request request = RandomPuzzle(seed);
    const absl::StatusOr<Plan> plan = Allocate(request);
    ASSERT_TRUE(plan.ok()) << seed << ": " << plan.status();
    EXPECT_NEAR(plan->after.total(), ExhaustiveOptimum(request), kRounding) << "seed " << seed;
    EXPECT_TRUE(plan->proof.optimal) << "seed " << seed;
    with_moves += !plan->moves.empty();
  }
  // The puzzles ask something.
  EXPECT_GT(with_moves, static_cast<int>(kPuzzles) / 4);
}

}  // namespace
}  // namespace mudiriya::staffing::allocation
