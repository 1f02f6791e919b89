#ifndef MUDIRIYA_COMMON_SERVER_METRICS_H_
#define MUDIRIYA_COMMON_SERVER_METRICS_H_

#include <prometheus/counter.h>
#include <prometheus/exposer.h>
#include <prometheus/family.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>

#include <array>
#include <atomic>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "common/server/executor.h"

namespace mudiriya::server {

class Metrics;

// Rate, errors and duration of one method.
class MethodMetrics {
 public:
  MethodMetrics(Metrics& metrics, std::string service, std::string method);

  // Counts a call that has ended. Thread-safe.
  void Count(absl::StatusCode code, absl::Duration duration, absl::Duration queued);

 private:
  static constexpr size_t kCodes = 17;

  prometheus::Counter& CounterOf(absl::StatusCode code);

  Metrics& metrics_;
  const std::string service_;
  const std::string method_;
  prometheus::Histogram& duration_;
  prometheus::Histogram& queued_;
  // By status code, made when first needed: most methods never return most codes.
  std::array<std::atomic<prometheus::Counter*>, kCodes> codes_ = {};
};

// Everything that a Prometheus server reads from this process. Thread-safe.
class Metrics {
 public:
  Metrics();
  ~Metrics();

  // The queue and the workers of a service, read at each scrape. The executor outlives the metrics.
  void Watch(const std::string& service, const Executor& executor);

  // Counts a turn of a periodic task.
  void CountTask(const std::string& service, const std::string& task, bool ok);

  // Serves the text format over HTTP at `address` ("127.0.0.1:9090"), path /metrics.
  // Returns UNAVAILABLE if the address cannot be listened on.
  absl::Status Expose(const std::string& address);

  // The text format.
  std::string Text() const;

 private:
  friend class MethodMetrics;
  class Executors;

  std::shared_ptr<prometheus::Registry> registry_;
  std::shared_ptr<Executors> executors_;
  prometheus::Family<prometheus::Counter>& calls_;
  prometheus::Family<prometheus::Histogram>& durations_;
  prometheus::Family<prometheus::Histogram>& queue_times_;
  prometheus::Family<prometheus::Counter>& tasks_;
  std::unique_ptr<prometheus::Exposer> exposer_;
};

}  // namespace mudiriya::server

#endif  // MUDIRIYA_COMMON_SERVER_METRICS_H_
