#include "services/registry/working_days.h"

namespace mudiriya::registry {

bool WorkCalendar::IsWeekend(absl::CivilDay day) const {
  return weekend.count(absl::GetWeekday(day)) > 0;
}

bool WorkCalendar::IsWorkingDay(absl::CivilDay day) const {
  return !IsWeekend(day) && holidays.count(day) == 0;
}

DayCounts CountDays(const WorkCalendar& calendar, absl::CivilDay first, absl::CivilDay last) {
  DayCounts counts;
  for (absl::CivilDay day = first; day <= last; ++day) {
    ++counts.total;
    if (calendar.IsWeekend(day)) {
      ++counts.weekend;
    } else if (calendar.IsWorkingDay(day)) {
      ++counts.working;
    } else {
      ++counts.holidays;
    }
  }
  return counts;
}

absl::CivilDay WorkingDayAfter(const WorkCalendar& calendar, absl::CivilDay start, int64_t days) {
  absl::CivilDay day = start;
  while (days > 0) {
    ++day;
    if (calendar.IsWorkingDay(day)) --days;
  }
  return day;
}

}  // namespace mudiriya::registry
