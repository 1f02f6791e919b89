#include "services/cli/fields.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "mudiriya/registry/v1/facility.pb.h"
#include "mudiriya/staffing/v1/allocation_plan.pb.h"
#include "mudiriya/staffing/v1/assignment.pb.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::IsOk;
using testing::StatusIs;

TEST(SetFieldTest, ReachesNestedFields) {
  registry::v1::Facility facility;
  EXPECT_THAT(SetField(facility, "display_name.ar", "مشفى الوليد", "homs"), IsOk());
  EXPECT_EQ(facility.display_name().ar(), "مشفى الوليد");
}

TEST(SetFieldTest, ReadsEnumsInAnyCase) {
  registry::v1::Facility facility;
  EXPECT_THAT(SetField(facility, "type", "mobile_clinic", "homs"), IsOk());
  EXPECT_EQ(facility.type(), registry::v1::Facility::MOBILE_CLINIC);
}

TEST(SetFieldTest, NamesWhatAnEnumTakes) {
  registry::v1::Facility facility;
  EXPECT_THAT(SetField(facility, "type", "castle", "homs"),
              StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("HOSPITAL")));
}

TEST(SetFieldTest, ReadsNumbersAndDatesInArabicDigits) {
  staffing::v1::Assignment assignment;
  EXPECT_THAT(SetField(assignment, "fte", "٠٫٥", "homs"), IsOk());
  EXPECT_THAT(SetField(assignment, "start_date", "٩ شباط ٢٠٢٦", "homs"), IsOk());
  EXPECT_DOUBLE_EQ(assignment.fte(), 0.5);
  EXPECT_EQ(assignment.start_date().month(), 2);
}

TEST(SetFieldTest, CompletesReferences) {
  registry::v1::Facility facility;
  EXPECT_THAT(SetField(facility, "area", "sy0401", "homs"), IsOk());
  EXPECT_EQ(facility.area(), "directorates/homs/areas/sy0401");
}

TEST(SetFieldTest, ReadsListsOfReferences) {
  staffing::v1::AllocationParameters parameters;
  EXPECT_THAT(SetField(parameters, "cadres", "nurse,midwife", "homs"), IsOk());
  EXPECT_THAT(parameters.cadres(),
              ElementsAre("directorates/homs/cadres/nurse", "directorates/homs/cadres/midwife"));
}

TEST(SetFieldTest, ReadsPoints) {
  registry::v1::Facility facility;
  EXPECT_THAT(SetField(facility, "location", "34.72,36.71", "homs"), IsOk());
  EXPECT_DOUBLE_EQ(facility.location().longitude(), 36.71);
  EXPECT_THAT(SetField(facility, "location", "34.72", "homs"),
              StatusIs(absl::StatusCode::kInvalidArgument));
}

TEST(SetFieldTest, RefusesFractionsOfWholeNumbersAndUnknownFields) {
  registry::v1::Facility facility;
  EXPECT_THAT(SetField(facility, "beds", "2.5", "homs"),
              StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("whole number")));
  EXPECT_THAT(SetField(facility, "bedz", "2", "homs"),
              StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("beds")));
}

}  // namespace
}  // namespace mudiriya::cli
