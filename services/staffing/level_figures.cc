#include "services/staffing/level_figures.h"

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/strings/str_cat.h"
#include "common/status/macros.h"
#include "services/staffing/dates.h"
#include "services/staffing/id_list.h"
#include "services/staffing/place_table.h"
#include "services/staffing/requirement_derivation.h"

namespace mudiriya::staffing {
namespace {

using registry::v1::Facility;

// The ids that occur in keys.
struct KeyIds {
  explicit KeyIds(absl::Span<const LevelKey> keys) {
    std::set<std::string> f;
    std::set<std::string> c;
    for (const LevelKey& key : keys) {
      f.insert(key.facility);
      c.insert(key.cadre);
    }
    facilities.assign(f.begin(), f.end());
    cadres.assign(c.begin(), c.end());
  }

  std::vector<std::string> facilities;
  std::vector<std::string> cadres;
};

// Calls `take` for each row of a statement that begins with `select` and has the conditions
// directorate, facilities and cadres after it, in this order, followed by `tail` with `last`.
absl::Status EachRow(db::Transaction& tx, absl::string_view directorate, const KeyIds& ids,
                     absl::string_view select, absl::string_view tail,
                     const std::vector<db::Value>& last,
                     absl::FunctionRef<void(const db::Row&)> take) {
  return ForEachChunk(ids.facilities, [&](const IdChunk& facilities) {
    return ForEachChunk(ids.cadres, [&](const IdChunk& cadres) -> absl::Status {
      std::vector<db::Value> params = {std::string(directorate)};
      params.insert(params.end(), facilities.values.begin(), facilities.values.end());
      params.insert(params.end(), cadres.values.begin(), cadres.values.end());
      params.insert(params.end(), last.begin(), last.end());
      const std::string sql =
          absl::StrCat(select, " WHERE r.directorate_id = ? AND r.facility_id IN (",
                       facilities.marks, ") AND r.cadre_id IN (", cadres.marks, ")", tail);
      ASSIGN_OR_RETURN(const db::ResultSet rows, tx.Query(sql, params));
      for (const db::Row row : rows) take(row);
      return absl::OkStatus();
    });
  });
}

struct Staff {
  double current = 0;
  double full_time_count = 0;
};
using StaffByKey = std::map<LevelKey, Staff>;

absl::StatusOr<StaffByKey> AssignedStaff(db::Transaction& tx, absl::string_view directorate,
                                         const KeyIds& ids, const std::string& day) {
  StaffByKey staff;
  RETURN_IF_ERROR(EachRow(
      tx, directorate, ids,
      "SELECT r.facility_id, r.cadre_id, SUM(r.fte),"
      " SUM(CASE WHEN r.fte >= 1 AND r.kind <> 'VISITING' THEN 1 ELSE 0 END) FROM assignment r",
      " AND r.start_date <= ? AND (r.end_date IS NULL OR r.end_date >= ?)"
      " GROUP BY r.facility_id, r.cadre_id",
      {day, day}, [&](const db::Row& row) {
        staff[{row.Text(0), row.Text(1)}] = {row.Double(2), row.Double(3)};
      }));
  return staff;
}

absl::StatusOr<StaffByKey> ReturnedStaff(db::Transaction& tx, absl::string_view directorate,
                                         const KeyIds& ids, const std::string& day) {
  StaffByKey staff;
  RETURN_IF_ERROR(
      EachRow(tx, directorate, ids,
              "SELECT r.facility_id, r.cadre_id, r.head_count,"
              " COALESCE(r.full_time_count, FLOOR(r.head_count)) FROM staff_return r",
              " AND r.month <= ? AND NOT EXISTS (SELECT 1 FROM staff_return l"
              " WHERE l.directorate_id = r.directorate_id AND l.facility_id = r.facility_id"
              " AND l.cadre_id = r.cadre_id AND l.month > r.month AND l.month <= ?)",
              {day, day}, [&](const db::Row& row) {
                staff[{row.Text(0), row.Text(1)}] = {row.Double(2), row.Double(3)};
              }));
  return staff;
}

absl::StatusOr<std::map<LevelKey, double>> Posts(db::Transaction& tx, absl::string_view directorate,
                                                 const KeyIds& ids) {
  std::map<LevelKey, double> posts;
  RETURN_IF_ERROR(EachRow(tx, directorate, ids,
                          "SELECT r.facility_id, r.cadre_id, r.posts FROM establishment r", "", {},
                          [&](const db::Row& row) {
                            posts[{row.Text(0), row.Text(1)}] = row.Double(2);
                          }));
  return posts;
}

absl::StatusOr<std::set<std::string>> LiveCadres(db::Transaction& tx, absl::string_view directorate,
                                                 const std::vector<std::string>& cadres) {
  std::set<std::string> live;
  RETURN_IF_ERROR(ForEachChunk(cadres, [&](const IdChunk& ids) -> absl::Status {
    std::vector<db::Value> params = {std::string(directorate)};
    params.insert(params.end(), ids.values.begin(), ids.values.end());
    ASSIGN_OR_RETURN(const db::ResultSet rows,
                     tx.Query(absl::StrCat("SELECT cadre_id FROM cadre WHERE directorate_id = ?"
                                           " AND delete_time IS NULL AND cadre_id IN (",
                                           ids.marks, ")"),
                              params));
    for (const db::Row row : rows) live.insert(row.Text(0));
    return absl::OkStatus();
  }));
  return live;
}

// What the figures of a computation are taken from.
struct Records {
  std::map<std::string, Place> places;
  std::set<std::string> cadres;
  StaffByKey staff;
  std::map<LevelKey, double> posts;
};

absl::StatusOr<Records> LoadRecords(db::Transaction& tx, absl::string_view directorate,
                                    const LevelRules& rules, absl::Span<const LevelKey> keys,
                                    const std::string& day) {
  const KeyIds ids(keys);
  Records records;
  ASSIGN_OR_RETURN(std::vector<Place> places, FindPlaces(tx, directorate, ids.facilities));
  for (Place& place : places) records.places.emplace(place.facility, std::move(place));
  ASSIGN_OR_RETURN(records.cadres, LiveCadres(tx, directorate, ids.cadres));
  ASSIGN_OR_RETURN(records.staff, rules.returns ? ReturnedStaff(tx, directorate, ids, day)
                                                : AssignedStaff(tx, directorate, ids, day));
  ASSIGN_OR_RETURN(records.posts, Posts(tx, directorate, ids));
  return records;
}

// Places that the copy does not hold have no type, area or ranks.
Level LevelOf(const LevelKey& key, const Records& records, const v1::Requirement& requirement) {
  Level level;
  level.key = key;
  const auto found = records.places.find(key.facility);
  const Place place = found == records.places.end() ? Place() : found->second;
  level.facility_type = Facility::Type_Name(place.type);
  if (!place.areas.empty()) level.area = place.areas.front();
  level.density_rank = place.density_rank.value_or(0);
  level.remoteness_rank = place.remoteness_rank.value_or(0);
  level.critical_service = place.critical_service;
  level.required = requirement.required();
  level.source = v1::Requirement::Source_Name(requirement.source());
  if (const auto staff = records.staff.find(key); staff != records.staff.end()) {
    level.current = staff->second.current;
    level.full_time_count = staff->second.full_time_count;
  }
  const auto posts = records.posts.find(key);
  if (posts != records.posts.end()) level.established_posts = posts->second;
  return level;
}

bool IsAlive(const LevelKey& key, const Records& records) {
  const auto place = records.places.find(key.facility);
  const bool deleted = place != records.places.end() && place->second.deleted;
  return !deleted && records.cadres.count(key.cadre) > 0;
}

bool HasFigures(const Level& level) {
  return level.required > 0 || level.current > 0 || level.established_posts.value_or(0) > 0;
}

}  // namespace

absl::StatusOr<LevelsByKey> ComputeLevels(db::Transaction& tx, absl::string_view directorate,
                                          const LevelRules& rules, absl::Span<const LevelKey> keys,
                                          absl::CivilDay day) {
  ASSIGN_OR_RETURN(const Records records, LoadRecords(tx, directorate, rules, keys, DayText(day)));
  ASSIGN_OR_RETURN(const std::vector<v1::Requirement> requirements,
                   DeriveRequirements(tx, directorate, keys));
  LevelsByKey levels;
  for (size_t i = 0; i < keys.size(); ++i) {
    if (!IsAlive(keys[i], records)) continue;
    Level level = LevelOf(keys[i], records, requirements[i]);
    if (!HasFigures(level)) continue;
    Derive(rules, level);
    levels.emplace(keys[i], std::move(level));
  }
  return levels;
}

}  // namespace mudiriya::staffing
