#include "services/staffing/allocation/min_cost_flow.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace mudiriya::staffing::allocation {
namespace {

using ::testing::ElementsAre;

TEST(MinCostFlowTest, TakesTheCheaperWayFirst) {
  const std::vector<FlowArc> arcs = {{0, 1, 2, 5}, {0, 2, 9, 1}, {2, 1, 3, 1}};
  const auto solution = MinCostFlow(3, arcs, 0, 1, 4);
  ASSERT_TRUE(solution.has_value());
  EXPECT_THAT(solution->flow, ElementsAre(1, 3, 3));
}

TEST(MinCostFlowTest, TooLittleCapacityHasNoSolution) {
  EXPECT_FALSE(MinCostFlow(2, {{0, 1, 2, 5}}, 0, 1, 3).has_value());
}

TEST(MinCostFlowTest, PotentialsProveTheOptimum) {
  const std::vector<FlowArc> arcs = {{0, 2, 3, 4}, {0, 3, 2, 1},  {2, 1, 2, -7},
                                     {3, 1, 2, 2}, {2, 3, 1, -1}, {0, 1, 9, 0}};
  const auto solution = MinCostFlow(4, arcs, 0, 1, 5);
  ASSERT_TRUE(solution.has_value());
  for (size_t i = 0; i < arcs.size(); ++i) {
    const int64_t reduced =
        arcs[i].cost + solution->potential[arcs[i].from] - solution->potential[arcs[i].to];
    if (solution->flow[i] < arcs[i].capacity) {
      EXPECT_GE(reduced, 0) << i;
    }
    if (solution->flow[i] > 0) {
      EXPECT_LE(reduced, 0) << i;
    }
  }
}

}  // namespace
}  // namespace mudiriya::staffing::allocation
