#include "services/registry/working_days.h"

#include <random>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace mudiriya::registry {
namespace {

using absl::CivilDay;
using absl::Weekday;

// Homs in March 2026, with the third day of Eid al-Fitr.
WorkCalendar March() { return {{Weekday::friday, Weekday::saturday}, {CivilDay(2026, 3, 22)}}; }

TEST(CountDays, SplitsAMonth) {
  const DayCounts counts = CountDays(March(), CivilDay(2026, 3, 1), CivilDay(2026, 3, 31));
  EXPECT_EQ(counts.total, 31);
  EXPECT_EQ(counts.weekend, 8);
  EXPECT_EQ(counts.holidays, 1);
  EXPECT_EQ(counts.working, 22);
}

TEST(CountDays, TakesAHolidayOnTheWeekendAsWeekend) {
  WorkCalendar calendar = March();
  calendar.holidays = {CivilDay(2026, 3, 20)};  // a Friday
  const DayCounts counts = CountDays(calendar, CivilDay(2026, 3, 1), CivilDay(2026, 3, 31));
  EXPECT_EQ(counts.holidays, 0);
  EXPECT_EQ(counts.working, 23);
}

TEST(CountDays, CountsASingleDay) {
  EXPECT_EQ(CountDays(March(), CivilDay(2026, 3, 22), CivilDay(2026, 3, 22)).holidays, 1);
  EXPECT_EQ(CountDays(March(), CivilDay(2026, 3, 23), CivilDay(2026, 3, 23)).working, 1);
}

TEST(CountDays, OfAnEmptyPeriodIsZero) {
  EXPECT_EQ(CountDays(March(), CivilDay(2026, 3, 2), CivilDay(2026, 3, 1)).total, 0);
}

TEST(CountDays, KnowsLeapYears) {
  const WorkCalendar calendar{{}, {}};
  EXPECT_EQ(CountDays(calendar, CivilDay(2028, 1, 1), CivilDay(2028, 12, 31)).working, 366);
}

TEST(WorkingDayAfter, SkipsWeekendAndHoliday) {
  EXPECT_EQ(WorkingDayAfter(March(), CivilDay(2026, 3, 18), 7), CivilDay(2026, 3, 30));
}

TEST(WorkingDayAfter, OfNoDaysIsTheStartEvenOnAWeekend) {
  EXPECT_EQ(WorkingDayAfter(March(), CivilDay(2026, 3, 20), 0), CivilDay(2026, 3, 20));
}

TEST(WorkingDayAfter, WorksWithOneWorkingDayAWeek) {
  WorkCalendar calendar{{Weekday::monday, Weekday::tuesday, Weekday::wednesday, Weekday::thursday,
                         Weekday::friday, Weekday::saturday},
                        {}};
  EXPECT_EQ(WorkingDayAfter(calendar, CivilDay(2026, 3, 1), 2), CivilDay(2026, 3, 15));
}

TEST(WorkingDayAfter, AgreesWithCounting) {
  std::mt19937 random(49);
  WorkCalendar calendar = March();
  for (int i = 0; i < 20; ++i) calendar.holidays.insert(CivilDay(2026, 1, 1) + random() % 365);
  for (int i = 0; i < 200; ++i) {
    const CivilDay start = CivilDay(2026, 1, 1) + random() % 300;
    const int64_t days = 1 + random() % 60;
    const CivilDay due = WorkingDayAfter(calendar, start, days);
    EXPECT_TRUE(calendar.IsWorkingDay(due)) << due;
    EXPECT_EQ(CountDays(calendar, start + 1, due).working, days) << start;
  }
}

}  // namespace
}  // namespace mudiriya::registry
