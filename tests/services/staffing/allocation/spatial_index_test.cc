#include "services/staffing/allocation/spatial_index.h"

#include <algorithm>
#include <cmath>
#include <random>

#include "gtest/gtest.h"

namespace mudiriya::staffing::allocation {
namespace {

int64_t Metres(std::optional<double> km) { return std::llround(km.value_or(50) * 1000); }
constexpr SpatialIndex::Floor kMetres = {-1, 1000};
bool Any(int32_t, std::optional<double>) { return true; }

TEST(DistanceTest, AgreesWithTheGreatCircle) {
  std::mt19937 random(4);
  std::uniform_real_distribution<double> latitude(-90, 90);
  std::uniform_real_distribution<double> longitude(-180, 180);
  for (int i = 0; i < 1000; ++i) {
    const geo::Point a{latitude(random), longitude(random)};
    const geo::Point b{a.latitude * 0.999, a.longitude + std::pow(10.0, -(i % 6))};
    EXPECT_NEAR(*KmBetween(ToUnitVector(a), ToUnitVector(b)), geo::GreatCircleKm(a, b), 1e-6);
  }
  EXPECT_EQ(KmBetween(ToUnitVector({1, 1}), std::nullopt), std::nullopt);
}

class SpatialIndexTest : public ::testing::TestWithParam<uint32_t> {
 protected:
  SpatialIndexTest() : random_(GetParam()) {
    for (int i = 0; i < 300; ++i) {
      locations_.push_back(i % 40 == 0 ? std::nullopt : std::optional(RandomPlace()));
      values_.push_back(i % 17 == 0 ? SpatialIndex::kNoValue : Between(-100'000, 100'000));
    }
  }

  UnitVector RandomPlace() {
    std::uniform_real_distribution<double> degrees(30, 33);
    return ToUnitVector({degrees(random_), degrees(random_)});
  }
  int64_t Between(int64_t low, int64_t high) {
    return std::uniform_int_distribution<int64_t>(low, high)(random_);
  }

  // Looks at every item.
  std::vector<int64_t> Expected(const SpatialIndex::Query& query) const {
    std::vector<int64_t> scores;
    for (size_t i = 0; i < locations_.size(); ++i) {
      const std::optional<double> km = KmBetween(query.origin, locations_[i]);
      const int64_t score = query.cost(km) - values_[i];
      const bool offered = values_[i] != SpatialIndex::kNoValue && score < query.below;
      if (offered && query.accept(static_cast<int32_t>(i), km)) scores.push_back(score);
    }
    std::sort(scores.begin(), scores.end());
    if (scores.size() > query.count) scores.resize(query.count);
    return scores;
  }

  std::vector<int64_t> Scores(const SpatialIndex::Query& query) const {
    SpatialIndex index(locations_);
    index.SetValues(values_);
    std::vector<int64_t> scores;
    for (const SpatialIndex::Found& found : index.Search(query)) scores.push_back(found.score);
    return scores;
  }

  std::mt19937 random_;
  std::vector<std::optional<UnitVector>> locations_;
  std::vector<int64_t> values_;
};

TEST_P(SpatialIndexTest, FindsWhatLookingAtAllFinds) {
  for (size_t count : {0, 1, 7, 1000}) {
    const SpatialIndex::Query query{RandomPlace(), Metres, kMetres, Any, Between(-50'000, 200'000),
                                    count};
    EXPECT_EQ(Scores(query), Expected(query));
  }
}

TEST_P(SpatialIndexTest, KeepsToWhatIsAccepted) {
  const auto near_and_even = [](int32_t item, std::optional<double> km) {
    return item % 2 == 0 && km.has_value() && *km < 100;
  };
  const SpatialIndex::Query query{RandomPlace(), Metres, kMetres, near_and_even, INT64_MAX, 20};
  EXPECT_EQ(Scores(query), Expected(query));
}

TEST_P(SpatialIndexTest, OriginWithoutALocation) {
  const SpatialIndex::Query query{std::nullopt, Metres, kMetres, Any, Between(-50'000, 200'000), 9};
  EXPECT_EQ(Scores(query), Expected(query));
}

INSTANTIATE_TEST_SUITE_P(Seeds, SpatialIndexTest, ::testing::Range(0u, 20u));

TEST(SpatialIndexEdgeTest, EmptyAndCoincident) {
  EXPECT_TRUE(
      SpatialIndex({}).Search({UnitVector{1, 0, 0}, Metres, kMetres, Any, INT64_MAX, 5}).empty());
  const SpatialIndex same(std::vector<std::optional<UnitVector>>(50, UnitVector{1, 0, 0}));
  EXPECT_EQ(same.Search({UnitVector{1, 0, 0}, Metres, kMetres, Any, INT64_MAX, 5}).size(), 5u);
}

}  // namespace
}  // namespace mudiriya::staffing::allocation
