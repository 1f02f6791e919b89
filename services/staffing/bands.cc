#include "services/staffing/bands.h"

#include <cmath>

namespace mudiriya::staffing {

absl::Status ValidateBandLimits(const BandLimits& limits) {
  double below = 0;
  for (double limit :
       {limits.extreme, limits.very_high, limits.high, limits.moderate, limits.balanced}) {
    if (!std::isfinite(limit) || limit <= below) {
      return absl::InvalidArgumentError("band limits must be positive and ascending");
    }
    below = limit;
  }
  return absl::OkStatus();
}

std::optional<Band> BandOf(std::optional<double> ratio, const BandLimits& limits) {
  if (!ratio.has_value()) return std::nullopt;
  if (*ratio < limits.extreme) return Band::kExtreme;
  if (*ratio < limits.very_high) return Band::kVeryHigh;
  if (*ratio < limits.high) return Band::kHigh;
  if (*ratio < limits.moderate) return Band::kModerate;
  if (*ratio <= limits.balanced) return Band::kBalanced;
  return Band::kSurplus;
}

}  // namespace mudiriya::staffing
