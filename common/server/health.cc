#include "common/server/health.h"

#include <grpcpp/health_check_service_interface.h>
#include <spdlog/spdlog.h>

#include <utility>

#include "common/server/json_line.h"

namespace mudiriya::server {
namespace {

constexpr char kWholeServer[] = "";
constexpr char kLiveness[] = "liveness";

void LogProbe(const std::vector<std::string>& contracts, const absl::Status& status) {
  if (status.ok()) return;
  spdlog::warn(JsonLine()
                   .Text("event", "not_serving")
                   .Text("contract", contracts.front())
                   .Text("code", absl::StatusCodeToString(status.code()))
                   .Finish());
}

}  // namespace

HealthMonitor::HealthMonitor(grpc::Server& server, std::vector<Subject> subjects)
    : server_(server), subjects_(std::move(subjects)) {
  for (const Subject& subject : subjects_) {
    for (const std::string& contract : subject.contracts) Publish(contract, false);
  }
  Publish(kWholeServer, false);
  Publish(kLiveness, true);
}

HealthMonitor::~HealthMonitor() { Stop(); }

void HealthMonitor::Start() {
  ProbeAll();
  thread_ = std::thread([this] { Work(); });
}

void HealthMonitor::Stop() {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  if (thread_.joinable()) thread_.join();
  server_.GetHealthCheckService()->SetServingStatus(false);
}

void HealthMonitor::Work() {
  std::unique_lock<std::mutex> lock(mutex_);
  while (!stopping_) {
    wake_.wait_for(lock, absl::ToChronoMilliseconds(kBetweenProbes), [this] { return stopping_; });
    if (stopping_) return;
    lock.unlock();
    ProbeAll();
    lock.lock();
  }
}

void HealthMonitor::ProbeAll() {
  bool all = true;
  for (const Subject& subject : subjects_) {
    const absl::Status status = subject.probe ? subject.probe() : absl::OkStatus();
    LogProbe(subject.contracts, status);
    for (const std::string& contract : subject.contracts) Publish(contract, status.ok());
    all = all && status.ok();
  }
  Publish(kWholeServer, all);
}

void HealthMonitor::Publish(const std::string& name, bool serving) {
  server_.GetHealthCheckService()->SetServingStatus(name, serving);
}

}  // namespace mudiriya::server
