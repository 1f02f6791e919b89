#include "services/staffing/wisn.h"

#include <cmath>
#include <limits>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace mudiriya::staffing {
namespace {

using ::testing::DoubleNear;
using ::testing::Optional;

// The published example: an HIV clinic in Kisumu, 10,000 patients, 10 visits of a quarter hour
// each.
WisnInput Kisumu() {
  WisnInput input;
  input.time.weeks_per_year = 52;
  input.time.days_per_week = 4.5;
  input.time.hours_per_day = 8;
  input.time.public_holidays = 10;
  input.time.annual_leave = 30;
  input.time.sick_leave = 15;
  input.activities = {{10'000.0 * 10, 0.25}};
  return input;
}

WisnRequirement Compute(const WisnInput& input) {
  const absl::StatusOr<WisnRequirement> result = ComputeWisn(input);
  EXPECT_TRUE(result.ok()) << result.status();
  return result.value_or(WisnRequirement());
}

TEST(WisnTest, PublishedExampleWithoutSupport) {
  const WisnRequirement result = Compute(Kisumu());
  EXPECT_DOUBLE_EQ(result.available_hours, 179 * 8);
  EXPECT_THAT(result.category_factor, Optional(1.0));
  EXPECT_THAT(result.required, Optional(DoubleNear(17.46, 0.005)));
  EXPECT_THAT(result.required, Optional(DoubleNear(3125.0 / 179, 1e-12)));
}

TEST(WisnTest, PublishedExampleWithTenDaysOfCategorySupport) {
  WisnInput input = Kisumu();
  input.category_support = {{10 * 8, CategorySupport::Period::kYear}};
  const WisnRequirement result = Compute(input);
  EXPECT_THAT(result.category_factor, Optional(DoubleNear(1.0592, 0.00005)));
  EXPECT_THAT(result.required, Optional(DoubleNear(18.49, 0.005)));
}

TEST(WisnTest, CategorySupportIsAShareOfItsPeriod) {
  using Period = CategorySupport::Period;
  const auto share = [](double hours, Period period) {
    WisnInput input = Kisumu();
    input.category_support = {{hours, period}};
    return *Compute(input).category_share;
  };
  EXPECT_DOUBLE_EQ(share(1, Period::kDay), 1.0 / 8);
  EXPECT_DOUBLE_EQ(share(1, Period::kWeek), 1.0 / (4.5 * 8));
  EXPECT_DOUBLE_EQ(share(1, Period::kMonth), 12.0 / 1432);
  EXPECT_DOUBLE_EQ(share(1, Period::kYear), 1.0 / 1432);
}

TEST(WisnTest, IndividualSupportAddsStaffWithoutTheFactor) {
  WisnInput input = Kisumu();
  input.category_support = {{80, CategorySupport::Period::kYear}};
  const double without = *Compute(input).required;
  input.individual_support = {{2, 716}};
  const WisnRequirement result = Compute(input);
  EXPECT_THAT(result.individual_factor, Optional(1.0));
  EXPECT_THAT(result.required, Optional(DoubleNear(without + 1, 1e-12)));
}

TEST(WisnTest, SeveralActivitiesAddUp) {
  WisnInput input = Kisumu();
  input.activities = {{1432, 1}, {2864, 0.5}};
  const WisnRequirement result = Compute(input);
  EXPECT_THAT(result.standard_workloads,
              ::testing::ElementsAre(Optional(1432.0), Optional(2864.0)));
  EXPECT_THAT(result.service_need, Optional(2.0));
}

TEST(WisnTest, SupportOfTheWholeWorkingTimeIsRefused) {
  WisnInput input = Kisumu();
  input.category_support = {{4, CategorySupport::Period::kDay}, {4, CategorySupport::Period::kDay}};
  EXPECT_EQ(ComputeWisn(input).status().code(), absl::StatusCode::kInvalidArgument);
  input.category_support.back().hours = 3.9;
  EXPECT_TRUE(ComputeWisn(input).ok());
}

TEST(WisnTest, NoWorkingTimeGivesNoValue) {
  WisnInput input = Kisumu();
  input.time.other_absence = 200;
  input.individual_support = {{1, 10}};
  const WisnRequirement result = Compute(input);
  EXPECT_EQ(result.available_hours, 0);
  EXPECT_EQ(result.service_need, std::nullopt);
  EXPECT_EQ(result.individual_factor, std::nullopt);
  EXPECT_EQ(result.required, std::nullopt);
}

TEST(WisnTest, ActivityWithoutUnitTimeGivesNoValue) {
  WisnInput input = Kisumu();
  input.activities.push_back({100, 0});
  const WisnRequirement result = Compute(input);
  EXPECT_EQ(result.standard_workloads.back(), std::nullopt);
  EXPECT_EQ(result.required, std::nullopt);
}

TEST(WisnTest, NegativeAndUndefinedFiguresAreRefused) {
  for (double bad : {-1.0, std::nan(""), std::numeric_limits<double>::infinity()}) {
    WisnInput volume = Kisumu();
    volume.activities[0].annual_volume = bad;
    EXPECT_EQ(ComputeWisn(volume).status().code(), absl::StatusCode::kInvalidArgument) << bad;
    WisnInput leave = Kisumu();
    leave.time.annual_leave = bad;
    EXPECT_EQ(ComputeWisn(leave).status().code(), absl::StatusCode::kInvalidArgument) << bad;
    WisnInput support = Kisumu();
    support.category_support = {{bad, CategorySupport::Period::kDay}};
    EXPECT_EQ(ComputeWisn(support).status().code(), absl::StatusCode::kInvalidArgument) << bad;
  }
}

// A public tool forgot to reset the allowances from one cadre to the next.
TEST(WisnTest, AllowancesOfOneCadreDoNotReachAnother) {
  WisnInput doctors = Kisumu();
  doctors.category_support = {{2, CategorySupport::Period::kDay}};
  doctors.individual_support = {{3, 100}};
  const double nurses_alone = *Compute(Kisumu()).required;
  const double doctors_alone = *Compute(doctors).required;
  EXPECT_EQ(*Compute(Kisumu()).required, nurses_alone);
  EXPECT_EQ(*Compute(doctors).required, doctors_alone);
  EXPECT_GT(doctors_alone, nurses_alone);
}

TEST(WisnTest, DifferenceAndRatio) {
  EXPECT_THAT(Difference(12, 17.5), Optional(-5.5));
  EXPECT_THAT(Ratio(7, 17.5), Optional(DoubleNear(0.4, 1e-15)));
  EXPECT_EQ(Ratio(7, 0.0), std::nullopt);
  EXPECT_THAT(Difference(7, 0.0), Optional(7.0));
  EXPECT_EQ(Ratio(7, std::nullopt), std::nullopt);
  EXPECT_EQ(Difference(7, std::nullopt), std::nullopt);
}

}  // namespace
}  // namespace mudiriya::staffing
