#ifndef MUDIRIYA_COMMON_CALL_CLOCK_H_
#define MUDIRIYA_COMMON_CALL_CLOCK_H_

#include "absl/time/clock.h"
#include "absl/time/time.h"

namespace mudiriya {

// Where the time comes from. Handlers ask their Call, so that a test decides what "now" is.
// Thread-safe.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual absl::Time Now() const = 0;

  // The machine's clock; lives forever.
  static const Clock& System();
};

}  // namespace mudiriya

#endif  // MUDIRIYA_COMMON_CALL_CLOCK_H_
