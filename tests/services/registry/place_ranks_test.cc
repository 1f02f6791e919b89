#include "services/registry/place_ranks.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace mudiriya::registry {
namespace {

using ::testing::DoubleNear;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Optional;

using Areas = std::map<std::string, AreaFacts>;

// A governorate of 100/km² over a district without figures over two subdistricts, one of which has
// its own density and centroid.
Areas Tree() {
  return {{"gov", {"", false, 100.0, geo::Point{34, 36}}},
          {"dist", {"gov", true, std::nullopt, std::nullopt}},
          {"dense", {"dist", false, 900.0, geo::Point{34.5, 36.5}}},
          {"plain", {"dist", false, std::nullopt, std::nullopt}}};
}

TEST(RankPlaces, OfNothingIsNothing) { EXPECT_THAT(RankPlaces(Tree(), {}), IsEmpty()); }

TEST(RankPlaces, NamesTheAreasUpToTheTop) {
  const auto places = RankPlaces(Tree(), {{"f", "plain", std::nullopt, false}});
  EXPECT_THAT(places[0].areas, ElementsAre("plain", "dist", "gov"));
  EXPECT_EQ(places[0].district, "dist");
}

TEST(RankPlaces, TakesTheDensityOfTheNearestAreaThatHasOne) {
  const auto places = RankPlaces(
      Tree(), {{"a", "dense", std::nullopt, false}, {"b", "plain", std::nullopt, false}});
  EXPECT_EQ(places[0].density_area, "dense");
  EXPECT_THAT(places[0].density, Optional(900.0));
  EXPECT_EQ(places[1].density_area, "gov");
  EXPECT_THAT(places[1].density, Optional(100.0));
  EXPECT_THAT(places[0].density_rank, Optional(1.0));
  EXPECT_THAT(places[1].density_rank, Optional(0.0));
}

TEST(RankPlaces, FallsBackOnTheNearestCentroid) {
  const auto places = RankPlaces(
      Tree(), {{"a", "plain", geo::Point{35, 37}, false}, {"b", "plain", std::nullopt, false}});
  EXPECT_FALSE(places[0].location_derived);
  EXPECT_EQ(places[0].location->latitude, 35);
  EXPECT_TRUE(places[1].location_derived);
  EXPECT_EQ(places[1].location->latitude, 34);
}

TEST(RankPlaces, MeasuresToTheNearestReferralFacility) {
  const auto places = RankPlaces({}, {{"far", "", geo::Point{0, 3}, false},
                                      {"east", "", geo::Point{0, 2}, true},
                                      {"west", "", geo::Point{0, 0}, true},
                                      {"near", "", geo::Point{0, 0.5}, false}});
  EXPECT_EQ(places[0].referral, "east");
  EXPECT_THAT(places[0].km, Optional(DoubleNear(111.195, 0.001)));
  EXPECT_EQ(places[1].referral, "east");
  EXPECT_THAT(places[1].km, Optional(0.0));
  EXPECT_EQ(places[3].referral, "west");
  // 0, 0, 55.6, 111.2: the two referral facilities share the mean of the first two ranks.
  EXPECT_THAT(places[1].remoteness_rank, Optional(DoubleNear(1.0 / 6, 1e-12)));
  EXPECT_THAT(places[2].remoteness_rank, Optional(DoubleNear(1.0 / 6, 1e-12)));
  EXPECT_THAT(places[3].remoteness_rank, Optional(DoubleNear(2.0 / 3, 1e-12)));
  EXPECT_THAT(places[0].remoteness_rank, Optional(1.0));
}

TEST(RankPlaces, AReferralFacilityWithoutALocationIsAtItself) {
  const auto places = RankPlaces({}, {{"a", "", std::nullopt, true}});
  EXPECT_THAT(places[0].km, Optional(0.0));
  EXPECT_THAT(places[0].remoteness_rank, Optional(0.0));
}

TEST(RankPlaces, LeavesUnsetWhatIsUnknown) {
  const auto places = RankPlaces({}, {{"a", "nowhere", std::nullopt, false}});
  EXPECT_THAT(places[0].areas, IsEmpty());
  EXPECT_FALSE(places[0].density.has_value());
  EXPECT_FALSE(places[0].density_rank.has_value());
  EXPECT_FALSE(places[0].km.has_value());
  EXPECT_FALSE(places[0].remoteness_rank.has_value());
}

TEST(RankPlaces, RanksAmongThoseThatHaveTheValueOnly) {
  const auto places = RankPlaces(Tree(), {{"a", "nowhere", std::nullopt, false},
                                          {"b", "dense", std::nullopt, false},
                                          {"c", "gov", std::nullopt, false}});
  EXPECT_FALSE(places[0].density_rank.has_value());
  EXPECT_THAT(places[1].density_rank, Optional(1.0));
  EXPECT_THAT(places[2].density_rank, Optional(0.0));
}

TEST(RankPlaces, EndsOnACycleOfAreas) {
  const Areas cycle = {{"a", {"b", false, std::nullopt, std::nullopt}},
                       {"b", {"a", false, std::nullopt, std::nullopt}}};
  EXPECT_THAT(RankPlaces(cycle, {{"f", "a", std::nullopt, false}})[0].areas, ElementsAre("a", "b"));
}

}  // namespace
}  // namespace mudiriya::registry
