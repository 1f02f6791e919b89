#include "services/registry/checks.h"

#include <limits>

#include "gmock/gmock.h"
#include "google/type/dayofweek.pb.h"
#include "gtest/gtest.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::registry {
namespace {

using testing::HasViolation;

google::type::LatLng At(double latitude, double longitude) {
  google::type::LatLng point;
  point.set_latitude(latitude);
  point.set_longitude(longitude);
  return point;
}

absl::Status PointStatus(double latitude, double longitude) {
  Violations violations;
  CheckPoint(At(latitude, longitude), "area.centroid", violations);
  return violations.ToStatus();
}

google::type::Date DateOf(int year, int month, int day) {
  google::type::Date date;
  date.set_year(year);
  date.set_month(month);
  date.set_day(day);
  return date;
}

TEST(CheckPoint, AllowsTheWholeGlobe) {
  EXPECT_OK(PointStatus(90, 180));
  EXPECT_OK(PointStatus(-90, -180));
  EXPECT_OK(PointStatus(0, 0));
}

TEST(CheckPoint, RefusesWhatIsOffTheGlobe) {
  EXPECT_THAT(PointStatus(90.1, 0), HasViolation("area.centroid.latitude", Reason::OUT_OF_RANGE));
  EXPECT_THAT(PointStatus(0, -180.1),
              HasViolation("area.centroid.longitude", Reason::OUT_OF_RANGE));
}

TEST(CheckPoint, RefusesWhatIsNoNumber) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  EXPECT_THAT(PointStatus(nan, 0), HasViolation("area.centroid.latitude", Reason::OUT_OF_RANGE));
}

TEST(CheckPoint, ReportsBothCoordinates) {
  Violations violations;
  CheckPoint(At(91, 181), "location", violations);
  EXPECT_EQ(violations.size(), 2);
}

TEST(CheckDistinct, NamesWhatComesAgain) {
  google::protobuf::RepeatedPtrField<std::string> texts;
  for (const char* text : {"ar", "en", "ar"}) texts.Add(text);
  Violations violations;
  CheckDistinct(texts, "directorate.languages", violations);
  EXPECT_THAT(violations.ToStatus(), HasViolation("directorate.languages", Reason::DUPLICATE_ITEM));
  EXPECT_EQ(violations.size(), 1);
}

TEST(CheckWeekend, RefusesUnknownAndRepeatedDays) {
  google::protobuf::RepeatedField<int> days;
  for (const int day : {google::type::FRIDAY + 0, google::type::FRIDAY + 0, 0, 9}) days.Add(day);
  Violations violations;
  CheckWeekend(days, "directorate.weekend_days", violations);
  EXPECT_EQ(violations.size(), 3);
  EXPECT_THAT(violations.ToStatus(),
              HasViolation("directorate.weekend_days", Reason::UNKNOWN_VALUE));
}

TEST(ToCivilDay, KnowsTheDaysOfTheCalendar) {
  EXPECT_EQ(ToCivilDay(DateOf(2028, 2, 29)), absl::CivilDay(2028, 2, 29));
  EXPECT_EQ(ToCivilDay(DateOf(2026, 2, 29)), std::nullopt);
  EXPECT_EQ(ToCivilDay(DateOf(2026, 13, 1)), std::nullopt);
  EXPECT_EQ(ToCivilDay(DateOf(2026, 2, 0)), std::nullopt);
  EXPECT_EQ(ToCivilDay(DateOf(0, 0, 0)), std::nullopt);
}

TEST(ToDate, TurnsBackWhatToCivilDayGives) {
  EXPECT_EQ(ToCivilDay(ToDate(absl::CivilDay(2026, 2, 9))), absl::CivilDay(2026, 2, 9));
}

}  // namespace
}  // namespace mudiriya::registry
