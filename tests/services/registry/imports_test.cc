#include "services/registry/imports.h"

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/registry/exports.h"
#include "services/registry/facility_moves.h"
#include "tests/services/registry/registry_fixture.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::registry {
namespace {

using testing::HasError;
using ::testing::HasSubstr;
using testing::HasViolation;
using type::v1::RowOutcome;

constexpr absl::string_view kAreas =
    "area,level,parent_area,display_name.ar,population\n"
    "sy04,GOVERNORATE,,حمص,\n"
    "sy0401,DISTRICT,sy04,حمص,\n"
    "sy040100,SUBDISTRICT,sy0401,مركز حمص,٧٧٥٤٠٤\n";

class ImportsTest : public RegistryTest {
 protected:
  absl::StatusOr<v1::ImportRowsResponse> Import(absl::string_view resource, absl::string_view csv,
                                                bool dry_run = false) {
    v1::ImportRowsRequest request;
    request.set_parent("directorates/homs");
    request.set_resource_type(absl::StrCat("registry.mudiriya.health/", resource));
    request.set_csv(std::string(csv));
    request.set_dry_run(dry_run);
    return ImportRows(call(), request);
  }

  std::string Export(absl::string_view resource, const std::string& filter = "") {
    v1::ExportRowsRequest request;
    request.set_parent("directorates/homs");
    request.set_resource_type(absl::StrCat("registry.mudiriya.health/", resource));
    request.set_filter(filter);
    std::string cursor, csv;
    while (true) {
      const auto step = ExportRows(call(), request, cursor);
      EXPECT_OK(step);
      if (!step.ok()) return csv;
      for (const auto& message : step->messages) csv += message.csv();
      if (step->done) return csv;
    }
  }

  static void ExpectCounts(const absl::StatusOr<v1::ImportRowsResponse>& response, int created,
                           int updated, int unchanged, int rejected) {
    ASSERT_OK(response);
    EXPECT_EQ(response->created_count(), created);
    EXPECT_EQ(response->updated_count(), updated);
    EXPECT_EQ(response->unchanged_count(), unchanged);
    EXPECT_EQ(response->rejected_count(), rejected);
  }
};

TEST_F(ImportsTest, BuildsATreeFromTheTopDown) {
  ExpectCounts(Import("Area", kAreas), 3, 0, 0, 0);
  const auto area = ReadArea("sy040100");
  ASSERT_OK(area);
  EXPECT_EQ(area->parent_area(), AreaName("sy0401"));
  EXPECT_EQ(area->population(), 775404);
  EXPECT_EQ(ReadArea("sy04")->population_derived(), 775404);
  EXPECT_EQ(database().Scalar("SELECT path FROM area WHERE area_id = 'sy040100'"),
            "/sy04/sy0401/sy040100/");
}

TEST_F(ImportsTest, TwiceChangesNothing) {
  ExpectCounts(Import("Area", kAreas), 3, 0, 0, 0);
  ExpectCounts(Import("Area", kAreas), 0, 0, 3, 0);
}

TEST_F(ImportsTest, ADryRunTellsTheSameAndWritesNothing) {
  ExpectCounts(Import("Area", kAreas, /*dry_run=*/true), 3, 0, 0, 0);
  EXPECT_FALSE(ReadArea("sy04").ok());
}

TEST_F(ImportsTest, ABadRowHoldsNoGoodOneBack) {
  ASSERT_OK(Import("Area", kAreas));
  const auto response = Import("Facility",
                               "facility,type,area,display_name.ar,beds,location.latitude\n"
                               "good,HOSPITAL,sy040100,مستشفى الوليد,٥٦٠,34.7\n"
                               "lost,HOSPITAL,nowhere,تائه,10,34.7\n"
                               "sky,HOSPITAL,sy040100,سماء,-1,91\n"
                               "odd,CASTLE,sy040100,قلعة,,\n");
  ExpectCounts(response, 1, 0, 0, 3);
  ASSERT_EQ(response->outcomes_size(), 3);
  EXPECT_EQ(response->outcomes(0).row(), 3);
  EXPECT_EQ(response->outcomes(0).outcome(), RowOutcome::REJECTED);
  EXPECT_EQ(response->outcomes(0).problems(0).reason(), "REFERENCE_NOT_FOUND");
  EXPECT_EQ(ReadFacility("good")->beds(), 560);
  EXPECT_EQ(ReadFacility("good")->operational_status(), v1::Facility::FULL);
  EXPECT_FALSE(ReadFacility("sky").ok());
}

TEST_F(ImportsTest, ReadsWhatOfficesWrite) {
  v1::ImportRowsRequest request;
  request.set_parent("directorates/homs");
  request.set_resource_type("registry.mudiriya.health/Area");
  request.set_csv("\xEF\xBB\xBFالرمز;الإسم;المستوى\r\nSY 04;محافظة حمص;محافظة\r\n");
  auto* id = request.add_header_mappings();
  id->set_column("الرمز");
  id->set_field("area");
  id->set_conversion(type::v1::ColumnMapping::SLUG);
  auto* name = request.add_header_mappings();
  name->set_column("الاسم");
  name->set_field("display_name.ar");
  auto* level = request.add_header_mappings();
  level->set_column("المستوى");
  level->set_field("level");
  (*level->mutable_values())["محافظة"] = "GOVERNORATE";
  ExpectCounts(ImportRows(call(), request), 1, 0, 0, 0);
  EXPECT_EQ(ReadArea("sy-04")->display_name().ar(), "محافظة حمص");
}

TEST_F(ImportsTest, AMobileClinicBeginsItsHistory) {
  ASSERT_OK(Import("Area", kAreas));
  const absl::string_view csv =
      "facility,type,area,display_name.ar,location.latitude,location.longitude\n"
      "mobile,MOBILE_CLINIC,sy0401,عيادة متنقلة,34.7,36.7\n";
  ExpectCounts(Import("Facility", csv), 1, 0, 0, 0);
  ExpectCounts(Import("Facility", csv), 0, 0, 1, 0);
  EXPECT_EQ(database().Scalar("SELECT COUNT(*) FROM facility_location"), "1");
}

TEST_F(ImportsTest, RefusesAFileThatIsTooLargeForOneRequest) {
  EXPECT_THAT(Import("Area", std::string((8 << 20) + 1, 'x')), HasError(Reason::TOO_LARGE));
}

TEST_F(ImportsTest, RefusesATypeThatIsNoTable) {
  EXPECT_THAT(Import("Directorate", "a\n1\n"),
              HasViolation("resource_type", Reason::UNKNOWN_VALUE));
}

TEST_F(ImportsTest, WhatIsExportedCanBeImportedAgain) {
  ASSERT_OK(Import("Area", kAreas));
  const std::string csv = Export("Area");
  EXPECT_TRUE(absl::StartsWith(csv, "\xEF\xBB\xBF"));
  EXPECT_THAT(csv, HasSubstr("مركز حمص"));
  ExpectCounts(Import("Area", csv), 0, 0, 3, 0);
}

TEST_F(ImportsTest, ExportsWhatTheFilterKeeps) {
  ASSERT_OK(Import("Area", kAreas));
  const std::string csv = Export("Area", "level = DISTRICT");
  EXPECT_THAT(csv, HasSubstr("sy0401"));
  EXPECT_THAT(csv, ::testing::Not(HasSubstr("sy040100")));
}

}  // namespace
}  // namespace mudiriya::registry
