#ifndef MUDIRIYA_TESTS_TESTING_FAKE_CLOCK_H_
#define MUDIRIYA_TESTS_TESTING_FAKE_CLOCK_H_

#include <atomic>
#include <cstdint>

#include "absl/time/time.h"
#include "common/call/clock.h"

namespace mudiriya::testing {

// A clock that stands still until a test moves it. Thread-safe.
class FakeClock final : public Clock {
 public:
  explicit FakeClock(absl::Time now = absl::FromUnixSeconds(1'770'624'000))  // 2026-02-09 08:00 UTC
      : nanoseconds_(absl::ToUnixNanos(now)) {}

  absl::Time Now() const override { return absl::FromUnixNanos(nanoseconds_); }
  void Advance(absl::Duration by) { nanoseconds_ += absl::ToInt64Nanoseconds(by); }

 private:
  std::atomic<int64_t> nanoseconds_;
};

}  // namespace mudiriya::testing

#endif  // MUDIRIYA_TESTS_TESTING_FAKE_CLOCK_H_
