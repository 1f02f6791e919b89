#include "services/staffing/bands.h"

#include <cmath>

#include "gtest/gtest.h"

namespace mudiriya::staffing {
namespace {

TEST(BandsTest, BoundariesBelongToTheBandAbove) {
  const BandLimits limits;
  EXPECT_EQ(BandOf(0.0, limits), Band::kExtreme);
  EXPECT_EQ(BandOf(std::nextafter(0.30, 0), limits), Band::kExtreme);
  EXPECT_EQ(BandOf(0.30, limits), Band::kVeryHigh);
  EXPECT_EQ(BandOf(std::nextafter(0.50, 0), limits), Band::kVeryHigh);
  EXPECT_EQ(BandOf(0.50, limits), Band::kHigh);
  EXPECT_EQ(BandOf(std::nextafter(0.70, 0), limits), Band::kHigh);
  EXPECT_EQ(BandOf(0.70, limits), Band::kModerate);
  EXPECT_EQ(BandOf(std::nextafter(0.90, 0), limits), Band::kModerate);
  EXPECT_EQ(BandOf(0.90, limits), Band::kBalanced);
}

TEST(BandsTest, BalancedIncludesItsLimit) {
  const BandLimits limits;
  EXPECT_EQ(BandOf(1.10, limits), Band::kBalanced);
  EXPECT_EQ(BandOf(11.0 / 10, limits), Band::kBalanced);
  EXPECT_EQ(BandOf(std::nextafter(1.10, 2), limits), Band::kSurplus);
}

TEST(BandsTest, NoRatioHasNoBand) { EXPECT_EQ(BandOf(std::nullopt, BandLimits()), std::nullopt); }

TEST(BandsTest, LimitsAreAParameter) {
  BandLimits limits;
  limits.extreme = 0.4;
  EXPECT_EQ(BandOf(0.35, limits), Band::kExtreme);
}

TEST(BandsTest, LimitsMustAscend) {
  EXPECT_TRUE(ValidateBandLimits(BandLimits()).ok());
  BandLimits equal;
  equal.high = equal.very_high;
  EXPECT_EQ(ValidateBandLimits(equal).code(), absl::StatusCode::kInvalidArgument);
  BandLimits zero;
  zero.extreme = 0;
  EXPECT_EQ(ValidateBandLimits(zero).code(), absl::StatusCode::kInvalidArgument);
  BandLimits undefined;
  undefined.balanced = std::nan("");
  EXPECT_EQ(ValidateBandLimits(undefined).code(), absl::StatusCode::kInvalidArgument);
}

}  // namespace
}  // namespace mudiriya::staffing
