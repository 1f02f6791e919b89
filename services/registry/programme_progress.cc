#include "services/registry/programme_progress.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "common/db/connection.h"
#include "common/resource/name.h"
#include "common/status/macros.h"
#include "mudiriya/registry/v1/facility.pb.h"
#include "services/registry/checks.h"
#include "services/registry/directorates.h"
#include "services/registry/programmes.h"

namespace mudiriya::registry {
namespace {

using resource::ResourceName;

// What names the programme, counted.
struct Counts {
  std::map<std::string, int64_t> facilities_by_status;
  int64_t departments = 0;

  int64_t Of(v1::Facility::OperationalStatus status) const {
    const auto found = facilities_by_status.find(v1::Facility::OperationalStatus_Name(status));
    return found == facilities_by_status.end() ? 0 : found->second;
  }
  int64_t Facilities() const {
    int64_t sum = 0;
    for (const auto& [status, count] : facilities_by_status) sum += count;
    return sum;
  }
};

absl::StatusOr<Counts> CountActivities(db::Transaction& tx, const ResourceName& programme) {
  // Names hold no character that JSON escapes.
  const std::vector<db::Value> params = {programme.directorate(),
                                         absl::StrCat("\"", programme.text(), "\"")};
  Counts counts;
  ASSIGN_OR_RETURN(const db::ResultSet facilities,
                   tx.Query("SELECT operational_status, COUNT(*) FROM facility "
                            "WHERE directorate_id = ? AND delete_time IS NULL "
                            "AND JSON_CONTAINS(programmes, ?) GROUP BY operational_status",
                            params));
  for (const db::Row row : facilities) counts.facilities_by_status[row.Text(0)] = row.Int64(1);
  ASSIGN_OR_RETURN(const db::ResultSet departments,
                   tx.Query("SELECT COUNT(*) FROM department WHERE directorate_id = ? "
                            "AND delete_time IS NULL AND JSON_CONTAINS(programmes, ?)",
                            params));
  counts.departments = departments.front().Int64(0);
  return counts;
}

void AddMeasure(absl::string_view measure, int64_t count, std::optional<int64_t> target,
                v1::ProgrammeProgress& progress) {
  v1::ProgressMeasure& added = *progress.add_measures();
  added.set_measure(std::string(measure));
  added.set_count(count);
  if (!target.has_value()) return;
  added.set_target(*target);
  if (*target > 0) added.set_percent(100.0 * static_cast<double>(count) / *target);
}

void AddMeasures(const v1::Programme& programme, const Counts& counts,
                 v1::ProgrammeProgress& progress) {
  std::optional<int64_t> facilities, departments;
  if (programme.has_target_facilities()) facilities = programme.target_facilities();
  if (programme.has_target_departments()) departments = programme.target_departments();
  const int64_t closed =
      counts.Of(v1::Facility::CLOSED) + counts.Of(v1::Facility::CLOSED_TEMPORARILY);
  AddMeasure("facilities", counts.Facilities(), facilities, progress);
  AddMeasure("facilities.full", counts.Of(v1::Facility::FULL), facilities, progress);
  AddMeasure("facilities.partial", counts.Of(v1::Facility::PARTIAL), std::nullopt, progress);
  AddMeasure("facilities.closed", closed, std::nullopt, progress);
  AddMeasure("departments", counts.departments, departments, progress);
}

absl::StatusOr<absl::CivilDay> TodayIn(db::Transaction& tx, const std::string& directorate,
                                       absl::Time now) {
  ASSIGN_OR_RETURN(const v1::Directorate row,
                   Directorates().Get(tx, Directorates().pattern().Make({directorate})));
  absl::TimeZone zone = absl::UTCTimeZone();
  absl::LoadTimeZone(row.time_zone(), &zone);
  return absl::ToCivilDay(now, zone);
}

}  // namespace

std::optional<double> ElapsedPercent(const v1::Programme& programme, absl::CivilDay today) {
  if (!programme.has_start_date() || !programme.has_end_date()) return std::nullopt;
  const absl::CivilDay start = ToCivilDay(programme.start_date());
  const int64_t days = ToCivilDay(programme.end_date()) - start + 1;
  const int64_t passed = std::clamp<int64_t>(today - start, 0, days);
  return 100.0 * static_cast<double>(passed) / static_cast<double>(days);
}

absl::StatusOr<v1::ProgrammeProgress> GetProgrammeProgress(
    Call& call, const v1::GetProgrammeProgressRequest& request) {
  ASSIGN_OR_RETURN(const ResourceName name, Programmes().pattern().ParseName(request.name()));
  return call.db().Read([&](db::Transaction& tx) -> absl::StatusOr<v1::ProgrammeProgress> {
    ASSIGN_OR_RETURN(const v1::Programme programme, Programmes().Get(tx, name));
    ASSIGN_OR_RETURN(const absl::CivilDay today, TodayIn(tx, name.directorate(), call.now()));
    ASSIGN_OR_RETURN(const Counts counts, CountActivities(tx, name));
    v1::ProgrammeProgress progress;
    progress.set_programme(programme.name());
    *progress.mutable_report_date() = ToDate(today);
    const std::optional<double> elapsed = ElapsedPercent(programme, today);
    if (elapsed.has_value()) progress.set_elapsed_percent(*elapsed);
    AddMeasures(programme, counts, progress);
    return progress;
  });
}

}  // namespace mudiriya::registry
