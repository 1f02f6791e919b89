#include "services/staffing/fte.h"

#include "gtest/gtest.h"

namespace mudiriya::staffing {
namespace {

using absl::CivilDay;

TEST(FirstExcess, NothingForSharesThatNeverMeet) {
  EXPECT_FALSE(FirstExcess(
      {{1, CivilDay(2026, 1, 1), CivilDay(2026, 1, 31)}, {1, CivilDay(2026, 2, 1), std::nullopt}}));
}

TEST(FirstExcess, LastDayCounts) {
  const auto excess = FirstExcess(
      {{1, CivilDay(2026, 1, 1), CivilDay(2026, 2, 1)}, {0.5, CivilDay(2026, 2, 1), std::nullopt}});
  ASSERT_TRUE(excess);
  EXPECT_EQ(excess->day, CivilDay(2026, 2, 1));
  EXPECT_EQ(excess->total, 1.5);
}

// The example of the contract: 0.5, 0.4 and 0.2 make 1.1 from 20 May on.
TEST(FirstExcess, NamesTheFirstDayOfSeveral) {
  const auto excess = FirstExcess({{0.2, CivilDay(2026, 5, 20), CivilDay(2026, 6, 30)},
                                   {0.5, CivilDay(2026, 3, 1), std::nullopt},
                                   {0.4, CivilDay(2026, 5, 1), CivilDay(2026, 5, 31)}});
  ASSERT_TRUE(excess);
  EXPECT_EQ(excess->day, CivilDay(2026, 5, 20));
  EXPECT_EQ(excess->total, 1.1);
}

TEST(FirstExcess, TenTenthsAreOne) {
  const std::vector<Stint> tenths(10, {0.1, CivilDay(2026, 1, 1), std::nullopt});
  EXPECT_FALSE(FirstExcess(tenths));
}

TEST(FirstExcess, NothingOfNothing) { EXPECT_FALSE(FirstExcess({})); }

}  // namespace
}  // namespace mudiriya::staffing
