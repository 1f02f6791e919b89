#include "services/staffing/dates.h"

#include "gtest/gtest.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::staffing {
namespace {

using testing::HasViolation;
using testing::IsOk;

google::type::Date Date(int year, int month, int day) {
  google::type::Date date;
  date.set_year(year);
  date.set_month(month);
  date.set_day(day);
  return date;
}

absl::Status Period(const google::type::Date& start, const google::type::Date& end) {
  Violations violations;
  CheckPeriod("leave", start, end, violations);
  return violations.ToStatus();
}

TEST(ToCivilDay, TakesDaysOfTheCalendarOnly) {
  EXPECT_EQ(ToCivilDay(Date(2024, 2, 29)), absl::CivilDay(2024, 2, 29));
  EXPECT_FALSE(ToCivilDay(Date(2026, 2, 29)));
  EXPECT_FALSE(ToCivilDay(Date(2026, 2, 0)));
  EXPECT_FALSE(ToCivilDay(Date(0, 2, 1)));
  EXPECT_FALSE(ToCivilDay(Date(9999, 1, 1)));
}

TEST(ToDate, IsTheWayBack) {
  EXPECT_EQ(ToCivilDay(ToDate(absl::CivilDay(2026, 2, 9))), absl::CivilDay(2026, 2, 9));
}

TEST(CheckPeriod, TakesOneDayAndOpenEnds) {
  EXPECT_THAT(Period(Date(2026, 2, 9), Date(2026, 2, 9)), IsOk());
  EXPECT_THAT(Period(Date(2026, 2, 9), {}), IsOk());
}

TEST(CheckPeriod, RefusesAnEndBeforeTheStart) {
  EXPECT_THAT(Period(Date(2026, 2, 9), Date(2026, 2, 8)),
              HasViolation("leave.end_date", Reason::END_BEFORE_START));
}

TEST(CheckPeriod, NamesBothBadDatesAtOnce) {
  const absl::Status status = Period(Date(2026, 2, 30), Date(2026, 13, 1));
  EXPECT_THAT(status, HasViolation("leave.start_date", Reason::INVALID_DATE));
  EXPECT_THAT(status, HasViolation("leave.end_date", Reason::INVALID_DATE));
}

TEST(CheckPeriod, WantsAStart) {
  EXPECT_THAT(Period({}, Date(2026, 2, 8)), HasViolation("leave.start_date", Reason::REQUIRED));
}

}  // namespace
}  // namespace mudiriya::staffing
