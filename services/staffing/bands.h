#ifndef MUDIRIYA_SERVICES_STAFFING_BANDS_H_
#define MUDIRIYA_SERVICES_STAFFING_BANDS_H_

#include <optional>

#include "absl/status/status.h"

namespace mudiriya::staffing {

// How hard a shortage presses, judged by the WISN ratio (current / required).
enum class Band { kExtreme, kVeryHigh, kHigh, kModerate, kBalanced, kSurplus };

// Where the bands meet. The first four are exclusive upper bounds of their band, `balanced` is
// inclusive: a ratio of exactly 1.10 is balanced.
struct BandLimits {
  double extreme = 0.30;
  double very_high = 0.50;
  double high = 0.70;
  double moderate = 0.90;
  double balanced = 1.10;
};

// Returns INVALID_ARGUMENT if a limit is not finite or not above the one before it (the first: 0).
absl::Status ValidateBandLimits(const BandLimits& limits);

// The band of a ratio; empty for an empty ratio.
std::optional<Band> BandOf(std::optional<double> ratio, const BandLimits& limits);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_BANDS_H_
