#include "tests/services/staffing/recorded_levels.h"

namespace mudiriya::staffing {

RecordedLevels& Recorded() {
  static RecordedLevels recorded;
  return recorded;
}

absl::Status RefreshLevels(db::Transaction&, absl::string_view, absl::Span<const LevelKey> keys,
                           absl::CivilDay today) {
  Recorded().keys.insert(Recorded().keys.end(), keys.begin(), keys.end());
  Recorded().today = today;
  return absl::OkStatus();
}

absl::Status RefreshLevelsOfCadre(db::Transaction&, absl::string_view, absl::string_view cadre,
                                  absl::CivilDay today) {
  Recorded().cadres.emplace_back(cadre);
  Recorded().today = today;
  return absl::OkStatus();
}

absl::Status RefreshAllLevels(db::Transaction&, absl::string_view, absl::CivilDay today) {
  ++Recorded().all;
  Recorded().today = today;
  return absl::OkStatus();
}

}  // namespace mudiriya::staffing
