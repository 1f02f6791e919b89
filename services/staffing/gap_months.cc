#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/civil_time.h"
#include "common/db/connection.h"
#include "common/resource/name.h"
#include "common/status/macros.h"
#include "common/status/violations.h"
#include "services/staffing/dates.h"
#include "services/staffing/gap_courses.h"
#include "services/staffing/gap_table.h"
#include "services/staffing/gaps.h"
#include "services/staffing/level_rules.h"
#include "services/staffing/level_upkeep.h"
#include "services/staffing/place_areas.h"
#include "services/staffing/row_id.h"

namespace mudiriya::staffing {
namespace {

using resource::Condition;

constexpr int kMostMonths = 120;
constexpr int kMonthsBeforeLast = 11;

struct Period {
  absl::CivilMonth first;
  absl::CivilMonth last;
};

absl::StatusOr<Period> PeriodOf(const v1::ListGapMonthsRequest& request, absl::CivilDay today) {
  Violations violations;
  CheckDay("start_month", request.start_month(), violations);
  CheckDay("end_month", request.end_month(), violations);
  RETURN_IF_ERROR(violations.ToStatus());
  const absl::CivilMonth running(today);
  const auto end = ToCivilDay(request.end_month());
  const auto start = ToCivilDay(request.start_month());
  Period period;
  period.last = end ? absl::CivilMonth(*end) : running;
  period.first = start ? absl::CivilMonth(*start) : period.last - kMonthsBeforeLast;
  const std::string running_text = absl::FormatCivilTime(running);
  if (period.last > running) {
    return InvalidField("end_month", Reason::ABOVE_MAXIMUM, {{"max", running_text}});
  }
  if (period.last < period.first) return InvalidField("end_month", Reason::END_BEFORE_START);
  if (period.last - period.first >= kMostMonths) {
    const std::string least = absl::FormatCivilTime(period.last - (kMostMonths - 1));
    return InvalidField("start_month", Reason::BELOW_MINIMUM, {{"min", least}});
  }
  return period;
}

void And(Condition part, Condition& all) {
  absl::StrAppend(&all.sql, " AND ", part.sql);
  all.params.insert(all.params.end(), part.params.begin(), part.params.end());
}

// Which pairs are asked for, as every table with facility_id and cadre_id takes it.
absl::StatusOr<Condition> PairsOf(const v1::ListGapMonthsRequest& request,
                                  const std::string& directorate) {
  Violations violations;
  for (const auto& [field, name] :
       {std::pair<const char*, const std::string&>("facility", request.facility()),
        std::pair<const char*, const std::string&>("cadre", request.cadre()),
        std::pair<const char*, const std::string&>("area", request.area())}) {
    if (name.empty() || resource::DirectorateOf(name) == directorate) continue;
    violations.Add(field, Reason::MISMATCH, {{"expected", request.parent()}});
  }
  RETURN_IF_ERROR(violations.ToStatus());
  Condition pairs = {"directorate_id = ?", {directorate}};
  if (!request.facility().empty()) {
    And({"facility_id = ?", {std::string(IdOf(request.facility()))}}, pairs);
  }
  if (!request.cadre().empty()) {
    And({"cadre_id = ?", {std::string(IdOf(request.cadre()))}}, pairs);
  }
  if (!request.area().empty()) {
    And(FacilityInSubtree(directorate, IdOf(request.area())), pairs);
  }
  return pairs;
}

// Reads facility, cadre, month (a day in it) and a figure, times `sign`, into one part of courses.
absl::Status AddSteps(db::Transaction& tx, const std::string& sql, const Condition& pairs,
                      const std::vector<db::Value>& last, double sign,
                      decltype(GapCourse::required) GapCourse::*part, GapCourses& courses) {
  std::vector<db::Value> params = pairs.params;
  params.insert(params.end(), last.begin(), last.end());
  ASSIGN_OR_RETURN(const db::ResultSet rows, tx.Query(sql, params));
  for (const db::Row row : rows) {
    absl::CivilDay day;
    if (!absl::ParseCivilTime(row.Text(2), &day)) {
      return absl::InternalError("a stored month is no date");
    }
    (courses[{row.Text(0), row.Text(1)}].*part)
        .emplace_back(absl::CivilMonth(day), sign * row.Double(3));
  }
  return absl::OkStatus();
}

absl::Status AddAssignments(db::Transaction& tx, const Condition& pairs, const std::string& until,
                            GapCourses& courses) {
  RETURN_IF_ERROR(AddSteps(
      tx,
      absl::StrCat("SELECT facility_id, cadre_id, DATE_FORMAT(start_date, '%Y-%m-01'), SUM(fte)"
                   " FROM assignment WHERE ",
                   pairs.sql, " AND start_date <= ? GROUP BY 1, 2, 3"),
      pairs, {until}, 1, &GapCourse::moved, courses));
  // Whoever leaves on the last day of a month is still there at its end.
  return AddSteps(
      tx,
      absl::StrCat("SELECT facility_id, cadre_id,"
                   " DATE_FORMAT(DATE_ADD(end_date, INTERVAL 1 DAY), '%Y-%m-01'), SUM(fte)"
                   " FROM assignment WHERE ",
                   pairs.sql, " AND start_date <= ? AND end_date < ? GROUP BY 1, 2, 3"),
      pairs, {until, until}, -1, &GapCourse::moved, courses);
}

// What is known of the pairs until `until`, a day: the last of the period, or today.
absl::StatusOr<GapCourses> LoadCourses(db::Transaction& tx, const Condition& pairs, bool returns,
                                       const std::string& until) {
  GapCourses courses;
  RETURN_IF_ERROR(AddSteps(tx,
                           absl::StrCat("SELECT facility_id, cadre_id, month, required_fte"
                                        " FROM requirement_month WHERE ",
                                        pairs.sql, " AND month <= ?"),
                           pairs, {until}, 1, &GapCourse::required, courses));
  if (returns) {
    RETURN_IF_ERROR(AddSteps(tx,
                             absl::StrCat("SELECT facility_id, cadre_id, month, head_count"
                                          " FROM staff_return WHERE ",
                                          pairs.sql, " AND month <= ?"),
                             pairs, {until}, 1, &GapCourse::counted, courses));
  } else {
    RETURN_IF_ERROR(AddAssignments(tx, pairs, until, courses));
  }
  return courses;
}

// The last day of the period, but not after today.
std::string UntilOf(const Period& period, absl::CivilDay today) {
  const absl::CivilDay end = absl::CivilDay(period.last + 1) - 1;
  return DayText(std::min(end, today));
}

v1::GapMonth MonthOf(absl::CivilMonth month, const MonthSum& sum) {
  v1::GapMonth shown;
  *shown.mutable_month() = ToDate(absl::CivilDay(month));
  shown.set_required(sum.required);
  shown.set_current(sum.current);
  shown.set_difference(sum.current - sum.required);
  if (const auto ratio = RatioOf(sum.required, sum.current)) shown.set_ratio(*ratio);
  shown.set_shortage(sum.shortage);
  return shown;
}

}  // namespace

absl::StatusOr<v1::ListGapMonthsResponse> ListGapMonths(Call& call,
                                                        const v1::ListGapMonthsRequest& request) {
  ASSIGN_OR_RETURN(const resource::ResourceName parent,
                   Gaps().pattern().Parent().ParseName(request.parent(), "parent"));
  const std::string& directorate = parent.directorate();
  ASSIGN_OR_RETURN(const Condition pairs, PairsOf(request, directorate));
  ASSIGN_OR_RETURN(const absl::CivilDay today, FreshenLevels(call, directorate));
  ASSIGN_OR_RETURN(const Period period, PeriodOf(request, today));
  ASSIGN_OR_RETURN(const GapCourses courses,
                   call.db().Read([&](db::Transaction& tx) -> absl::StatusOr<GapCourses> {
                     RETURN_IF_ERROR(CheckArea(tx, request.area()));
                     ASSIGN_OR_RETURN(const LevelRules rules, LoadLevelRules(tx, directorate));
                     return LoadCourses(tx, pairs, rules.returns, UntilOf(period, today));
                   }));
  v1::ListGapMonthsResponse response;
  absl::CivilMonth month = period.first;
  for (const MonthSum& sum : SumMonths(courses, period.first, period.last)) {
    *response.add_gap_months() = MonthOf(month++, sum);
  }
  return response;
}

}  // namespace mudiriya::staffing
