#ifndef MUDIRIYA_SERVICES_STAFFING_LEVEL_UPKEEP_H_
#define MUDIRIYA_SERVICES_STAFFING_LEVEL_UPKEEP_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "common/call/call.h"
#include "services/staffing/level_scope.h"

namespace mudiriya::staffing {

// What has to be done to levels besides the writes to records: time goes by, places change, and
// what writers left for later piles up.

// Brings levels to a later day: those of which an assignment begins or ended in between, or a month
// of returns began. Needs them held alone; does nothing if they are for that day.
absl::Status RollOver(LevelScope& scope, absl::CivilDay today);

// Refreshes estimates that are marked as stale. Returns how many marks were dealt with.
absl::StatusOr<int64_t> RefreshEstimates(LevelScope& scope);

// All of it for a directorate (an id), before its levels are read: follows the registry as far as
// it can be reached, turns the day, refreshes estimates and adds up differences. Costs one
// statement and one call where nothing is to be done. Returns the day in the directorate; NOT_FOUND
// if there is no such directorate, UNAVAILABLE if nothing is known of it and the registry cannot be
// reached.
absl::StatusOr<absl::CivilDay> FreshenLevels(Call& call, absl::string_view directorate);

// The directorates of a scope that this service knows, by their ids.
absl::StatusOr<std::vector<std::string>> KnownDirectorates(Call& call,
                                                           const DirectorateScope& scope);

// Freshens every known directorate: a periodic task, so that the first reader of the day need not
// wait. A directorate that fails does not keep the others from their turn.
absl::Status KeepLevelsFresh(Call& call);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_LEVEL_UPKEEP_H_
