#ifndef MUDIRIYA_SERVICES_STAFFING_LEVEL_PRICING_H_
#define MUDIRIYA_SERVICES_STAFFING_LEVEL_PRICING_H_

#include "absl/status/status.h"
#include "services/staffing/level_scope.h"

namespace mudiriya::staffing {

// Sets urgency and band of every level by the rules of the scope: for new weights or limits, in one
// statement. Needs the levels held alone, as the other does.
absl::Status PriceLevels(LevelScope& scope);

// Takes over the ranks and critical services of places, which change together: one place more moves
// the ranks of all. Levels whose facility they have changed at get their urgency anew.
absl::Status TakeOverRanks(LevelScope& scope);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_LEVEL_PRICING_H_
