#ifndef MUDIRIYA_COMMON_DB_PROCESS_H_
#define MUDIRIYA_COMMON_DB_PROCESS_H_

#include <sys/types.h>

#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"

namespace mudiriya::db {

// A child process in a session of its own (a terminal's Ctrl-C does not reach it) that gets
// SIGTERM when this process ends, however it ends. Thread-safe.
class Process {
 public:
  // Starts `command`, whose first word is the path of a program. Standard output and error are
  // appended to `log_file`. Returns INTERNAL if the child cannot be made; a program that cannot be
  // executed ends with exit code 127.
  static absl::StatusOr<std::unique_ptr<Process>> Start(std::vector<std::string> command,
                                                        const std::string& log_file);

  // Kills the child if it still runs, and waits for it.
  ~Process();
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  pid_t pid() const { return pid_; }

  // Sends a signal; no effect once the child has ended.
  void Signal(int number);

  // Waits until the child has ended; false if it has not within `timeout`.
  bool Wait(absl::Duration timeout);

  // The exit code, 128 + signal if one ended it; -1 while it runs.
  int exit_code() const;

 private:
  Process() = default;
  void Keep(std::vector<std::string> command, std::string log_file);

  std::thread keeper_;
  mutable absl::Mutex mutex_;
  bool started_ ABSL_GUARDED_BY(mutex_) = false;
  int exit_code_ ABSL_GUARDED_BY(mutex_) = -1;
  pid_t pid_ = -1;
};

// The full path of a program, looked up in PATH and in the folders of system programs; "" if it is
// not installed.
std::string FindProgram(const std::string& name);

}  // namespace mudiriya::db

#endif  // MUDIRIYA_COMMON_DB_PROCESS_H_
