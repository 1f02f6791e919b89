#ifndef MUDIRIYA_SERVICES_STAFFING_LEVEL_REFRESH_H_
#define MUDIRIYA_SERVICES_STAFFING_LEVEL_REFRESH_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "services/staffing/level_scope.h"
#include "services/staffing/levels.h"

namespace mudiriya::staffing {

// Whether estimates that follow from a refreshed requirement are marked as stale. Not needed where
// all of them are refreshed too.
enum class Estimates { kMark, kRefreshedToo };

// Recomputes single levels from the records, with their sums and the history of requirements.
absl::Status RefreshKeys(LevelScope& scope, absl::Span<const LevelKey> keys, Estimates estimates);

// The same for all cadres at these facilities, or for one. Needs the levels held alone.
absl::Status RefreshFacilities(LevelScope& scope, absl::Span<const std::string> facilities,
                               absl::string_view cadre, Estimates estimates);

// Every facility that is known or has levels.
absl::StatusOr<std::vector<std::string>> FacilitiesWithLevels(const LevelScope& scope);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_LEVEL_REFRESH_H_
