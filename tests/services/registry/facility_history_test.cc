#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/registry/facilities.h"
#include "services/registry/facility_moves.h"
#include "services/registry/facility_status.h"
#include "tests/services/registry/registry_fixture.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::registry {
namespace {

using testing::HasError;
using testing::HasViolation;

class FacilityHistoryTest : public RegistryTest {
 protected:
  void SetUp() override {
    ASSERT_OK(AddArea({"gov", v1::Area::GOVERNORATE}));
    ASSERT_OK(AddArea({"dist", v1::Area::DISTRICT, "gov"}));
    ASSERT_OK(AddFacility({"hospital", "gov"}));
    ASSERT_OK(AddFacility({"mobile", "gov", v1::Facility::MOBILE_CLINIC, 34.7, 36.7}));
  }

  static v1::ChangeFacilityStatusRequest Change(v1::Facility::OperationalStatus status,
                                                const std::string& why) {
    v1::ChangeFacilityStatusRequest request;
    request.set_name(FacilityName("hospital"));
    request.set_operational_status(status);
    request.set_change_reason(why);
    return request;
  }

  static v1::MoveFacilityRequest MoveTo(absl::string_view id, double latitude, double longitude) {
    v1::MoveFacilityRequest request;
    request.set_name(FacilityName(id));
    request.mutable_location()->set_latitude(latitude);
    request.mutable_location()->set_longitude(longitude);
    return request;
  }

  v1::ListFacilityStatusChangesResponse Changes(const std::string& filter = "") {
    v1::ListFacilityStatusChangesRequest request;
    request.set_parent(FacilityName("hospital"));
    request.set_filter(filter);
    const auto response = ListFacilityStatusChanges(call(), request);
    EXPECT_OK(response);
    return response.value_or(v1::ListFacilityStatusChangesResponse());
  }

  v1::ListFacilityLocationsResponse Locations(absl::string_view id = "mobile") {
    v1::ListFacilityLocationsRequest request;
    request.set_parent(FacilityName(id));
    const auto response = ListFacilityLocations(call(), request);
    EXPECT_OK(response);
    return response.value_or(v1::ListFacilityLocationsResponse());
  }
};

TEST_F(FacilityHistoryTest, RecordsWhoChangedTheStatusWhenAndWhy) {
  clock().Advance(absl::Hours(1));
  const auto facility =
      ChangeFacilityStatus(call(), Change(v1::Facility::PARTIAL, "انقطاع التيار"));
  ASSERT_OK(facility);
  EXPECT_EQ(facility->operational_status(), v1::Facility::PARTIAL);
  EXPECT_EQ(ReadFacility("hospital")->operational_status(), v1::Facility::PARTIAL);
  const auto changes = Changes();
  ASSERT_EQ(changes.facility_status_changes_size(), 1);
  const v1::FacilityStatusChange& change = changes.facility_status_changes(0);
  EXPECT_EQ(change.name(), FacilityName("hospital") + "/statusChanges/000001");
  EXPECT_EQ(change.previous_status(), v1::Facility::FULL);
  EXPECT_EQ(change.status(), v1::Facility::PARTIAL);
  EXPECT_EQ(change.change_reason(), "انقطاع التيار");
  EXPECT_EQ(change.caller(), "deputy.curative@homs");
  EXPECT_EQ(change.create_time().seconds(), absl::ToUnixSeconds(clock().Now()));
}

TEST_F(FacilityHistoryTest, ListsStatusesAlongTime) {
  ASSERT_OK(ChangeFacilityStatus(call(), Change(v1::Facility::CLOSED_TEMPORARILY, "repair")));
  ASSERT_OK(ChangeFacilityStatus(call(), Change(v1::Facility::FULL, "repaired")));
  const auto changes = Changes();
  ASSERT_EQ(changes.facility_status_changes_size(), 2);
  EXPECT_EQ(changes.facility_status_changes(1).change_reason(), "repaired");
  EXPECT_EQ(Changes("status = FULL").facility_status_changes_size(), 1);
}

TEST_F(FacilityHistoryTest, RefusesTheStatusThatItHas) {
  EXPECT_THAT(ChangeFacilityStatus(call(), Change(v1::Facility::FULL, "?")),
              HasError(Reason::WRONG_STATE));
  EXPECT_EQ(Changes().facility_status_changes_size(), 0);
}

TEST_F(FacilityHistoryTest, ARetryWithTheSameRequestIdChangesOnce) {
  v1::ChangeFacilityStatusRequest request = Change(v1::Facility::CLOSED, "flooded");
  request.set_request_id("5f0c");
  ASSERT_OK(ChangeFacilityStatus(call(), request));
  const auto again = ChangeFacilityStatus(call(), request);
  ASSERT_OK(again);
  EXPECT_EQ(again->operational_status(), v1::Facility::CLOSED);
  EXPECT_EQ(Changes().facility_status_changes_size(), 1);
}

TEST_F(FacilityHistoryTest, ARehearsalWritesNothing) {
  v1::ChangeFacilityStatusRequest request = Change(v1::Facility::CLOSED, "drill");
  request.set_validate_only(true);
  const auto answer = ChangeFacilityStatus(call(), request);
  ASSERT_OK(answer);
  EXPECT_EQ(answer->operational_status(), v1::Facility::CLOSED);
  EXPECT_EQ(ReadFacility("hospital")->operational_status(), v1::Facility::FULL);
  EXPECT_EQ(Changes().facility_status_changes_size(), 0);
}

TEST_F(FacilityHistoryTest, RefusesAnOldEtag) {
  v1::ChangeFacilityStatusRequest request = Change(v1::Facility::PARTIAL, "first");
  request.set_etag(ReadFacility("hospital")->etag());
  ASSERT_OK(ChangeFacilityStatus(call(), request));
  request.set_operational_status(v1::Facility::CLOSED);
  EXPECT_THAT(ChangeFacilityStatus(call(), request), HasError(Reason::STALE_ETAG));
}

TEST_F(FacilityHistoryTest, RefusesADeletedOrUnknownFacility) {
  v1::DeleteFacilityRequest deletion;
  deletion.set_name(FacilityName("hospital"));
  ASSERT_OK(DeleteFacility(call(), deletion));
  EXPECT_THAT(ChangeFacilityStatus(call(), Change(v1::Facility::CLOSED, "?")),
              HasError(Reason::DELETED));
  EXPECT_THAT(MoveFacility(call(), MoveTo("nothing", 0, 0)), HasError(Reason::NOT_FOUND));
}

TEST_F(FacilityHistoryTest, AMobileClinicStandsSomewhereFromTheBeginning) {
  const auto locations = Locations();
  ASSERT_EQ(locations.facility_locations_size(), 1);
  EXPECT_DOUBLE_EQ(locations.facility_locations(0).place().latitude(), 34.7);
  EXPECT_EQ(locations.facility_locations(0).area(), AreaName("gov"));
  EXPECT_EQ(Locations("hospital").facility_locations_size(), 0);
}

TEST_F(FacilityHistoryTest, AMoveIsKept) {
  v1::MoveFacilityRequest request = MoveTo("mobile", 34.5, 36.5);
  request.set_area(AreaName("dist"));
  request.set_note("vaccination week");
  clock().Advance(absl::Hours(24));
  const auto moved = MoveFacility(call(), request);
  ASSERT_OK(moved);
  EXPECT_DOUBLE_EQ(moved->location().latitude(), 34.5);
  EXPECT_EQ(moved->area(), AreaName("dist"));
  const auto locations = Locations();
  ASSERT_EQ(locations.facility_locations_size(), 2);
  const v1::FacilityLocation& last = locations.facility_locations(1);
  EXPECT_EQ(last.note(), "vaccination week");
  EXPECT_EQ(last.area(), AreaName("dist"));
  EXPECT_EQ(last.create_time().seconds(), absl::ToUnixSeconds(clock().Now()));
}

TEST_F(FacilityHistoryTest, OnlyMobileClinicsMove) {
  EXPECT_THAT(MoveFacility(call(), MoveTo("hospital", 34, 36)), HasError(Reason::NOT_MOBILE));
}

TEST_F(FacilityHistoryTest, RefusesAMoveToAnUnknownArea) {
  v1::MoveFacilityRequest request = MoveTo("mobile", 34, 36);
  request.set_area(AreaName("nowhere"));
  EXPECT_THAT(MoveFacility(call(), request), HasError(Reason::REFERENCE_NOT_FOUND));
  request.set_area("directorates/assiut/areas/gov");
  EXPECT_THAT(MoveFacility(call(), request), HasViolation("area", Reason::MISMATCH));
  EXPECT_EQ(Locations().facility_locations_size(), 1);
}

TEST_F(FacilityHistoryTest, AnUpdateCannotMoveAMobileClinic) {
  v1::UpdateFacilityRequest request;
  request.mutable_facility()->set_name(FacilityName("mobile"));
  request.mutable_facility()->mutable_location()->set_latitude(35);
  request.mutable_facility()->mutable_location()->set_longitude(36.7);
  request.mutable_update_mask()->add_paths("location");
  EXPECT_THAT(UpdateFacility(call(), request), HasError(Reason::MOVE_INSTEAD));
  request.mutable_facility()->set_name(FacilityName("hospital"));
  EXPECT_OK(UpdateFacility(call(), request));
}

TEST_F(FacilityHistoryTest, AClinicThatBecomesMobileBeginsItsHistory) {
  ASSERT_OK(AddFacility({"clinic", "gov", v1::Facility::CLINIC, 34.1, 36.1}));
  v1::UpdateFacilityRequest request;
  request.mutable_facility()->set_name(FacilityName("clinic"));
  request.mutable_facility()->set_type(v1::Facility::MOBILE_CLINIC);
  request.mutable_update_mask()->add_paths("type");
  ASSERT_OK(UpdateFacility(call(), request));
  EXPECT_EQ(Locations("clinic").facility_locations_size(), 1);
}

}  // namespace
}  // namespace mudiriya::registry
