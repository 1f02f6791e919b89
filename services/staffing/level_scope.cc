#include "services/staffing/level_scope.h"

#include <optional>

#include "absl/strings/str_cat.h"
#include "common/status/macros.h"
#include "services/staffing/dates.h"

namespace mudiriya::staffing {
namespace {

struct Stored {
  absl::CivilDay day;
  std::string sources;
};

absl::StatusOr<std::optional<Stored>> Load(db::Transaction& tx, absl::string_view directorate,
                                           absl::string_view lock) {
  ASSIGN_OR_RETURN(
      const db::ResultSet rows,
      tx.Query(absl::StrCat("SELECT as_of_date, sources FROM level_state WHERE directorate_id = ?",
                            lock),
               {{std::string(directorate)}}));
  if (rows.empty()) return std::nullopt;
  Stored stored;
  if (!absl::ParseCivilTime(rows.front().Text(0), &stored.day)) {
    return absl::InternalError("the day of stored levels is no date");
  }
  stored.sources = rows.front().Text(1);
  return stored;
}

absl::Status Begin(const LevelScope& scope, absl::CivilDay today) {
  const PriorityWeights& weights = scope.rules.weights;
  return scope.tx
      .Execute(
          "INSERT IGNORE INTO level_state (directorate_id, as_of_date, sources, density_weight,"
          " remoteness_weight, critical_weight) VALUES (?, ?, ?, ?, ?, ?)",
          {{scope.directorate, DayText(today), scope.rules.sources, weights.density,
            weights.remoteness, weights.critical}})
      .status();
}

}  // namespace

absl::StatusOr<LevelScope> HoldLevels(db::Transaction& tx, absl::string_view directorate,
                                      absl::CivilDay today, Hold hold) {
  LevelScope scope{.tx = tx, .directorate = std::string(directorate), .hold = hold};
  ASSIGN_OR_RETURN(std::optional<Stored> stored, Load(tx, directorate, ""));
  if (!stored) {
    ASSIGN_OR_RETURN(scope.rules, LoadLevelRules(tx, directorate));
    RETURN_IF_ERROR(Begin(scope, today));
  } else if (stored->day < today) {
    scope.hold = Hold::kAlone;
  }
  const bool alone = scope.hold == Hold::kAlone;
  ASSIGN_OR_RETURN(stored, Load(tx, directorate, alone ? " FOR UPDATE" : " LOCK IN SHARE MODE"));
  if (!stored) return absl::InternalError("the state of levels has gone");
  // Only now nobody else changes them.
  ASSIGN_OR_RETURN(scope.rules, LoadLevelRules(tx, directorate));
  scope.day = stored->day;
  scope.old_sources = stored->sources;
  return scope;
}

absl::Status NoteRules(LevelScope& scope) {
  const PriorityWeights& weights = scope.rules.weights;
  scope.old_sources = scope.rules.sources;
  return scope.tx
      .Execute(
          "UPDATE level_state SET sources = ?, density_weight = ?, remoteness_weight = ?,"
          " critical_weight = ? WHERE directorate_id = ?",
          {{scope.rules.sources, weights.density, weights.remoteness, weights.critical,
            scope.directorate}})
      .status();
}

absl::Status NoteDay(LevelScope& scope, absl::CivilDay day) {
  scope.day = day;
  return scope.tx
      .Execute("UPDATE level_state SET as_of_date = ? WHERE directorate_id = ?",
               {{DayText(day), scope.directorate}})
      .status();
}

}  // namespace mudiriya::staffing
