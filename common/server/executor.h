#ifndef MUDIRIYA_COMMON_SERVER_EXECUTOR_H_
#define MUDIRIYA_COMMON_SERVER_EXECUTOR_H_

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "absl/time/time.h"
#include "common/call/clock.h"

namespace mudiriya::db {
class Connection;
}  // namespace mudiriya::db

namespace mudiriya::server {

// One piece of work. The executor never owns it: exactly one of Run and Expire is called, once, for
// a task that was accepted, and the task may delete itself in there.
class Task {
 public:
  virtual ~Task() = default;

  // After this the work is pointless, and Expire is called in place of Run.
  virtual absl::Time deadline() const = 0;

  // Whether nobody waits for it any more; then too Expire is called.
  virtual bool cancelled() const = 0;

  // `connection` is the worker's own; null in an executor without a database.
  virtual void Run(db::Connection* connection, absl::Duration queued) = 0;
  virtual void Expire(absl::Duration queued) = 0;
};

struct ExecutorOptions {
  int workers = 4;
  size_t capacity = 1024;

  // Makes the session that one worker owns, on its thread. Empty for a service without a database.
  std::function<std::shared_ptr<db::Connection>()> connect = nullptr;

  const Clock* clock = &Clock::System();
};

// N worker threads behind one bounded first-in-first-out queue. Knows nothing of gRPC.
// Thread-safe.
class Executor {
 public:
  enum class Submitted { kAccepted, kFull, kDraining };

  // Takes tasks from now on, and runs them once Start is called.
  explicit Executor(ExecutorOptions options);

  // Drains.
  ~Executor();

  // Starts the workers. Call once.
  void Start();

  Submitted Submit(Task* task);

  // Refuses new tasks, finishes those accepted, and joins the workers. May be called again. If the
  // workers were never started, accepted tasks expire.
  void Drain();

  size_t queue_length() const;
  size_t busy_workers() const;

 private:
  struct Entry {
    Task* task;
    absl::Time since;
  };

  void Work();
  void ExpireAll();
  bool Take(Entry* entry);
  void Perform(const Entry& entry, db::Connection* connection) const;

  const ExecutorOptions options_;
  mutable std::mutex mutex_;
  std::condition_variable ready_;
  std::deque<Entry> queue_;
  size_t busy_ = 0;
  bool draining_ = false;
  std::vector<std::thread> workers_;
};

}  // namespace mudiriya::server

#endif  // MUDIRIYA_COMMON_SERVER_EXECUTOR_H_
