#ifndef MUDIRIYA_COMMON_GEO_MEAN_RANK_H_
#define MUDIRIYA_COMMON_GEO_MEAN_RANK_H_

#include <vector>

#include "absl/types/span.h"

namespace mudiriya::geo {

// The place of each value among all of them on a scale from 0 (the smallest) to 1 (the largest),
// in the order given. Equal values share the mean of the ranks that they take up together, so the
// result depends on the values only, never on their order: {10, 20, 20, 40} gives {0, 0.5, 0.5, 1}.
//   (mean rank - 1) / (n - 1); a single value has rank 0.
// Values must be comparable (no NaN).
std::vector<double> MeanRanks(absl::Span<const double> values);

}  // namespace mudiriya::geo

#endif  // MUDIRIYA_COMMON_GEO_MEAN_RANK_H_
