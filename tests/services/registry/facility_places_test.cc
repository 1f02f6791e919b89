#include "services/registry/facility_places.h"

#include <set>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/registry/areas.h"
#include "services/registry/changes.h"
#include "services/registry/facilities.h"
#include "services/registry/facility_status.h"
#include "tests/services/registry/registry_fixture.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::registry {
namespace {

using ::testing::DoubleNear;
using ::testing::ElementsAre;
using testing::HasError;
using testing::HasViolation;

class FacilityPlacesTest : public RegistryTest {
 protected:
  // The district is counted as a whole (100/km²), one of its subdistricts too (1000/km²).
  void SetUp() override {
    ASSERT_OK(AddArea({"gov", v1::Area::GOVERNORATE}));
    ASSERT_OK(AddArea({"dist", v1::Area::DISTRICT, "gov", 20000, 200}));
    ASSERT_OK(AddArea({"town", v1::Area::SUBDISTRICT, "dist", 10000, 10}));
    ASSERT_OK(AddArea({"steppe", v1::Area::SUBDISTRICT, "dist"}));
    ASSERT_OK(AddFacility({"hospital", "town", v1::Facility::HOSPITAL, 34.0, 36.0, true}));
    ASSERT_OK(AddFacility({"post", "steppe", v1::Facility::CLINIC, 34.0, 37.0}));
  }

  absl::StatusOr<v1::FacilityPlace> Place(absl::string_view id) {
    v1::GetFacilityPlaceRequest request;
    request.set_name(absl::StrCat(FacilityName(id), "/place"));
    return GetFacilityPlace(call(), request);
  }

  absl::StatusOr<v1::ListFacilityPlacesResponse> List(int32_t page_size,
                                                      const std::string& token = "") {
    v1::ListFacilityPlacesRequest request;
    request.set_parent("directorates/homs");
    request.set_page_size(page_size);
    request.set_page_token(token);
    return ListFacilityPlaces(call(), request);
  }
};

TEST_F(FacilityPlacesTest, TellsDensityAndRemotenessOfAFacility) {
  const auto place = Place("post");
  ASSERT_OK(place);
  EXPECT_EQ(place->facility(), FacilityName("post"));
  EXPECT_EQ(place->name(), FacilityName("post") + "/place");
  EXPECT_THAT(place->areas(), ElementsAre(AreaName("steppe"), AreaName("dist"), AreaName("gov")));
  EXPECT_EQ(place->district(), AreaName("dist"));
  EXPECT_EQ(place->density_area(), AreaName("dist"));
  EXPECT_DOUBLE_EQ(place->population_density_per_km2(), 100);
  EXPECT_DOUBLE_EQ(place->density_rank(), 0);
  EXPECT_EQ(place->referral_facility(), FacilityName("hospital"));
  EXPECT_THAT(place->km_to_referral_hospital(), DoubleNear(92.18, 0.01));
  EXPECT_DOUBLE_EQ(place->remoteness_rank(), 1);
}

TEST_F(FacilityPlacesTest, AReferralFacilityIsAtItself) {
  const auto place = Place("hospital");
  ASSERT_OK(place);
  EXPECT_DOUBLE_EQ(place->population_density_per_km2(), 1000);
  EXPECT_DOUBLE_EQ(place->density_rank(), 1);
  EXPECT_EQ(place->referral_facility(), FacilityName("hospital"));
  EXPECT_DOUBLE_EQ(place->km_to_referral_hospital(), 0);
}

TEST_F(FacilityPlacesTest, AClosedFacilityTakesNoReferrals) {
  v1::ChangeFacilityStatusRequest change;
  change.set_name(FacilityName("hospital"));
  change.set_operational_status(v1::Facility::CLOSED_TEMPORARILY);
  ASSERT_OK(ChangeFacilityStatus(call(), change));
  const auto place = Place("post");
  ASSERT_OK(place);
  EXPECT_FALSE(place->has_km_to_referral_hospital());
  EXPECT_FALSE(place->has_remoteness_rank());
}

TEST_F(FacilityPlacesTest, TakesNoDensityFromAnIncompleteSum) {
  v1::UpdateAreaRequest request;
  request.mutable_area()->set_name(AreaName("dist"));
  request.mutable_update_mask()->add_paths("population");
  ASSERT_OK(UpdateArea(call(), request));
  EXPECT_TRUE(ReadArea("dist")->population_incomplete());
  EXPECT_FALSE(Place("post")->has_population_density_per_km2());
  request.mutable_area()->set_name(AreaName("steppe"));
  request.mutable_area()->set_population(10000);
  ASSERT_OK(UpdateArea(call(), request));
  EXPECT_DOUBLE_EQ(Place("post")->population_density_per_km2(), 100);
}

TEST_F(FacilityPlacesTest, PagesInTheOrderOfNames) {
  for (int i = 0; i < 5; ++i) ASSERT_OK(AddFacility({absl::StrCat("f", i), "town"}));
  std::vector<std::string> names;
  std::string token;
  do {
    const auto page = List(3, token);
    ASSERT_OK(page);
    for (const auto& place : page->facility_places()) names.push_back(place.facility());
    token = page->next_page_token();
  } while (!token.empty());
  EXPECT_EQ(names.size(), 7);
  EXPECT_TRUE(std::is_sorted(names.begin(), names.end()));
  EXPECT_EQ(std::set<std::string>(names.begin(), names.end()).size(), 7);
}

TEST_F(FacilityPlacesTest, RefusesAForeignTokenAndANegativePage) {
  ASSERT_OK(AddDirectorate("assiut"));
  v1::ListFacilityPlacesRequest request;
  request.set_parent("directorates/assiut");
  request.set_page_token(List(1)->next_page_token());
  EXPECT_THAT(ListFacilityPlaces(call(), request),
              HasViolation("page_token", Reason::FOREIGN_PAGE_TOKEN));
  EXPECT_THAT(List(1, "rubbish"), HasViolation("page_token", Reason::INVALID_PAGE_TOKEN));
  EXPECT_FALSE(List(-1).ok());
}

TEST_F(FacilityPlacesTest, SaysThatAFacilityIsUnknownOrDeleted) {
  EXPECT_THAT(Place("nothing"), HasError(Reason::NOT_FOUND));
  v1::DeleteFacilityRequest request;
  request.set_name(FacilityName("post"));
  ASSERT_OK(DeleteFacility(call(), request));
  EXPECT_THAT(Place("post"), HasError(Reason::NOT_FOUND));
}

TEST_F(FacilityPlacesTest, SaysUpToWhichChangeItKnows) {
  EXPECT_EQ(List(1)->sequence(), 0);  // nothing is sealed yet
  v1::ListChangesRequest request;
  request.set_parent("directorates/homs");
  const auto changes = ListChanges(call(), request);
  ASSERT_OK(changes);
  EXPECT_EQ(List(1)->sequence(), changes->changes(changes->changes_size() - 1).sequence());
}

}  // namespace
}  // namespace mudiriya::registry
