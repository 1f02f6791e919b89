#include "services/staffing/level_upkeep.h"

#include <array>
#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "common/db/connection.h"
#include "common/status/macros.h"
#include "services/staffing/dates.h"
#include "services/staffing/id_list.h"
#include "services/staffing/level_refresh.h"
#include "services/staffing/level_sums.h"
#include "services/staffing/place_table.h"
#include "services/staffing/places.h"

namespace mudiriya::staffing {
namespace {

using registry::v1::Facility;

constexpr int64_t kMarksAtOnce = 1000;
constexpr int64_t kDifferencesAtOnce = 10'000;
// So many differences are added up quickly enough at each reading.
constexpr int64_t kDifferencesLeft = 1000;

// What waits to be done.
struct Backlog {
  bool begun = false;  // whether there are levels at all
  absl::CivilDay day;
  bool stale_estimates = false;
  int64_t differences = 0;
};

absl::StatusOr<Backlog> ReadBacklog(db::Transaction& tx, const std::string& directorate) {
  ASSIGN_OR_RETURN(const db::ResultSet rows,
                   tx.Query("SELECT as_of_date,"
                            " (SELECT COUNT(*) FROM level_sum_delta WHERE directorate_id = ?),"
                            " EXISTS (SELECT 1 FROM stale_estimate WHERE directorate_id = ?)"
                            " FROM level_state WHERE directorate_id = ?",
                            {{directorate, directorate, directorate}}));
  Backlog backlog;
  if (rows.empty()) return backlog;
  const db::Row row = rows.front();
  backlog.begun = absl::ParseCivilTime(row.Text(0), &backlog.day);
  backlog.differences = row.Int64(1);
  backlog.stale_estimates = row.Bool(2);
  return backlog;
}

// The pairs whose staff may differ between two days.
absl::StatusOr<std::vector<LevelKey>> DueKeys(const LevelScope& scope, absl::CivilDay today) {
  const std::string before = DayText(scope.day);
  const std::string now = DayText(today);
  ASSIGN_OR_RETURN(const db::ResultSet rows,
                   scope.tx.Query("SELECT facility_id, cadre_id FROM assignment"
                                  " WHERE directorate_id = ?"
                                  " AND ((start_date > ? AND start_date <= ?)"
                                  " OR (end_date >= ? AND end_date < ?))"
                                  " UNION SELECT facility_id, cadre_id FROM staff_return"
                                  " WHERE directorate_id = ? AND month > ? AND month <= ?",
                                  {{scope.directorate, before, now, before, now, scope.directorate,
                                    before, now}}));
  std::vector<LevelKey> keys;
  for (const db::Row row : rows) keys.push_back({row.Text(0), row.Text(1)});
  return keys;
}

struct Marks {
  std::vector<std::string> ids;
  std::set<std::array<std::string, 3>> groups;  // district, type, cadre
};

absl::StatusOr<Marks> ReadMarks(const LevelScope& scope) {
  ASSIGN_OR_RETURN(const db::ResultSet rows,
                   scope.tx.Query("SELECT stale_estimate_id, district_id, facility_type, cadre_id"
                                  " FROM stale_estimate WHERE directorate_id = ?"
                                  " ORDER BY stale_estimate_id LIMIT ?",
                                  {{scope.directorate, kMarksAtOnce}}));
  Marks marks;
  for (const db::Row row : rows) {
    marks.ids.push_back(absl::StrCat(row.Int64(0)));
    marks.groups.insert({row.Text(1), row.Text(2), row.Text(3)});
  }
  return marks;
}

absl::Status RemoveMarks(const LevelScope& scope, const Marks& marks) {
  return ForEachChunk(marks.ids, [&](const IdChunk& ids) {
    std::vector<db::Value> params = {scope.directorate};
    params.insert(params.end(), ids.values.begin(), ids.values.end());
    return scope.tx
        .Execute(absl::StrCat("DELETE FROM stale_estimate WHERE directorate_id = ?"
                              " AND stale_estimate_id IN (",
                              ids.marks, ")"),
                 params)
        .status();
  });
}

absl::StatusOr<std::vector<LevelKey>> KeysOf(const LevelScope& scope, const Marks& marks) {
  std::vector<LevelKey> keys;
  for (const auto& [district, type_name, cadre] : marks.groups) {
    Facility::Type type = Facility::TYPE_UNSPECIFIED;
    Facility::Type_Parse(type_name, &type);
    ASSIGN_OR_RETURN(const std::vector<Place> places,
                     PlacesInDistrict(scope.tx, scope.directorate, type, district));
    for (const Place& place : places) keys.push_back({place.facility, cadre});
  }
  return keys;
}

// One turn of what is to be done under locks. Returns whether more marks are left.
absl::StatusOr<bool> WorkOff(db::Transaction& tx, absl::string_view directorate,
                             absl::CivilDay today) {
  ASSIGN_OR_RETURN(LevelScope scope, HoldLevels(tx, directorate, today, Hold::kShared));
  if (scope.hold == Hold::kAlone) RETURN_IF_ERROR(RollOver(scope, today));
  ASSIGN_OR_RETURN(const int64_t marks, RefreshEstimates(scope));
  return marks == kMarksAtOnce;
}

absl::Status FoldAll(Call& call, const std::string& directorate) {
  int64_t folded = kDifferencesAtOnce;
  while (folded == kDifferencesAtOnce) {
    ASSIGN_OR_RETURN(folded, call.db().Write([&](db::Transaction& tx) {
      return FoldSums(tx, directorate, kDifferencesAtOnce);
    }));
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status RollOver(LevelScope& scope, absl::CivilDay today) {
  if (scope.day >= today) return absl::OkStatus();
  ASSIGN_OR_RETURN(const std::vector<LevelKey> keys, DueKeys(scope, today));
  RETURN_IF_ERROR(NoteDay(scope, today));
  return RefreshKeys(scope, keys, Estimates::kMark);
}

absl::StatusOr<int64_t> RefreshEstimates(LevelScope& scope) {
  ASSIGN_OR_RETURN(const Marks marks, ReadMarks(scope));
  if (marks.ids.empty()) return 0;
  ASSIGN_OR_RETURN(const std::vector<LevelKey> keys, KeysOf(scope, marks));
  RETURN_IF_ERROR(RefreshKeys(scope, keys, Estimates::kRefreshedToo));
  RETURN_IF_ERROR(RemoveMarks(scope, marks));
  return static_cast<int64_t>(marks.ids.size());
}

absl::StatusOr<absl::CivilDay> FreshenLevels(Call& call, absl::string_view directorate) {
  const std::string id(directorate);
  RETURN_IF_ERROR(call.service<Places>().Follow(call, directorate));
  ASSIGN_OR_RETURN(const absl::CivilDay today, Today(call, directorate));
  ASSIGN_OR_RETURN(Backlog backlog,
                   call.db().ReadOne([&](db::Transaction& tx) { return ReadBacklog(tx, id); }));
  bool more = !backlog.begun || backlog.day < today || backlog.stale_estimates;
  while (more) {
    ASSIGN_OR_RETURN(more, call.db().Write([&](db::Transaction& tx) {
      return WorkOff(tx, directorate, today);
    }));
  }
  if (backlog.differences > kDifferencesLeft) RETURN_IF_ERROR(FoldAll(call, id));
  return today;
}

absl::StatusOr<std::vector<std::string>> KnownDirectorates(Call& call,
                                                           const DirectorateScope& scope) {
  if (scope.empty()) return std::vector<std::string>();
  std::string sql = "SELECT directorate_id FROM place_directorate WHERE deleted = FALSE AND ";
  std::vector<db::Value> params(scope.ids.begin(), scope.ids.end());
  if (scope.all) {
    params.clear();
    absl::StrAppend(&sql, "directorate_id > ''");
  } else {
    const std::vector<absl::string_view> marks(scope.ids.size(), "?");
    absl::StrAppend(&sql, "directorate_id IN (", absl::StrJoin(marks, ", "), ")");
  }
  ASSIGN_OR_RETURN(const db::ResultSet rows, call.db().ReadOne([&](db::Transaction& tx) {
    return tx.Query(absl::StrCat(sql, " ORDER BY directorate_id"), params);
  }));
  std::vector<std::string> ids;
  for (const db::Row row : rows) ids.push_back(row.Text(0));
  return ids;
}

absl::Status KeepLevelsFresh(Call& call) {
  ASSIGN_OR_RETURN(const std::vector<std::string> directorates,
                   KnownDirectorates(call, {true, {}}));
  absl::Status first;
  for (const std::string& directorate : directorates)
    first.Update(FreshenLevels(call, directorate).status());
  return first;
}

}  // namespace mudiriya::staffing
