#include "common/server/executor.h"

#include <utility>

namespace mudiriya::server {

Executor::Executor(ExecutorOptions options) : options_(std::move(options)) {}

Executor::~Executor() { Drain(); }

void Executor::Start() {
  for (int i = 0; i < options_.workers; ++i) workers_.emplace_back([this] { Work(); });
}

Executor::Submitted Executor::Submit(Task* task) {
  const absl::Time now = options_.clock->Now();
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (draining_) return Submitted::kDraining;
    if (queue_.size() >= options_.capacity) return Submitted::kFull;
    queue_.push_back({task, now});
  }
  ready_.notify_one();
  return Submitted::kAccepted;
}

void Executor::Drain() {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    draining_ = true;
  }
  ready_.notify_all();
  if (workers_.empty()) ExpireAll();
  for (std::thread& worker : workers_) {
    if (worker.joinable()) worker.join();
  }
}

void Executor::ExpireAll() {
  Entry entry;
  while (Take(&entry)) entry.task->Expire(options_.clock->Now() - entry.since);
}

size_t Executor::queue_length() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return queue_.size();
}

size_t Executor::busy_workers() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return busy_;
}

void Executor::Work() {
  const std::shared_ptr<db::Connection> connection =
      options_.connect ? options_.connect() : nullptr;
  Entry entry;
  while (Take(&entry)) {
    Perform(entry, connection.get());
    const std::lock_guard<std::mutex> lock(mutex_);
    --busy_;
  }
}

bool Executor::Take(Entry* entry) {
  std::unique_lock<std::mutex> lock(mutex_);
  ready_.wait(lock, [this] { return draining_ || !queue_.empty(); });
  if (queue_.empty()) return false;
  *entry = queue_.front();
  queue_.pop_front();
  ++busy_;
  return true;
}

void Executor::Perform(const Entry& entry, db::Connection* connection) const {
  const absl::Time now = options_.clock->Now();
  const absl::Duration queued = now - entry.since;
  if (entry.task->cancelled() || now >= entry.task->deadline()) {
    entry.task->Expire(queued);
  } else {
    entry.task->Run(connection, queued);
  }
}

}  // namespace mudiriya::server
