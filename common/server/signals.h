#ifndef MUDIRIYA_COMMON_SERVER_SIGNALS_H_
#define MUDIRIYA_COMMON_SERVER_SIGNALS_H_

#include "absl/time/time.h"

namespace mudiriya::server {

// Catches SIGTERM and SIGINT from now on; call once, before anything that takes long. A second
// signal ends the process at once.
void CatchStopSignals();

// Waits for such a signal, for at most `timeout`. Returns whether one has come.
bool WaitForStopSignal(absl::Duration timeout);

}  // namespace mudiriya::server

#endif  // MUDIRIYA_COMMON_SERVER_SIGNALS_H_
