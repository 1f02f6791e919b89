#ifndef MUDIRIYA_COMMON_SERVER_PERIODIC_H_
#define MUDIRIYA_COMMON_SERVER_PERIODIC_H_

#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "common/call/call.h"
#include "common/client/service_identity.h"
#include "common/server/executor.h"
#include "common/server/metrics.h"
#include "common/server/service.h"

namespace mudiriya::server {

// Runs the periodic tasks of one service on its executor. A task never runs twice at a time.
class PeriodicRunner {
 public:
  struct Parts {
    std::string service;
    Executor* executor = nullptr;
    Metrics* metrics = nullptr;
    const Services* services = nullptr;
    client::ServiceIdentity* identity = nullptr;
    const Clock* clock = &Clock::System();
  };

  // Everything in `parts` outlives the runner; the executor is drained before it ends.
  PeriodicRunner(const Parts& parts, const std::vector<PeriodicTask>& tasks);
  ~PeriodicRunner();

  // Begins: every task's first turn comes at once.
  void Start();

  // No new turn begins after this. One that runs sees its call cancelled, and may end early; the
  // executor's drain waits for it.
  void Stop();

 private:
  class Turn;

  void Work();

  // Queues the turns that are due and tells when the next one will be. The mutex is held.
  absl::Time SubmitDue(absl::Time now);

  void SetCurrent(Turn& turn, CallInfo* current);
  void Ended(Turn& turn);
  bool stopping();

  const Parts parts_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool stopping_ = false;
  std::vector<std::unique_ptr<Turn>> turns_;
  std::thread thread_;
};

}  // namespace mudiriya::server

#endif  // MUDIRIYA_COMMON_SERVER_PERIODIC_H_
