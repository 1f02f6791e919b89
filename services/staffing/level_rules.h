#ifndef MUDIRIYA_SERVICES_STAFFING_LEVEL_RULES_H_
#define MUDIRIYA_SERVICES_STAFFING_LEVEL_RULES_H_

#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "common/db/transaction.h"
#include "mudiriya/staffing/v1/gap.pb.h"
#include "services/staffing/bands.h"
#include "services/staffing/level_rows.h"
#include "services/staffing/priority.h"

namespace mudiriya::staffing {

// What a directorate's settings say of its levels.
struct LevelRules {
  bool returns = false;  // staff are counted by returns, not by assignments
  // What decides where figures are taken from, as text: while it stays the same, levels need no
  // more than new weights and bands.
  std::string sources;
  PriorityWeights weights;
  BandLimits bands;
};

// As the transaction sees the settings.
absl::StatusOr<LevelRules> LoadLevelRules(db::Transaction& tx, absl::string_view directorate);

// The band of current / required; GAP_BAND_UNSPECIFIED where nothing is required.
v1::GapBand GapBandOf(double required, double current, const BandLimits& bands);

// current / required; empty where nothing is required.
std::optional<double> RatioOf(double required, double current);

// Σ p·R·s² of one level: what its shortage costs in an allocation plan, s = max(0, 1 − C/R).
double UrgencyOf(double priority, double required, double current);

// Sets what follows from required, current, posts and ranks.
void Derive(const LevelRules& rules, Level& level);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_LEVEL_RULES_H_
