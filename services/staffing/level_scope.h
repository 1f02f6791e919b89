#ifndef MUDIRIYA_SERVICES_STAFFING_LEVEL_SCOPE_H_
#define MUDIRIYA_SERVICES_STAFFING_LEVEL_SCOPE_H_

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "common/db/transaction.h"
#include "services/staffing/level_rules.h"

namespace mudiriya::staffing {

// How a transaction holds the levels of a directorate until it ends.
enum class Hold {
  kShared,  // with others that change single levels; each locks the rows of its own
  kAlone,   // nobody else changes any
};

// The levels of a directorate, held by a transaction to work on them.
struct LevelScope {
  db::Transaction& tx;
  std::string directorate;
  LevelRules rules = {};
  Hold hold = Hold::kShared;
  absl::CivilDay day = {};       // that the stored levels are for
  std::string old_sources = {};  // LevelRules::sources that they were computed with
};

// Holds the levels of a directorate; for the first time, from `today` on. If they are for a day
// before `today`, they are held alone, so that they can be brought to it. Order of locks in
// every transaction: this first, then levels by their ids.
absl::StatusOr<LevelScope> HoldLevels(db::Transaction& tx, absl::string_view directorate,
                                      absl::CivilDay today, Hold hold);

// Notes what the levels are computed with from now on. Needs them held alone.
absl::Status NoteRules(LevelScope& scope);
absl::Status NoteDay(LevelScope& scope, absl::CivilDay day);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_LEVEL_SCOPE_H_
