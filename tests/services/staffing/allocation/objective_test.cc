#include "services/staffing/allocation/objective.h"

#include "gtest/gtest.h"

namespace mudiriya::staffing::allocation {
namespace {

TEST(ObjectiveTest, ShortageCostIsPriorityTimesNeedTimesShareSquared) {
  EXPECT_DOUBLE_EQ(ShortageCost(2, 4, 1), 2 * 4 * 0.75 * 0.75);
  EXPECT_EQ(ShortageCost(2, 4, 4), 0);
  EXPECT_EQ(ShortageCost(2, 4, 9), 0);
  EXPECT_EQ(ShortageCost(2, 0, 0), 0);
}

TEST(ObjectiveTest, ReliefFallsWithEveryHead) {
  double last = Relief(1.5, 7.3, 0);
  for (int32_t heads = 1; heads < 8; ++heads) {
    const double relief = Relief(1.5, 7.3, heads);
    EXPECT_LT(relief, last);
    EXPECT_GT(relief, 0);
    last = relief;
  }
  EXPECT_EQ(Relief(1.5, 7.3, 8), 0);
}

TEST(ObjectiveTest, WholeStaffRoundsUpButNotNoise) {
  EXPECT_EQ(WholeStaff(0), 0);
  EXPECT_EQ(WholeStaff(2.000001), 3);
  EXPECT_EQ(WholeStaff(3), 3);
  EXPECT_EQ(WholeStaff(0.1 * 3 * 10), 3);  // a little more than 3 in binary
}

TEST(ObjectiveTest, DonorsKeepShareAndLeastStaff) {
  Parameters parameters;
  FacilityCadre position{0, 0, 4.2, 9, std::nullopt};
  EXPECT_EQ(Surplus(position, parameters), 4);
  parameters.keep_share = 0.5;
  EXPECT_EQ(Surplus(position, parameters), 6);
  parameters.min_staff = 8;
  EXPECT_EQ(Surplus(position, parameters), 1);
  parameters.min_staff = 20;
  EXPECT_EQ(Surplus(position, parameters), 0);
}

TEST(ObjectiveTest, VacancyEndsAtTheRoundedRequirement) {
  EXPECT_EQ(Vacancy({0, 0, 4.2, 1, std::nullopt}), 4);
  EXPECT_EQ(Vacancy({0, 0, 4.2, 5, std::nullopt}), 0);
  EXPECT_EQ(Vacancy({0, 0, 4.2, 9, std::nullopt}), 0);
}

TEST(ObjectiveTest, CostsAreRoundedToMillionths) {
  EXPECT_EQ(Scaled(0.05), 50'000);
  EXPECT_EQ(Scaled(1.2345678), 1'234'568);
}

}  // namespace
}  // namespace mudiriya::staffing::allocation
