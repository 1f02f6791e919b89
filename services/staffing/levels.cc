#include "services/staffing/levels.h"

#include <string>
#include <vector>

#include "common/status/macros.h"
#include "services/staffing/level_pricing.h"
#include "services/staffing/level_refresh.h"
#include "services/staffing/level_scope.h"
#include "services/staffing/level_upkeep.h"

namespace mudiriya::staffing {
namespace {

// The levels, held and brought to the day.
absl::StatusOr<LevelScope> Open(db::Transaction& tx, absl::string_view directorate,
                                absl::CivilDay today, Hold hold) {
  ASSIGN_OR_RETURN(LevelScope scope, HoldLevels(tx, directorate, today, hold));
  if (scope.hold == Hold::kAlone) RETURN_IF_ERROR(RollOver(scope, today));
  return scope;
}

}  // namespace

absl::Status RefreshLevels(db::Transaction& transaction, absl::string_view directorate,
                           absl::Span<const LevelKey> keys, absl::CivilDay today) {
  if (keys.empty()) return absl::OkStatus();
  ASSIGN_OR_RETURN(LevelScope scope, Open(transaction, directorate, today, Hold::kShared));
  return RefreshKeys(scope, keys, Estimates::kMark);
}

absl::Status RefreshLevelsOfCadre(db::Transaction& transaction, absl::string_view directorate,
                                  absl::string_view cadre, absl::CivilDay today) {
  ASSIGN_OR_RETURN(LevelScope scope, Open(transaction, directorate, today, Hold::kAlone));
  ASSIGN_OR_RETURN(const std::vector<std::string> facilities, FacilitiesWithLevels(scope));
  return RefreshFacilities(scope, facilities, cadre, Estimates::kRefreshedToo);
}

absl::Status RefreshAllLevels(db::Transaction& transaction, absl::string_view directorate,
                              absl::CivilDay today) {
  ASSIGN_OR_RETURN(LevelScope scope, Open(transaction, directorate, today, Hold::kAlone));
  if (scope.rules.sources == scope.old_sources) {
    RETURN_IF_ERROR(PriceLevels(scope));
    return NoteRules(scope);
  }
  RETURN_IF_ERROR(NoteRules(scope));
  ASSIGN_OR_RETURN(const std::vector<std::string> facilities, FacilitiesWithLevels(scope));
  return RefreshFacilities(scope, facilities, "", Estimates::kRefreshedToo);
}

}  // namespace mudiriya::staffing
