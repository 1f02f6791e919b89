#ifndef MUDIRIYA_COMMON_CALL_STREAM_STEP_H_
#define MUDIRIYA_COMMON_CALL_STREAM_STEP_H_

#include <vector>

#include "absl/time/time.h"

namespace mudiriya {

// What one poll of a server stream's handler brings. The handler is
//   absl::StatusOr<StreamStep<Res>> F(Call&, const Req&, std::string& cursor);
// `cursor` is empty at the first poll and then whatever the last poll left in it. Between polls the
// stream holds no worker and no session.
template <typename Response>
struct StreamStep {
  // Sent in this order before the next poll. Keep them few: they are held in memory until sent.
  std::vector<Response> messages;

  // The stream ends after these messages.
  bool done = false;

  // How long to wait before the next poll. Zero when more is ready at once.
  absl::Duration wait = absl::Seconds(1);
};

}  // namespace mudiriya

#endif  // MUDIRIYA_COMMON_CALL_STREAM_STEP_H_
