#include "services/staffing/allowances.h"

#include <string>
#include <vector>

#include "absl/strings/str_format.h"
#include "absl/strings/string_view.h"
#include "common/resource/name.h"
#include "common/status/macros.h"
#include "common/status/violations.h"
#include "services/staffing/requirement_formula.h"
#include "services/staffing/row_id.h"

namespace mudiriya::staffing {
namespace {

// The cadre's working time as stored; none has no hours at all.
absl::StatusOr<WorkingTime> StoredTime(db::Transaction& tx, const std::string& directorate,
                                       const std::string& cadre) {
  ASSIGN_OR_RETURN(const db::ResultSet rows,
                   tx.Query("SELECT COALESCE(weeks_per_year, 52), days_per_week, hours_per_day,"
                            " COALESCE(public_holiday_days, 0), annual_leave_days,"
                            " sick_leave_days, other_leave_days FROM working_time"
                            " WHERE directorate_id = ? AND working_time_id = ?",
                            {{directorate, cadre}}));
  if (rows.empty()) return WorkingTime{.weeks_per_year = 0, .days_per_week = 0, .hours_per_day = 0};
  const db::Row row = rows.front();
  return WorkingTime{row.Double(0), row.Double(1), row.Double(2), row.Double(3),
                     row.Double(4), row.Double(5), row.Double(6)};
}

// The cadre's support activities as stored, but for the one of this id.
absl::StatusOr<std::vector<v1::SupportActivity>> StoredActivities(db::Transaction& tx,
                                                                  const std::string& directorate,
                                                                  const std::string& cadre,
                                                                  absl::string_view except) {
  ASSIGN_OR_RETURN(const db::ResultSet rows,
                   tx.Query("SELECT amount, unit FROM support_activity WHERE directorate_id = ?"
                            " AND cadre_id = ? AND support_activity_id <> ?",
                            {{directorate, cadre, std::string(except)}}));
  std::vector<v1::SupportActivity> activities;
  for (const db::Row row : rows) {
    v1::SupportActivity::Unit unit = v1::SupportActivity::UNIT_UNSPECIFIED;
    v1::SupportActivity::Unit_Parse(row.Text(1), &unit);
    v1::SupportActivity& activity = activities.emplace_back();
    activity.set_amount(row.Double(0));
    activity.set_unit(unit);
  }
  return activities;
}

absl::Status CheckSum(const std::vector<v1::SupportActivity>& activities, const WorkingTime& time,
                      absl::string_view field) {
  double total = 0;
  for (const v1::SupportActivity& activity : activities) total += ShareOf(activity, time);
  if (total < 1) return absl::OkStatus();
  return InvalidField(field, Reason::ALLOWANCES_REACH_ONE,
                      {{"total", absl::StrFormat("%.4g", total)}});
}

}  // namespace

absl::Status CheckAllowances(db::Transaction& tx, const v1::SupportActivity& next) {
  const std::string directorate(resource::DirectorateOf(next.name()));
  const std::string cadre(IdOf(next.cadre()));
  ASSIGN_OR_RETURN(const WorkingTime time, StoredTime(tx, directorate, cadre));
  ASSIGN_OR_RETURN(std::vector<v1::SupportActivity> activities,
                   StoredActivities(tx, directorate, cadre, IdOf(next.name())));
  activities.push_back(next);
  return CheckSum(activities, time, "support_activity.amount");
}

absl::Status CheckAllowances(db::Transaction& tx, const v1::WorkingTime& next) {
  ASSIGN_OR_RETURN(const std::vector<v1::SupportActivity> activities,
                   StoredActivities(tx, std::string(resource::DirectorateOf(next.name())),
                                    std::string(IdOf(next.cadre())), ""));
  return CheckSum(activities, TimeOf(next), "working_time.available_hours");
}

}  // namespace mudiriya::staffing
