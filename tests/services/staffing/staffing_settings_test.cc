#include "services/staffing/staffing_settings.h"

#include <string>

#include "gtest/gtest.h"
#include "tests/services/staffing/staffing_fixture.h"

namespace mudiriya::staffing {
namespace {

using testing::HasError;
using testing::HasViolation;
using testing::IsOk;
using v1::StaffingSettings;

constexpr char kName[] = "directorates/homs/staffingSettings";

class StaffingSettingsTest : public StaffingTest {
 protected:
  absl::StatusOr<StaffingSettings> Get(const std::string& name = kName) {
    v1::GetStaffingSettingsRequest request;
    request.set_name(name);
    return GetStaffingSettings(call(), request);
  }

  absl::StatusOr<StaffingSettings> Update(StaffingSettings settings, const std::string& mask = "") {
    v1::UpdateStaffingSettingsRequest request;
    settings.set_name(kName);
    *request.mutable_staffing_settings() = std::move(settings);
    if (!mask.empty()) request.mutable_update_mask()->add_paths(mask);
    return UpdateStaffingSettings(call(), request);
  }

  StaffingSettings Effective() {
    return database()
        .connection()
        .Read([](db::Transaction& tx) { return EffectiveSettings(tx, "homs"); })
        .value();
  }
};

TEST_F(StaffingSettingsTest, AreThereBeforeAnybodyWroteThem) {
  ASSERT_OK_AND_ASSIGN(const StaffingSettings settings, Get());
  EXPECT_EQ(settings.name(), kName);
  EXPECT_FALSE(settings.has_density_weight());
  EXPECT_FALSE(settings.has_update_time());
  EXPECT_NE(settings.etag(), "");
}

TEST_F(StaffingSettingsTest, HaveTheDefaultsOfTheContract) {
  const StaffingSettings settings = Effective();
  EXPECT_EQ(settings.staff_data_source(), StaffingSettings::PERSONS);
  EXPECT_EQ(settings.density_weight(), 1);
  EXPECT_EQ(settings.move_cost(), 0.05);
  EXPECT_EQ(settings.distance_cost_per_km(), 0.002);
  EXPECT_EQ(settings.preference_bonus(), 0.05);
  EXPECT_EQ(settings.donor_floor(), 1);
  EXPECT_EQ(settings.bands().extreme_below(), 0.30);
  EXPECT_EQ(settings.bands().balanced_up_to(), 1.10);
  EXPECT_EQ(settings.density_threshold(), 44.5);
  EXPECT_EQ(settings.requirement_sources_size(), 4);
  EXPECT_FALSE(settings.has_distance_limit_km());
  EXPECT_FALSE(settings.has_move_limit());
}

TEST_F(StaffingSettingsTest, AreWrittenByMaskAndKeptApartByDirectorate) {
  StaffingSettings settings;
  settings.set_density_weight(0);
  settings.set_distance_limit_km(60);
  ASSERT_THAT(Update(settings), IsOk());
  EXPECT_EQ(Recorded().all, 1);
  EXPECT_EQ(Effective().density_weight(), 0);
  EXPECT_EQ(Effective().distance_limit_km(), 60);
  EXPECT_FALSE(Get("directorates/assiut/staffingSettings")->has_density_weight());
  ASSERT_OK_AND_ASSIGN(const StaffingSettings cleared, Update({}, "density_weight"));
  EXPECT_FALSE(cleared.has_density_weight());
  EXPECT_EQ(cleared.distance_limit_km(), 60);
  EXPECT_EQ(Effective().density_weight(), 1);
}

TEST_F(StaffingSettingsTest, WriteNothingWhenNothingChanges) {
  StaffingSettings settings;
  settings.set_move_limit(20);
  ASSERT_OK_AND_ASSIGN(const StaffingSettings first, Update(settings));
  ASSERT_OK_AND_ASSIGN(const StaffingSettings second, Update(settings));
  EXPECT_EQ(first.etag(), second.etag());
  EXPECT_EQ(database().Scalar("SELECT COUNT(*) FROM change_log WHERE resource = "
                              "'directorates/homs/staffingSettings'"),
            "1");
}

TEST_F(StaffingSettingsTest, AnOldEtagIsRefused) {
  ASSERT_OK_AND_ASSIGN(StaffingSettings settings, Get());
  settings.set_move_limit(20);
  ASSERT_OK_AND_ASSIGN(const StaffingSettings written, Update(settings, "move_limit"));
  EXPECT_TRUE(written.has_update_time());
  EXPECT_EQ(Get()->etag(), written.etag());
  EXPECT_EQ(Get()->update_time().seconds(), written.update_time().seconds());
  settings.set_move_limit(30);
  EXPECT_THAT(Update(settings, "move_limit"), HasError(Reason::STALE_ETAG));
}

TEST_F(StaffingSettingsTest, BandsRise) {
  StaffingSettings settings;
  settings.mutable_bands()->set_high_below(0.4);  // below the default of the one before
  EXPECT_THAT(Update(settings),
              HasViolation("staffing_settings.bands.high_below", Reason::NOT_GREATER));
}

TEST_F(StaffingSettingsTest, SourcesAreNamedOnce) {
  StaffingSettings settings;
  settings.add_requirement_sources(v1::Requirement::NORM);
  settings.add_requirement_sources(v1::Requirement::NORM);
  EXPECT_THAT(Update(settings),
              HasViolation("staffing_settings.requirement_sources[1]", Reason::DUPLICATE_ITEM));
}

TEST_F(StaffingSettingsTest, AreOfADirectorateThatExists) {
  EXPECT_THAT(Get("directorates/atlantis/staffingSettings"), HasError(Reason::NOT_FOUND));
  EXPECT_THAT(Get("directorates/homs/settings"), HasViolation("name", Reason::INVALID_NAME));
}

TEST_F(StaffingSettingsTest, ValidateOnlyWritesNothing) {
  v1::UpdateStaffingSettingsRequest request;
  request.mutable_staffing_settings()->set_name(kName);
  request.mutable_staffing_settings()->set_move_limit(5);
  request.set_validate_only(true);
  ASSERT_OK_AND_ASSIGN(const StaffingSettings shown, UpdateStaffingSettings(call(), request));
  EXPECT_EQ(shown.move_limit(), 5);
  EXPECT_FALSE(Get()->has_move_limit());
}

}  // namespace
}  // namespace mudiriya::staffing
