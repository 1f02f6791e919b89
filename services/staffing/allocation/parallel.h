#ifndef MUDIRIYA_SERVICES_STAFFING_ALLOCATION_PARALLEL_H_
#define MUDIRIYA_SERVICES_STAFFING_ALLOCATION_PARALLEL_H_

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace mudiriya::staffing::allocation {

// Calls work(0) … work(count - 1), each once, on up to `threads` threads, and waits for all. The
// calls must not touch the same data.
template <typename Work>
void ParallelFor(size_t count, int threads, const Work& work) {
  std::atomic<size_t> next{0};
  const auto take = [&] {
    for (size_t i = next++; i < count; i = next++) work(i);
  };
  std::vector<std::thread> helpers;
  for (size_t i = 1; i < std::min(count, static_cast<size_t>(std::max(1, threads))); ++i) {
    helpers.emplace_back(take);
  }
  take();
  for (std::thread& helper : helpers) helper.join();
}

}  // namespace mudiriya::staffing::allocation

#endif  // MUDIRIYA_SERVICES_STAFFING_ALLOCATION_PARALLEL_H_
