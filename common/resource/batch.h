#ifndef MUDIRIYA_COMMON_RESOURCE_BATCH_H_
#define MUDIRIYA_COMMON_RESOURCE_BATCH_H_

#include <algorithm>
#include <cstddef>

namespace mudiriya::resource {

// Multi-row statements come in few sizes, so that each stays prepared in its session.
inline constexpr size_t kMaxBatchRows = 512;
// Keys that share no parent are compared one by one, which the optimiser does well for this many.
inline constexpr size_t kMaxScatteredKeys = 64;
inline constexpr size_t kBatchSizes[] = {512, 64, 8, 1};
// The protocol's limit of a statement's placeholders.
inline constexpr size_t kMaxPlaceholders = 65'535;

// The largest size that is filled by what is left: 600 rows go as 512 + 64 + 8 + 8 + 8.
inline size_t BatchSize(size_t left, size_t columns) {
  for (const size_t size : kBatchSizes) {
    if (size <= left && size * columns <= kMaxPlaceholders) return size;
  }
  return 1;
}

// The least size that `count` (at most 512) fits in.
inline size_t PaddedBatchSize(size_t count) {
  size_t least = kMaxBatchRows;
  for (const size_t size : kBatchSizes) {
    if (size >= count) least = std::min(least, size);
  }
  return least;
}

}  // namespace mudiriya::resource

#endif  // MUDIRIYA_COMMON_RESOURCE_BATCH_H_
