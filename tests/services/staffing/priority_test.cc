#include "services/staffing/priority.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace mudiriya::staffing {
namespace {

using ::testing::DoubleNear;
using ::testing::ElementsAre;
using ::testing::Optional;

TEST(PriorityTest, EveryTermIsGiven) {
  const std::vector<Priority> priorities =
      ComputePriorities({{100, 0, false}, {300, 40, true}, {200, 80, false}}, PriorityWeights());
  EXPECT_EQ(priorities[1].density_rank, 1);
  EXPECT_EQ(priorities[1].remoteness_rank, 0.5);
  EXPECT_EQ(priorities[1].density_term, 1);
  EXPECT_EQ(priorities[1].remoteness_term, 0.5);
  EXPECT_EQ(priorities[1].critical_term, 1);
  EXPECT_EQ(priorities[1].total, 3.5);
  EXPECT_EQ(priorities[0].total, 1);
  EXPECT_EQ(priorities[2].total, 2.5);
}

TEST(PriorityTest, TheDenserOfTwoEqualShortagesRanksFirst) {
  const std::vector<Priority> priorities =
      ComputePriorities({{50, 10, false}, {90, 10, false}}, PriorityWeights());
  EXPECT_GT(priorities[1].total, priorities[0].total);
}

TEST(PriorityTest, WeightsChangeTheOrder) {
  const std::vector<PriorityFacts> facts = {{900, 0, false}, {10, 120, false}};
  PriorityWeights dense{2, 1, 1};
  PriorityWeights remote{1, 2, 1};
  EXPECT_GT(ComputePriorities(facts, dense)[0].total, ComputePriorities(facts, dense)[1].total);
  EXPECT_LT(ComputePriorities(facts, remote)[0].total, ComputePriorities(facts, remote)[1].total);
}

TEST(PriorityTest, TiesShareTheMeanRank) {
  EXPECT_THAT(RanksOfKnown({10.0, 20.0, 20.0, 40.0}), ElementsAre(0, 0.5, 0.5, 1));
  EXPECT_THAT(RanksOfKnown({7.0, 7.0, 7.0}), ElementsAre(0.5, 0.5, 0.5));
}

TEST(PriorityTest, OneFacilityRanksZero) {
  EXPECT_THAT(RanksOfKnown({99.0}), ElementsAre(0));
  EXPECT_EQ(ComputePriorities({{500, 30, false}}, PriorityWeights())[0].total, 1);
  EXPECT_TRUE(ComputePriorities({}, PriorityWeights()).empty());
}

TEST(PriorityTest, UnknownRanksZeroAndDoesNotCount) {
  EXPECT_THAT(RanksOfKnown({std::nullopt, 5.0, 9.0, std::nullopt}), ElementsAre(0, 0, 1, 0));
}

TEST(PriorityTest, DensityNeedsPopulationAndArea) {
  EXPECT_THAT(PopulationDensity(1000, 4), Optional(250.0));
  EXPECT_THAT(PopulationDensity(0, 4), Optional(0.0));
  EXPECT_EQ(PopulationDensity(1000, 0), std::nullopt);
  EXPECT_EQ(PopulationDensity(std::nullopt, 4), std::nullopt);
  EXPECT_EQ(PopulationDensity(1000, std::nullopt), std::nullopt);
}

TEST(PriorityTest, RemotenessIsTheDistanceToTheNearestReferralHospital) {
  const geo::Point assiut{27.18, 31.18};
  const geo::Point minya{28.10, 30.75};
  const geo::Point cairo{30.04, 31.24};
  EXPECT_THAT(RemotenessKm(assiut, {cairo, minya}), Optional(DoubleNear(110.7, 0.5)));
  EXPECT_THAT(RemotenessKm(assiut, {assiut, cairo}), Optional(0.0));
  EXPECT_EQ(RemotenessKm(std::nullopt, {cairo}), std::nullopt);
  EXPECT_EQ(RemotenessKm(assiut, {}), std::nullopt);
}

}  // namespace
}  // namespace mudiriya::staffing
