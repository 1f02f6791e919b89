#include "services/staffing/dates.h"

#include "absl/strings/str_cat.h"
#include "common/status/macros.h"
#include "services/staffing/places.h"

namespace mudiriya::staffing {
namespace {

bool IsSet(const google::type::Date& date) {
  return date.year() != 0 || date.month() != 0 || date.day() != 0;
}

}  // namespace

std::optional<absl::CivilDay> ToCivilDay(const google::type::Date& date) {
  // CivilDay makes 3 March of 31 February; a real date stays what it was.
  const absl::CivilDay day(date.year(), date.month(), date.day());
  if (day.year() != date.year() || day.month() != date.month() || day.day() != date.day()) {
    return std::nullopt;
  }
  if (day.year() < 1900 || day.year() > 2200) return std::nullopt;
  return day;
}

google::type::Date ToDate(absl::CivilDay day) {
  google::type::Date date;
  date.set_year(static_cast<int32_t>(day.year()));
  date.set_month(day.month());
  date.set_day(day.day());
  return date;
}

std::string DayText(absl::CivilDay day) { return absl::FormatCivilTime(day); }

void CheckDay(absl::string_view field, const google::type::Date& date, Violations& violations) {
  if (IsSet(date) && !ToCivilDay(date)) violations.Add(field, Reason::INVALID_DATE);
}

void CheckPeriod(absl::string_view prefix, const google::type::Date& start,
                 const google::type::Date& end, Violations& violations) {
  const std::string end_field = absl::StrCat(prefix, ".end_date");
  const std::string start_field = absl::StrCat(prefix, ".start_date");
  if (!IsSet(start)) violations.Add(start_field, Reason::REQUIRED);
  CheckDay(start_field, start, violations);
  CheckDay(end_field, end, violations);
  const std::optional<absl::CivilDay> first = ToCivilDay(start);
  const std::optional<absl::CivilDay> last = ToCivilDay(end);
  if (first && last && *last < *first) violations.Add(end_field, Reason::END_BEFORE_START);
}

absl::StatusOr<absl::CivilDay> Today(Call& call, absl::string_view directorate) {
  ASSIGN_OR_RETURN(const absl::TimeZone zone, call.service<Places>().TimeZone(call, directorate));
  return absl::ToCivilDay(call.now(), zone);
}

}  // namespace mudiriya::staffing
