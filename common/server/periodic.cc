#include "common/server/periodic.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "common/server/json_line.h"
#include "common/status/macros.h"

namespace mudiriya::server {
namespace {

constexpr absl::Duration kLongestTurn = absl::Minutes(5);
constexpr absl::Duration kLongestSleep = absl::Hours(1);

std::shared_ptr<const Caller> ServiceCaller(const std::string& service) {
  return std::make_shared<const Caller>(absl::StrCat("service:", service),
                                        std::vector<Grant>{{"*", "service"}});
}

}  // namespace

// A task of the executor that comes again and again; it belongs to the runner.
class PeriodicRunner::Turn final : public Task {
 public:
  Turn(PeriodicRunner& runner, const PeriodicTask& task)
      : runner_(runner),
        task_(task),
        method_(absl::StrCat(runner.parts_.service, ".", task.name)),
        caller_(ServiceCaller(runner.parts_.service)) {}

  absl::Time deadline() const override { return absl::InfiniteFuture(); }
  bool cancelled() const override { return runner_.stopping(); }

  void Run(db::Connection* connection, absl::Duration) override {
    const absl::Status status = RunTask(connection);
    runner_.parts_.metrics->CountTask(runner_.parts_.service, task_.name, status.ok());
    if (!status.ok()) Log(status);
    runner_.Ended(*this);
  }

  void Expire(absl::Duration) override { runner_.Ended(*this); }

  absl::Duration every() const { return task_.every; }

  // Guarded by the runner's mutex.
  absl::Time due = absl::InfinitePast();
  bool running = false;
  CallInfo* current = nullptr;  // while the task runs

 private:
  absl::Status RunTask(db::Connection* connection) {
    CallInfo info;
    info.method = method_;
    info.caller = caller_;
    info.clock = runner_.parts_.clock;
    info.deadline = info.clock->Now() + kLongestTurn;
    info.trace = ContinueTrace("");
    info.request_id = info.trace.span_id;
    ASSIGN_OR_RETURN(info.authorization, runner_.parts_.identity->Authorization(info.clock->Now()));
    Call call(info, connection, *runner_.parts_.services);
    runner_.SetCurrent(*this, &info);
    absl::Status status = task_.run(call);
    runner_.SetCurrent(*this, nullptr);
    return status;
  }

  void Log(const absl::Status& status) const {
    spdlog::error(JsonLine()
                      .Text("event", "periodic_task")
                      .Text("task", method_)
                      .Text("code", absl::StatusCodeToString(status.code()))
                      .Text("cause", status.message())
                      .Finish());
  }

  PeriodicRunner& runner_;
  const PeriodicTask task_;
  const std::string method_;
  const std::shared_ptr<const Caller> caller_;
};

PeriodicRunner::PeriodicRunner(const Parts& parts, const std::vector<PeriodicTask>& tasks)
    : parts_(parts) {
  for (const PeriodicTask& task : tasks) turns_.push_back(std::make_unique<Turn>(*this, task));
}

PeriodicRunner::~PeriodicRunner() { Stop(); }

void PeriodicRunner::Start() {
  if (!turns_.empty()) thread_ = std::thread([this] { Work(); });
}

void PeriodicRunner::Stop() {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    stopping_ = true;
    for (const auto& turn : turns_) {
      if (turn->current != nullptr) turn->current->cancelled = true;
    }
  }
  wake_.notify_all();
  if (thread_.joinable()) thread_.join();
}

bool PeriodicRunner::stopping() {
  const std::lock_guard<std::mutex> lock(mutex_);
  return stopping_;
}

void PeriodicRunner::SetCurrent(Turn& turn, CallInfo* current) {
  const std::lock_guard<std::mutex> lock(mutex_);
  if (current != nullptr) current->cancelled = stopping_;
  turn.current = current;
}

void PeriodicRunner::Ended(Turn& turn) {
  const std::lock_guard<std::mutex> lock(mutex_);
  turn.running = false;
  turn.due = parts_.clock->Now() + turn.every();
  wake_.notify_all();
}

void PeriodicRunner::Work() {
  std::unique_lock<std::mutex> lock(mutex_);
  while (!stopping_) {
    const absl::Time now = parts_.clock->Now();
    const absl::Duration sleep = std::min(SubmitDue(now) - now, kLongestSleep);
    wake_.wait_for(lock, absl::ToChronoMilliseconds(sleep) + std::chrono::milliseconds(1));
  }
}

absl::Time PeriodicRunner::SubmitDue(absl::Time now) {
  absl::Time next = absl::InfiniteFuture();
  for (const auto& turn : turns_) {
    if (turn->running) continue;
    if (turn->due <= now) {
      turn->running = parts_.executor->Submit(turn.get()) == Executor::Submitted::kAccepted;
      // A full queue has more urgent work.
      turn->due = now + turn->every();
    }
    if (!turn->running) next = std::min(next, turn->due);
  }
  return next;
}

}  // namespace mudiriya::server
