#include "services/staffing/places_follower.h"

#include <string>
#include <vector>

#include "common/status/errors.h"
#include "services/staffing/gaps.h"
#include "services/staffing/places.h"
#include "tests/services/staffing/levels_fixture.h"

namespace mudiriya::staffing {
namespace {

using ::testing::ElementsAre;
using testing::HasError;
using ::testing::IsEmpty;
using testing::IsOkAndHolds;
using ::testing::SizeIs;

constexpr char kFacility[] = "directorates/homs/facilities/centre";

class PlacesFollowerTest : public LevelsTest {
 protected:
  Places& places() { return call().service<Places>(); }

  void Fail() { registry().failure = Error(Reason::PEER_UNAVAILABLE, {{"service", "registry"}}); }
};

TEST_F(PlacesFollowerTest, WhatWasJustEnteredIsFound) {
  const std::vector<std::string> names = {kFacility, "directorates/homs/areas/village"};
  EXPECT_THAT(places().FindMissing(call(), names), IsOkAndHolds(ElementsAre(kFacility)));
  AddFacility({.id = "centre"});
  EXPECT_THAT(places().FindMissing(call(), names), IsOkAndHolds(IsEmpty()));
}

TEST_F(PlacesFollowerTest, NothingIsCopiedWhereNothingChanged) {
  AddFacility({.id = "centre"});
  ASSERT_OK(places().Follow(call(), "homs"));
  const int copies = registry().copies;
  ASSERT_OK(places().Follow(call(), "homs"));
  registry().Log("directorates/homs/holidays/h1", "registry.mudiriya.health/Holiday");
  ASSERT_OK(places().Follow(call(), "homs"));
  EXPECT_EQ(registry().copies, copies);
}

TEST_F(PlacesFollowerTest, WritesLookIntoTheLogOnceASecond) {
  ASSERT_OK(places().TimeZone(call(), "homs"));
  const int reads = registry().log_reads;
  for (int i = 0; i < 5; ++i) ASSERT_OK(places().TimeZone(call(), "homs"));
  EXPECT_EQ(registry().log_reads, reads);
  clock().Advance(absl::Seconds(1));
  ASSERT_OK(places().TimeZone(call(), "homs"));
  EXPECT_EQ(registry().log_reads, reads + 1);
}

TEST_F(PlacesFollowerTest, ADeletedFacilityIsMissingAndHasNoGap) {
  AddFacility({.id = "centre"});
  SetPosts("centre", "nurse", 2);
  ASSERT_THAT(List(), SizeIs(1));
  registry().RemoveFacility(kFacility);
  EXPECT_THAT(List(), IsEmpty());
  EXPECT_THAT(places().FindMissing(call(), {kFacility}), IsOkAndHolds(ElementsAre(kFacility)));
  AddFacility({.id = "centre"});
  EXPECT_THAT(List(), SizeIs(1));
}

TEST_F(PlacesFollowerTest, NewRanksPriceLevelsAnew) {
  AddFacility({.id = "a", .density_rank = 0.9});
  AddFacility({.id = "b", .density_rank = 0.1});
  SetPosts("a", "nurse", 2);
  SetPosts("b", "nurse", 2);
  EXPECT_THAT(FacilitiesOf(List()), ElementsAre("a", "b"));
  AddFacility({.id = "a", .density_rank = 0.1});
  AddFacility({.id = "b", .density_rank = 0.9});
  const std::vector<v1::Gap> gaps = List();
  EXPECT_THAT(FacilitiesOf(gaps), ElementsAre("b", "a"));
  EXPECT_DOUBLE_EQ(gaps[0].urgency(), 1.9 * 2);
  EXPECT_EQ(Dump(), DumpOfRecomputed());
}

TEST_F(PlacesFollowerTest, AMovedFacilityTakesItsSumsAlong) {
  AddFacility({.id = "centre"});
  SetPosts("centre", "nurse", 2);
  AddFacility({.id = "centre", .area = "south"});
  v1::SummarizeGapsRequest request;
  request.set_parent("directorates/homs");
  request.set_group_by(v1::AREA);
  const auto sums = SummarizeGaps(call(), request);
  ASSERT_OK(sums);
  ASSERT_EQ(sums->summaries_size(), 1);
  EXPECT_EQ(sums->summaries(0).key(), "directorates/homs/areas/south");
}

TEST_F(PlacesFollowerTest, WithoutTheRegistryGapsAreReadAsKnown) {
  AddFacility({.id = "centre"});
  SetPosts("centre", "nurse", 2);
  ASSERT_THAT(List(), SizeIs(1));
  Fail();
  clock().Advance(absl::Hours(24));
  const std::vector<v1::Gap> gaps = List();
  ASSERT_THAT(gaps, SizeIs(1));
  EXPECT_EQ(gaps[0].as_of_date().day(), 10);
}

TEST_F(PlacesFollowerTest, WithoutTheRegistryOnlyKnownPlacesCanBeNamed) {
  AddFacility({.id = "centre"});
  ASSERT_THAT(places().FindMissing(call(), {kFacility}), IsOkAndHolds(IsEmpty()));
  Fail();
  clock().Advance(absl::Minutes(5));
  EXPECT_THAT(places().FindMissing(call(), {kFacility}), IsOkAndHolds(IsEmpty()));
  EXPECT_THAT(places().FindMissing(call(), {"directorates/homs/facilities/new"}),
              HasError(Reason::PEER_UNAVAILABLE));
  EXPECT_THAT(places().FindMissing(call(), {std::string(kFacility) + "/departments/icu"}),
              HasError(Reason::PEER_UNAVAILABLE));
  EXPECT_THAT(places().TimeZone(call(), "aleppo"), HasError(Reason::PEER_UNAVAILABLE));
}

TEST_F(PlacesFollowerTest, DepartmentsAndHolidaysAreAskedForEachTime) {
  const std::string department = std::string(kFacility) + "/departments/icu";
  EXPECT_THAT(places().FindMissing(call(), {department}), IsOkAndHolds(ElementsAre(department)));
  registry().departments.insert(department);
  EXPECT_THAT(places().FindMissing(call(), {department}), IsOkAndHolds(IsEmpty()));
  EXPECT_THAT(places().PublicHolidays(call(), "homs", 2026), IsOkAndHolds(13));
}

TEST_F(PlacesFollowerTest, ADeletedDirectorateIsNotFound) {
  registry::v1::Directorate deleted;
  deleted.set_name("directorates/homs");
  deleted.set_time_zone("Asia/Riyadh");
  deleted.mutable_delete_time()->set_seconds(1);
  registry().Put(deleted);
  clock().Advance(absl::Seconds(2));
  EXPECT_THAT(places().TimeZone(call(), "homs"), HasError(Reason::NOT_FOUND));
}

}  // namespace
}  // namespace mudiriya::staffing
