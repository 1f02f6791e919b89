#ifndef MUDIRIYA_COMMON_SERVER_HEALTH_H_
#define MUDIRIYA_COMMON_SERVER_HEALTH_H_

#include <grpcpp/grpcpp.h>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/time.h"

namespace mudiriya::server {

// Answers grpc.health.v1 truthfully: a service whose database cannot be reached is NOT_SERVING, and
// so is the server as a whole (""). "liveness" is SERVING for as long as the process is in order,
// because a restart does not bring a database back. Probes run on a thread of their own and never
// wait behind work.
class HealthMonitor {
 public:
  static constexpr absl::Duration kBetweenProbes = absl::Seconds(2);

  // What is looked at: contracts share the fate of the service that serves them. A probe is called
  // on the monitor's thread only; empty for a service without a database.
  struct Subject {
    std::vector<std::string> contracts;
    std::function<absl::Status()> probe;
  };

  // `server` outlives the monitor. Everything is NOT_SERVING until Start.
  HealthMonitor(grpc::Server& server, std::vector<Subject> subjects);
  ~HealthMonitor();

  // Probes once, publishes the result, and goes on probing.
  void Start();

  // Everything is NOT_SERVING from now on; the server drains.
  void Stop();

 private:
  void Work();
  void ProbeAll();
  void Publish(const std::string& name, bool serving);

  grpc::Server& server_;
  const std::vector<Subject> subjects_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace mudiriya::server

#endif  // MUDIRIYA_COMMON_SERVER_HEALTH_H_
