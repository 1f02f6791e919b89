#ifndef MUDIRIYA_COMMON_DB_LOCAL_SERVER_H_
#define MUDIRIYA_COMMON_DB_LOCAL_SERVER_H_

#include <sys/types.h>

#include <memory>
#include <string>

#include "absl/base/thread_annotations.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"
#include "common/db/options.h"

namespace mudiriya::db {

struct LocalServerOptions {
  std::string directory;     // holds data, log and, if its path is short enough, the socket
  bool durable = true;       // false: a crash of the machine may lose the last second (tests)
  int buffer_pool_mib = 64;  // memory for pages
  int log_file_mib = 32;     // redo log, 8..64 is sensible
  int max_connections = 200;
  absl::Duration start_timeout = absl::Seconds(60);
};

// A private MariaDB for a directorate with one machine, and for tests. It listens on a unix socket
// that only this user can open, never on the network; it shuts down with the process that started
// it, even if that is killed. Thread-safe.
class LocalServer {
 public:
  // Creates the data directory if there is none, starts mariadbd as the current user and waits
  // until it answers: 1 to 3 s for a new directory, 0.3 s for one that exists. What an earlier
  // process left behind after a crash is recovered; one that is still shutting down is waited for.
  // Returns FAILED_PRECONDITION if another live server works in the directory or mariadbd is not
  // installed, UNAVAILABLE if it does not start in time (the end of its log is in the text).
  static absl::StatusOr<std::unique_ptr<LocalServer>> Start(const LocalServerOptions& options);

  // Stops the server cleanly and waits for it.
  ~LocalServer();
  LocalServer(const LocalServer&) = delete;
  LocalServer& operator=(const LocalServer&) = delete;

  // How to connect; the schema is not set.
  const DatabaseOptions& options() const { return options_; }

  pid_t pid() const { return pid_; }

  // Makes the server stop, as at destruction. No effect if it has stopped.
  void Stop();

  // Ends the server as a crash would. The directory is free for another Start.
  void Kill();

 private:
  struct State;
  explicit LocalServer(std::unique_ptr<State> state);
  void End(int signal);

  absl::Mutex mutex_;
  std::unique_ptr<State> state_ ABSL_GUARDED_BY(mutex_);
  DatabaseOptions options_;
  const pid_t pid_;
};

// Creates a data directory with a user `root` without password and no test schema, as Start does:
// a template that tests copy. Returns FAILED_PRECONDITION if MariaDB is not installed, INTERNAL if
// its installation program fails.
absl::Status InstallDataDirectory(absl::string_view directory);

}  // namespace mudiriya::db

#endif  // MUDIRIYA_COMMON_DB_LOCAL_SERVER_H_
