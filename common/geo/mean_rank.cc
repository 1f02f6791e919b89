#include "common/geo/mean_rank.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace mudiriya::geo {

std::vector<double> MeanRanks(absl::Span<const double> values) {
  const size_t count = values.size();
  std::vector<double> ranks(count, 0.0);
  if (count < 2) return ranks;
  std::vector<size_t> order(count);
  std::iota(order.begin(), order.end(), size_t{0});
  std::sort(order.begin(), order.end(), [&](size_t a, size_t b) { return values[a] < values[b]; });
  for (size_t first = 0; first < count;) {
    size_t end = first + 1;
    while (end < count && values[order[end]] == values[order[first]]) ++end;
    // Ranks counted from 0 run from first to end - 1; their mean is half of the sum of the two.
    const double mean = static_cast<double>(first + end - 1) / 2.0;
    for (size_t i = first; i < end; ++i) ranks[order[i]] = mean / static_cast<double>(count - 1);
    first = end;
  }
  return ranks;
}

}  // namespace mudiriya::geo
