#ifndef MUDIRIYA_SERVICES_STAFFING_DATES_H_
#define MUDIRIYA_SERVICES_STAFFING_DATES_H_

#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "common/call/call.h"
#include "common/status/violations.h"
#include "google/type/date.pb.h"

namespace mudiriya::staffing {

// The day of a date that names year, month and day; nothing for any other, e.g. 31 February.
std::optional<absl::CivilDay> ToCivilDay(const google::type::Date& date);

google::type::Date ToDate(absl::CivilDay day);

// "2026-02-09", as the database and errors write it.
std::string DayText(absl::CivilDay day);

// Adds INVALID_DATE for a date that is set but is no day of the calendar, or lies outside the years
// 1900 to 2200.
void CheckDay(absl::string_view field, const google::type::Date& date, Violations& violations);

// Checks both dates of a period, that it has a start, and that it does not end before it starts
// (END_BEFORE_START on `prefix`.end_date). An unset end is open.
void CheckPeriod(absl::string_view prefix, const google::type::Date& start,
                 const google::type::Date& end, Violations& violations);

// The day that it is now in the directorate (an id), by its time zone.
// Returns NOT_FOUND if there is no such directorate.
absl::StatusOr<absl::CivilDay> Today(Call& call, absl::string_view directorate);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_DATES_H_
