#include "common/server/metrics.h"

#include <prometheus/collectable.h>
#include <prometheus/text_serializer.h>

#include <exception>
#include <mutex>
#include <utility>

#include "absl/strings/str_cat.h"

namespace mudiriya::server {
namespace {

using prometheus::MetricFamily;

// Seconds; the deadline of most callers lies within.
const prometheus::Histogram::BucketBoundaries kBuckets = {
    0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30};

prometheus::ClientMetric Gauge(const std::string& service, size_t value) {
  prometheus::ClientMetric metric;
  metric.label = {{"service", service}};
  metric.gauge.value = static_cast<double>(value);
  return metric;
}

}  // namespace

// Reads the executors when asked, so that a call pays nothing for these figures.
class Metrics::Executors final : public prometheus::Collectable {
 public:
  void Add(const std::string& service, const Executor& executor) {
    const std::lock_guard<std::mutex> lock(mutex_);
    executors_.emplace_back(service, &executor);
  }

  std::vector<MetricFamily> Collect() const override {
    MetricFamily length{
        "mudiriya_queue_length", "Calls that wait for a worker", prometheus::MetricType::Gauge, {}};
    MetricFamily busy{
        "mudiriya_busy_workers", "Workers that run a handler", prometheus::MetricType::Gauge, {}};
    const std::lock_guard<std::mutex> lock(mutex_);
    for (const auto& [service, executor] : executors_) {
      length.metric.push_back(Gauge(service, executor->queue_length()));
      busy.metric.push_back(Gauge(service, executor->busy_workers()));
    }
    return {std::move(length), std::move(busy)};
  }

 private:
  mutable std::mutex mutex_;
  std::vector<std::pair<std::string, const Executor*>> executors_;
};

MethodMetrics::MethodMetrics(Metrics& metrics, std::string service, std::string method)
    : metrics_(metrics),
      service_(std::move(service)),
      method_(std::move(method)),
      duration_(metrics.durations_.Add({{"service", service_}, {"method", method_}}, kBuckets)),
      queued_(metrics.queue_times_.Add({{"service", service_}, {"method", method_}}, kBuckets)) {}

void MethodMetrics::Count(absl::StatusCode code, absl::Duration duration, absl::Duration queued) {
  CounterOf(code).Increment();
  duration_.Observe(absl::ToDoubleSeconds(duration));
  queued_.Observe(absl::ToDoubleSeconds(queued));
}

prometheus::Counter& MethodMetrics::CounterOf(absl::StatusCode code) {
  auto& slot = codes_.at(static_cast<size_t>(code));
  if (prometheus::Counter* counter = slot.load(std::memory_order_acquire)) return *counter;
  // Add returns the counter that is there for the same labels, so two threads may both come here.
  prometheus::Counter& counter = metrics_.calls_.Add(
      {{"service", service_}, {"method", method_}, {"code", absl::StatusCodeToString(code)}});
  slot.store(&counter, std::memory_order_release);
  return counter;
}

Metrics::Metrics()
    : registry_(std::make_shared<prometheus::Registry>()),
      executors_(std::make_shared<Executors>()),
      calls_(prometheus::BuildCounter()
                 .Name("mudiriya_calls_total")
                 .Help("Calls that have ended, by status code")
                 .Register(*registry_)),
      durations_(prometheus::BuildHistogram()
                     .Name("mudiriya_call_seconds")
                     .Help("Time from the arrival of a call to its answer")
                     .Register(*registry_)),
      queue_times_(prometheus::BuildHistogram()
                       .Name("mudiriya_queue_seconds")
                       .Help("Time that a call waited for a worker")
                       .Register(*registry_)),
      tasks_(prometheus::BuildCounter()
                 .Name("mudiriya_periodic_tasks_total")
                 .Help("Turns of periodic tasks, by result")
                 .Register(*registry_)) {}

Metrics::~Metrics() = default;

void Metrics::Watch(const std::string& service, const Executor& executor) {
  executors_->Add(service, executor);
}

void Metrics::CountTask(const std::string& service, const std::string& task, bool ok) {
  tasks_.Add({{"service", service}, {"task", task}, {"result", ok ? "ok" : "failed"}}).Increment();
}

absl::Status Metrics::Expose(const std::string& address) {
  // The library reports a port that is taken by an exception.
  try {
    exposer_ = std::make_unique<prometheus::Exposer>(address, /*num_threads=*/1);
  } catch (const std::exception& error) {
    return absl::UnavailableError(
        absl::StrCat("metrics cannot be served at ", address, ": ", error.what()));
  }
  exposer_->RegisterCollectable(registry_);
  exposer_->RegisterCollectable(executors_);
  return absl::OkStatus();
}

std::string Metrics::Text() const {
  std::vector<MetricFamily> families = registry_->Collect();
  for (MetricFamily& family : executors_->Collect()) families.push_back(std::move(family));
  return prometheus::TextSerializer().Serialize(families);
}

}  // namespace mudiriya::server
