#include "services/registry/calendar.h"

#include <optional>
#include <string>

#include "common/db/connection.h"
#include "common/resource/name.h"
#include "common/status/errors.h"
#include "common/status/macros.h"
#include "common/status/violations.h"
#include "services/registry/checks.h"
#include "services/registry/directorates.h"
#include "services/registry/working_days.h"

namespace mudiriya::registry {
namespace {

constexpr int kLongestPeriodDays = 3660;

// The weekend of the directorate.
absl::StatusOr<WorkCalendar> ReadWeekend(db::Transaction& tx, const resource::ResourceName& name) {
  ASSIGN_OR_RETURN(const v1::Directorate directorate, Directorates().Get(tx, name));
  if (directorate.has_delete_time()) return NotFound(name.text());
  WorkCalendar calendar;
  for (const int day : directorate.weekend_days()) {
    // Both count Monday first: google.type from 1, absl from 0.
    calendar.weekend.insert(static_cast<absl::Weekday>(day - google::type::MONDAY));
  }
  return calendar;
}

// The calendar with the holidays from `first` on, to `last` or for good.
absl::StatusOr<WorkCalendar> ReadCalendar(db::Transaction& tx, const resource::ResourceName& name,
                                          absl::CivilDay first,
                                          std::optional<absl::CivilDay> last) {
  ASSIGN_OR_RETURN(WorkCalendar calendar, ReadWeekend(tx, name));
  const std::string until = last.has_value() ? absl::FormatCivilTime(*last) : "9999-12-31";
  ASSIGN_OR_RETURN(const db::ResultSet rows,
                   tx.Query("SELECT date FROM holiday "
                            "WHERE directorate_id = ? AND date BETWEEN ? AND ?",
                            {name.directorate(), absl::FormatCivilTime(first), until}));
  for (const db::Row row : rows) {
    absl::CivilDay day;
    if (absl::ParseCivilTime(row.Text(0), &day)) calendar.holidays.insert(day);
  }
  return calendar;
}

absl::StatusOr<WorkCalendar> CalendarOf(Call& call, const std::string& directorate,
                                        absl::CivilDay first, std::optional<absl::CivilDay> last) {
  ASSIGN_OR_RETURN(const resource::ResourceName name,
                   Directorates().pattern().ParseName(directorate, "directorate"));
  return call.db().Read([&](db::Transaction& tx) { return ReadCalendar(tx, name, first, last); });
}

struct Period {
  absl::CivilDay first;
  absl::CivilDay last;
};

absl::StatusOr<Period> PeriodOf(const v1::CountWorkingDaysRequest& request) {
  const Period period{ToCivilDay(request.start_date()), ToCivilDay(request.end_date())};
  if (period.last < period.first) return InvalidField("end_date", Reason::END_BEFORE_START);
  const absl::CivilDay latest = period.first + kLongestPeriodDays;
  if (period.last <= latest) return period;
  return InvalidField("end_date", Reason::ABOVE_MAXIMUM, {{"max", absl::FormatCivilTime(latest)}});
}

}  // namespace

absl::StatusOr<v1::CountWorkingDaysResponse> CountWorkingDays(
    Call& call, const v1::CountWorkingDaysRequest& request) {
  ASSIGN_OR_RETURN(const Period period, PeriodOf(request));
  ASSIGN_OR_RETURN(const WorkCalendar calendar,
                   CalendarOf(call, request.directorate(), period.first, period.last));
  const DayCounts counts = CountDays(calendar, period.first, period.last);
  v1::CountWorkingDaysResponse response;
  response.set_working_days(static_cast<int>(counts.working));
  response.set_calendar_days(static_cast<int>(counts.total));
  response.set_weekend_days(static_cast<int>(counts.weekend));
  response.set_holiday_days(static_cast<int>(counts.holidays));
  return response;
}

absl::StatusOr<v1::AddWorkingDaysResponse> AddWorkingDays(
    Call& call, const v1::AddWorkingDaysRequest& request) {
  const absl::CivilDay start = ToCivilDay(request.date());
  ASSIGN_OR_RETURN(const WorkCalendar calendar,
                   CalendarOf(call, request.directorate(), start, std::nullopt));
  v1::AddWorkingDaysResponse response;
  *response.mutable_date() = ToDate(WorkingDayAfter(calendar, start, request.working_days()));
  return response;
}

}  // namespace mudiriya::registry
