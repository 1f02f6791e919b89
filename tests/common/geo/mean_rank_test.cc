#include "common/geo/mean_rank.h"

#include <algorithm>
#include <numeric>
#include <random>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace mudiriya::geo {
namespace {

using ::testing::DoubleEq;
using ::testing::DoubleNear;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(MeanRanks, OfNothingIsNothing) { EXPECT_THAT(MeanRanks({}), IsEmpty()); }

TEST(MeanRanks, OfOneIsZero) { EXPECT_THAT(MeanRanks({42.0}), ElementsAre(0.0)); }

TEST(MeanRanks, RunsFromZeroToOneInTheOrderGiven) {
  EXPECT_THAT(MeanRanks({30.0, 10.0, 20.0}), ElementsAre(1.0, 0.0, 0.5));
}

TEST(MeanRanks, TiesShareTheirMean) {
  EXPECT_THAT(MeanRanks({10.0, 20.0, 20.0, 40.0}), ElementsAre(0.0, 0.5, 0.5, 1.0));
  EXPECT_THAT(MeanRanks({0.0, 0.0, 0.0, 9.0}),
              ElementsAre(DoubleEq(1.0 / 3), DoubleEq(1.0 / 3), DoubleEq(1.0 / 3), 1.0));
}

TEST(MeanRanks, AllEqualIsTheMiddle) {
  EXPECT_THAT(MeanRanks({7.0, 7.0, 7.0}), ElementsAre(0.5, 0.5, 0.5));
}

TEST(MeanRanks, SumDependsOnTheNumberOnly) {
  std::mt19937 random(7);
  std::uniform_int_distribution<int> value(0, 9);
  std::vector<double> values(101);
  std::generate(values.begin(), values.end(), [&] { return value(random); });
  const std::vector<double> ranks = MeanRanks(values);
  EXPECT_THAT(std::accumulate(ranks.begin(), ranks.end(), 0.0), DoubleNear(101 / 2.0, 1e-9));
}

}  // namespace
}  // namespace mudiriya::geo
