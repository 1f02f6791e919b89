#include "services/staffing/level_refresh.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "common/status/macros.h"
#include "services/staffing/level_changes.h"
#include "services/staffing/level_figures.h"
#include "services/staffing/level_rows.h"

namespace mudiriya::staffing {
namespace {

constexpr size_t kKeysAtOnce = 500;
constexpr size_t kFacilitiesAtOnce = 512;

const Level* Find(const LevelsByKey& levels, const LevelKey& key) {
  const auto found = levels.find(key);
  return found == levels.end() ? nullptr : &found->second;
}

std::vector<LevelKey> Missing(absl::Span<const LevelKey> keys, const LevelsByKey& levels) {
  std::vector<LevelKey> missing;
  for (const LevelKey& key : keys) {
    if (levels.count(key) == 0) missing.push_back(key);
  }
  return missing;
}

// The levels of the keys as they were, locked; `made` are those that had to be made for it.
struct Locked {
  LevelsByKey before;
  std::vector<LevelKey> made;
};

// A key without a row has nothing to lock, so it is given one: else two writers would both find
// nothing, and both add the whole level to the sums.
absl::StatusOr<Locked> LockAll(LevelScope& scope, absl::Span<const LevelKey> keys) {
  Locked locked;
  ASSIGN_OR_RETURN(locked.before, LockLevels(scope.tx, scope.directorate, keys));
  if (scope.hold == Hold::kAlone) return locked;
  locked.made = Missing(keys, locked.before);
  if (locked.made.empty()) return locked;
  ASSIGN_OR_RETURN(const int64_t made, MakeEmptyLevels(scope.tx, scope.directorate, locked.made));
  if (made == static_cast<int64_t>(locked.made.size())) return locked;
  // Somebody else made one in between: it has figures now, or is empty and counts as made here.
  ASSIGN_OR_RETURN(locked.before, LockLevels(scope.tx, scope.directorate, keys));
  for (auto it = locked.before.begin(); it != locked.before.end();) {
    it = it->second.facility_type.empty() ? locked.before.erase(it) : std::next(it);
  }
  locked.made = Missing(keys, locked.before);
  return locked;
}

absl::Status Finish(LevelScope& scope, const LevelChanges& changes, Estimates estimates) {
  RETURN_IF_ERROR(changes.StoreSums(scope));
  return estimates == Estimates::kMark ? changes.MarkEstimates(scope) : absl::OkStatus();
}

absl::Status RefreshSome(LevelScope& scope, absl::Span<const LevelKey> keys,
                         LevelChanges& changes) {
  ASSIGN_OR_RETURN(const Locked locked, LockAll(scope, keys));
  ASSIGN_OR_RETURN(const LevelsByKey after,
                   ComputeLevels(scope.tx, scope.directorate, scope.rules, keys, scope.day));
  for (const LevelKey& key : keys) {
    const Level* old = Find(locked.before, key);
    const Level* next = Find(after, key);
    if (old != nullptr || next != nullptr) changes.Note(old, next);
  }
  RETURN_IF_ERROR(RemoveLevels(scope.tx, scope.directorate, Missing(locked.made, after)));
  return changes.Store(scope);
}

absl::StatusOr<std::set<std::string>> LiveCadres(const LevelScope& scope) {
  ASSIGN_OR_RETURN(const db::ResultSet rows,
                   scope.tx.Query("SELECT cadre_id FROM cadre WHERE directorate_id = ?"
                                  " AND delete_time IS NULL",
                                  {{scope.directorate}}));
  std::set<std::string> cadres;
  for (const db::Row row : rows) cadres.insert(row.Text(0));
  return cadres;
}

// Every pair, and the pairs that have levels although they are none of these (a deleted cadre).
std::vector<LevelKey> Pairs(absl::Span<const std::string> facilities,
                            const std::set<std::string>& cadres, const LevelsByKey& before) {
  std::set<LevelKey> keys;
  for (const std::string& facility : facilities) {
    for (const std::string& cadre : cadres) keys.insert({facility, cadre});
  }
  for (const auto& [key, level] : before) keys.insert(key);
  return {keys.begin(), keys.end()};
}

absl::Status RefreshBlock(LevelScope& scope, absl::Span<const std::string> facilities,
                          const std::set<std::string>& cadres, absl::string_view cadre,
                          LevelChanges& changes) {
  ASSIGN_OR_RETURN(const LevelsByKey before,
                   LevelsOfFacilities(scope.tx, scope.directorate, facilities, cadre));
  const std::vector<LevelKey> keys = Pairs(facilities, cadres, before);
  ASSIGN_OR_RETURN(const LevelsByKey after,
                   ComputeLevels(scope.tx, scope.directorate, scope.rules, keys, scope.day));
  for (const LevelKey& key : keys) {
    const Level* old = Find(before, key);
    const Level* next = Find(after, key);
    if (old != nullptr || next != nullptr) changes.Note(old, next);
  }
  return changes.Store(scope);
}

}  // namespace

absl::Status RefreshKeys(LevelScope& scope, absl::Span<const LevelKey> keys, Estimates estimates) {
  std::vector<LevelKey> sorted(keys.begin(), keys.end());
  std::sort(sorted.begin(), sorted.end(), [](const LevelKey& a, const LevelKey& b) {
    return GapId(a) < GapId(b);  // the order of their locks
  });
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  LevelChanges changes;
  absl::Span<const LevelKey> left = sorted;
  while (!left.empty()) {
    const absl::Span<const LevelKey> some = left.subspan(0, kKeysAtOnce);
    RETURN_IF_ERROR(RefreshSome(scope, some, changes));
    left.remove_prefix(some.size());
  }
  return Finish(scope, changes, estimates);
}

absl::Status RefreshFacilities(LevelScope& scope, absl::Span<const std::string> facilities,
                               absl::string_view cadre, Estimates estimates) {
  std::set<std::string> cadres = {std::string(cadre)};
  if (cadre.empty()) {
    ASSIGN_OR_RETURN(cadres, LiveCadres(scope));
  }
  LevelChanges changes;
  while (!facilities.empty()) {
    const absl::Span<const std::string> some = facilities.subspan(0, kFacilitiesAtOnce);
    RETURN_IF_ERROR(RefreshBlock(scope, some, cadres, cadre, changes));
    facilities.remove_prefix(some.size());
  }
  return Finish(scope, changes, estimates);
}

absl::StatusOr<std::vector<std::string>> FacilitiesWithLevels(const LevelScope& scope) {
  ASSIGN_OR_RETURN(const db::ResultSet rows,
                   scope.tx.Query("SELECT facility_id FROM place"
                                  " WHERE directorate_id = ? AND deleted = FALSE"
                                  " UNION SELECT facility_id FROM staffing_level"
                                  " WHERE directorate_id = ? ORDER BY facility_id",
                                  {{scope.directorate, scope.directorate}}));
  std::vector<std::string> facilities;
  for (const db::Row row : rows) facilities.push_back(row.Text(0));
  return facilities;
}

}  // namespace mudiriya::staffing
