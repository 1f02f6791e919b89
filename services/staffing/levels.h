#ifndef MUDIRIYA_SERVICES_STAFFING_LEVELS_H_
#define MUDIRIYA_SERVICES_STAFFING_LEVELS_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "absl/types/span.h"
#include "common/db/transaction.h"

namespace mudiriya::staffing {

// A pair of facility and cadre, by ids, whose figures a write may have changed.
struct LevelKey {
  std::string facility;
  std::string cadre;

  friend auto operator<=>(const LevelKey&, const LevelKey&) = default;
};

// Staffing levels: current staff, requirement and what follows from them, one row for each facility
// and cadre, and their sums. Every write to assignments, returns, workloads, standards, norms or
// establishments refreshes the levels that it touches in its own transaction, so that a reader
// never sees figures older than the records. Writers to different facilities do not wait for one
// another: a level row belongs to its facility, and sums are kept as appended differences.

// Recomputes the given levels from the records as `transaction` sees them, for the day `today` of
// the directorate's calendar. Keys may repeat and come in any order; rows are locked in key order,
// so that two writers never deadlock over them. Cost: a fixed number of statements for each 500
// keys.
absl::Status RefreshLevels(db::Transaction& transaction, absl::string_view directorate,
                           absl::Span<const LevelKey> keys, absl::CivilDay today);

// The same for all facilities of a cadre, for writes that change what the cadre's work takes
// anywhere: working time, activity standards, support activities.
absl::Status RefreshLevelsOfCadre(db::Transaction& transaction, absl::string_view directorate,
                                  absl::string_view cadre, absl::CivilDay today);

// The same for every level of the directorate, for writes to its settings.
absl::Status RefreshAllLevels(db::Transaction& transaction, absl::string_view directorate,
                              absl::CivilDay today);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_LEVELS_H_
