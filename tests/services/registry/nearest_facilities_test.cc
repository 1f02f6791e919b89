#include "services/registry/nearest_facilities.h"

#include <algorithm>
#include <random>

#include "absl/strings/str_cat.h"
#include "common/geo/great_circle.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/registry/facilities.h"
#include "services/registry/facility_status.h"
#include "tests/services/registry/registry_fixture.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::registry {
namespace {

using ::testing::DoubleNear;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class NearestTest : public RegistryTest {
 protected:
  void SetUp() override { ASSERT_OK(AddArea({"gov"})); }

  static v1::SearchNearestFacilitiesRequest From(double latitude, double longitude) {
    v1::SearchNearestFacilitiesRequest request;
    request.set_parent("directorates/homs");
    request.mutable_location()->set_latitude(latitude);
    request.mutable_location()->set_longitude(longitude);
    return request;
  }

  std::vector<std::string> Found(Call& call, const v1::SearchNearestFacilitiesRequest& request) {
    const auto response = SearchNearestFacilities(call, request);
    EXPECT_OK(response);
    std::vector<std::string> ids;
    if (!response.ok()) return ids;
    for (const v1::NearFacility& near : response->near_facilities()) {
      const std::string& name = near.facility().name();
      ids.push_back(name.substr(name.rfind('/') + 1));
    }
    return ids;
  }
};

TEST_F(NearestTest, FindsTheNearestFirst) {
  ASSERT_OK(AddFacility({"far", "gov", v1::Facility::CLINIC, 36.0, 38.0}));
  ASSERT_OK(AddFacility({"near", "gov", v1::Facility::CLINIC, 34.01, 36.0}));
  ASSERT_OK(AddFacility({"middle", "gov", v1::Facility::HOSPITAL, 34.5, 36.0}));
  ASSERT_OK(AddFacility({"nowhere", "gov", v1::Facility::HOSPITAL}));
  EXPECT_THAT(Found(call(), From(34, 36)), ElementsAre("near", "middle", "far"));
  const auto response = SearchNearestFacilities(call(), From(34, 36));
  EXPECT_THAT(response->near_facilities(0).km(), DoubleNear(1.11195, 0.0001));
  EXPECT_EQ(response->near_facilities(1).facility().type(), v1::Facility::HOSPITAL);
}

TEST_F(NearestTest, KeepsToTypeDistanceAndLimit) {
  ASSERT_OK(AddFacility({"a", "gov", v1::Facility::CLINIC, 34.1, 36.0}));
  ASSERT_OK(AddFacility({"b", "gov", v1::Facility::HOSPITAL, 34.2, 36.0}));
  ASSERT_OK(AddFacility({"c", "gov", v1::Facility::HOSPITAL, 34.3, 36.0}));
  v1::SearchNearestFacilitiesRequest request = From(34, 36);
  request.add_types(v1::Facility::HOSPITAL);
  EXPECT_THAT(Found(call(), request), ElementsAre("b", "c"));
  request.set_limit(1);
  EXPECT_THAT(Found(call(), request), ElementsAre("b"));
  request.set_max_km(20);
  EXPECT_THAT(Found(call(), request), IsEmpty());
}

TEST_F(NearestTest, LeavesOutWhatDoesNotWorkIfAsked) {
  ASSERT_OK(AddFacility({"open", "gov", v1::Facility::HOSPITAL, 34.1, 36.0}));
  ASSERT_OK(AddFacility({"closed", "gov", v1::Facility::HOSPITAL, 34.05, 36.0}));
  v1::ChangeFacilityStatusRequest change;
  change.set_name(FacilityName("closed"));
  change.set_operational_status(v1::Facility::CLOSED_TEMPORARILY);
  ASSERT_OK(ChangeFacilityStatus(call(), change));
  v1::SearchNearestFacilitiesRequest request = From(34, 36);
  EXPECT_THAT(Found(call(), request), ElementsAre("closed", "open"));
  request.set_operational_only(true);
  EXPECT_THAT(Found(call(), request), ElementsAre("open"));
}

TEST_F(NearestTest, LeavesOutDeletedOnes) {
  ASSERT_OK(AddFacility({"a", "gov", v1::Facility::CLINIC, 34.1, 36.0}));
  v1::DeleteFacilityRequest deletion;
  deletion.set_name(FacilityName("a"));
  ASSERT_OK(DeleteFacility(call(), deletion));
  EXPECT_THAT(Found(call(), From(34, 36)), IsEmpty());
}

TEST_F(NearestTest, LooksAcrossTheAntimeridian) {
  ASSERT_OK(AddFacility({"east", "gov", v1::Facility::CLINIC, 0.0, 179.95}));
  ASSERT_OK(AddFacility({"edge", "gov", v1::Facility::CLINIC, 0.0, 180.0}));
  ASSERT_OK(AddFacility({"west", "gov", v1::Facility::CLINIC, 0.0, -179.9}));
  EXPECT_THAT(Found(call(), From(0, 179.99)), ElementsAre("edge", "east", "west"));
}

TEST_F(NearestTest, ReadsAcrossThoseDirectoratesThatTheCallerMayRead) {
  ASSERT_OK(AddFacility({"a", "gov", v1::Facility::CLINIC, 34.1, 36.0}));
  v1::SearchNearestFacilitiesRequest request = From(34, 36);
  request.set_parent("directorates/-");
  EXPECT_THAT(Found(*CallWith({"homs:viewer"}), request), ElementsAre("a"));
  EXPECT_THAT(Found(*CallWith({"assiut:viewer"}), request), IsEmpty());
  EXPECT_THAT(Found(call(), request), ElementsAre("a"));
}

TEST_F(NearestTest, AgreesWithLookingAtEveryFacility) {
  std::mt19937 random(17);
  std::uniform_real_distribution<double> latitude(32, 37), longitude(35, 42);
  std::vector<std::pair<std::string, geo::Point>> all;
  for (int i = 0; i < 60; ++i) {
    all.push_back({absl::StrCat("f", i), {latitude(random), longitude(random)}});
    const geo::Point& at = all.back().second;
    ASSERT_OK(
        AddFacility({all.back().first, "gov", v1::Facility::CLINIC, at.latitude, at.longitude}));
  }
  for (int i = 0; i < 20; ++i) {
    const geo::Point centre{latitude(random), longitude(random)};
    std::sort(all.begin(), all.end(), [&](const auto& a, const auto& b) {
      return geo::GreatCircleKm(centre, a.second) < geo::GreatCircleKm(centre, b.second);
    });
    v1::SearchNearestFacilitiesRequest request = From(centre.latitude, centre.longitude);
    request.set_limit(3);
    EXPECT_THAT(Found(call(), request), ElementsAre(all[0].first, all[1].first, all[2].first));
  }
}

}  // namespace
}  // namespace mudiriya::registry
