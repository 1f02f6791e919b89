#ifndef MUDIRIYA_SERVICES_REGISTRY_WORKING_DAYS_H_
#define MUDIRIYA_SERVICES_REGISTRY_WORKING_DAYS_H_

#include <cstdint>
#include <set>

#include "absl/time/civil_time.h"

namespace mudiriya::registry {

// By which days a directorate works.
struct WorkCalendar {
  std::set<absl::Weekday> weekend;    // six days at most
  std::set<absl::CivilDay> holidays;  // may fall on the weekend

  bool IsWeekend(absl::CivilDay day) const;
  bool IsWorkingDay(absl::CivilDay day) const;
};

// The days of a period by kind; total = working + weekend + holidays.
struct DayCounts {
  int64_t total = 0;
  int64_t working = 0;
  int64_t weekend = 0;   // holidays among them
  int64_t holidays = 0;  // those outside of the weekend
};

// From `first` to `last`, both included; all zero if last < first. Takes time in proportion to the
// length of the period.
DayCounts CountDays(const WorkCalendar& calendar, absl::CivilDay first, absl::CivilDay last);

// The day on which the `days`-th working day after `start` falls; `start` itself for 0. The weekend
// must leave a day of the week to work on.
absl::CivilDay WorkingDayAfter(const WorkCalendar& calendar, absl::CivilDay start, int64_t days);

}  // namespace mudiriya::registry

#endif  // MUDIRIYA_SERVICES_REGISTRY_WORKING_DAYS_H_
