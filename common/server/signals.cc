#include "common/server/signals.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include <cerrno>

#include "absl/time/clock.h"

namespace mudiriya::server {
namespace {

int stop_pipe[2] = {-1, -1};

// A handler may do little more than this. A mask that blocks the signals would be simpler, but the
// private database would inherit it.
void NoteSignal(int) {
  static volatile sig_atomic_t signals = 0;
  signals = signals + 1;
  if (signals > 1) _exit(1);
  const int error = errno;
  const ssize_t written = write(stop_pipe[1], "", 1);
  static_cast<void>(written);
  errno = error;
}

}  // namespace

void CatchStopSignals() {
  if (pipe2(stop_pipe, O_CLOEXEC) != 0) return;
  struct sigaction action = {};
  action.sa_handler = NoteSignal;
  action.sa_flags = SA_RESTART;
  sigaction(SIGTERM, &action, nullptr);
  sigaction(SIGINT, &action, nullptr);
}

bool WaitForStopSignal(absl::Duration timeout) {
  struct pollfd readable = {stop_pipe[0], POLLIN, 0};
  const absl::Time end = absl::Now() + timeout;
  while (true) {
    const int64_t left = absl::ToInt64Milliseconds(end - absl::Now());
    if (left <= 0) return false;
    const int ready = poll(&readable, 1, static_cast<int>(left));
    if (ready > 0) return true;
    if (ready < 0 && errno != EINTR) return true;
  }
}

}  // namespace mudiriya::server
