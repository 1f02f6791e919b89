#ifndef MUDIRIYA_SERVICES_STAFFING_LEVEL_FIGURES_H_
#define MUDIRIYA_SERVICES_STAFFING_LEVEL_FIGURES_H_

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "absl/types/span.h"
#include "common/db/transaction.h"
#include "services/staffing/level_rows.h"
#include "services/staffing/level_rules.h"

namespace mudiriya::staffing {

// The levels of these keys from the records, as they are on `day`. Left out: pairs with neither
// staff nor requirement nor posts, and those of a deleted facility or cadre.
//
// Staff are assignments that hold on the day (all kinds; full time: a share of 1 that is no visit),
// or the latest return that is not of a later month.
absl::StatusOr<LevelsByKey> ComputeLevels(db::Transaction& tx, absl::string_view directorate,
                                          const LevelRules& rules, absl::Span<const LevelKey> keys,
                                          absl::CivilDay day);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_LEVEL_FIGURES_H_
