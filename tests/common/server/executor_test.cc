#include "common/server/executor.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/testing/fake_clock.h"

namespace mudiriya::server {
namespace {

using ::mudiriya::testing::FakeClock;
using ::testing::ElementsAre;
using Submitted = Executor::Submitted;

// What the tests see of a task.
struct Log {
  void Note(int number, bool ran, absl::Duration queued) {
    const std::lock_guard<std::mutex> lock(mutex);
    (ran ? this->ran : expired).push_back(number);
    waited.push_back(queued);
  }

  std::mutex mutex;
  std::vector<int> ran;
  std::vector<int> expired;
  std::vector<absl::Duration> waited;
};

class NumberedTask final : public Task {
 public:
  NumberedTask(Log& log, int number, absl::Time deadline = absl::InfiniteFuture())
      : log_(log), number_(number), deadline_(deadline) {}

  absl::Time deadline() const override { return deadline_; }
  bool cancelled() const override { return cancelled_; }
  void Run(db::Connection*, absl::Duration queued) override { log_.Note(number_, true, queued); }
  void Expire(absl::Duration queued) override { log_.Note(number_, false, queued); }
  void Cancel() { cancelled_ = true; }

 private:
  Log& log_;
  const int number_;
  const absl::Time deadline_;
  std::atomic<bool> cancelled_ = false;
};

// Holds a worker until it is opened.
class Gate final : public Task {
 public:
  absl::Time deadline() const override { return absl::InfiniteFuture(); }
  bool cancelled() const override { return false; }
  void Expire(absl::Duration) override {}

  void Run(db::Connection*, absl::Duration) override {
    std::unique_lock<std::mutex> lock(mutex_);
    entered_ = true;
    changed_.notify_all();
    changed_.wait(lock, [this] { return open_; });
  }

  void WaitUntilEntered() {
    std::unique_lock<std::mutex> lock(mutex_);
    changed_.wait(lock, [this] { return entered_; });
  }

  void Open() {
    const std::lock_guard<std::mutex> lock(mutex_);
    open_ = true;
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool entered_ = false;
  bool open_ = false;
};

TEST(ExecutorTest, OneWorkerTakesTasksInTheirOrder) {
  Log log;
  std::vector<std::unique_ptr<NumberedTask>> tasks;
  Executor executor({.workers = 1});
  for (int i = 0; i < 100; ++i) {
    tasks.push_back(std::make_unique<NumberedTask>(log, i));
    ASSERT_EQ(executor.Submit(tasks.back().get()), Submitted::kAccepted);
  }
  executor.Start();
  executor.Drain();
  ASSERT_EQ(log.ran.size(), 100u);
  EXPECT_TRUE(std::is_sorted(log.ran.begin(), log.ran.end()));
}

TEST(ExecutorTest, RefusesMoreThanItsQueueHolds) {
  Log log;
  NumberedTask first(log, 1), second(log, 2), third(log, 3);
  Executor executor({.workers = 1, .capacity = 2});
  EXPECT_EQ(executor.Submit(&first), Submitted::kAccepted);
  EXPECT_EQ(executor.Submit(&second), Submitted::kAccepted);
  EXPECT_EQ(executor.Submit(&third), Submitted::kFull);
  EXPECT_EQ(executor.queue_length(), 2u);
  executor.Start();
  executor.Drain();
  EXPECT_THAT(log.ran, ElementsAre(1, 2));
}

TEST(ExecutorTest, DropsWhatIsLateOrCancelledWithoutRunningIt) {
  FakeClock clock;
  Log log;
  NumberedTask late(log, 1, clock.Now() + absl::Seconds(1)), cancelled(log, 2), good(log, 3);
  Executor executor({.workers = 1, .clock = &clock});
  executor.Submit(&late);
  executor.Submit(&cancelled);
  executor.Submit(&good);
  clock.Advance(absl::Seconds(1));
  cancelled.Cancel();
  executor.Start();
  executor.Drain();
  EXPECT_THAT(log.expired, ElementsAre(1, 2));
  EXPECT_THAT(log.ran, ElementsAre(3));
}

TEST(ExecutorTest, TellsHowLongATaskWaited) {
  FakeClock clock;
  Log log;
  NumberedTask task(log, 1);
  Executor executor({.workers = 1, .clock = &clock});
  executor.Submit(&task);
  clock.Advance(absl::Milliseconds(250));
  executor.Start();
  executor.Drain();
  EXPECT_THAT(log.waited, ElementsAre(absl::Milliseconds(250)));
}

TEST(ExecutorTest, AHeldWorkerDoesNotHoldTheOthers) {
  Log log;
  Gate gate;
  NumberedTask task(log, 1);
  Executor executor({.workers = 2});
  executor.Start();
  executor.Submit(&gate);
  gate.WaitUntilEntered();
  EXPECT_GE(executor.busy_workers(), 1u);
  executor.Submit(&task);
  while (executor.queue_length() > 0) std::this_thread::yield();
  gate.Open();
  executor.Drain();
  EXPECT_THAT(log.ran, ElementsAre(1));
}

TEST(ExecutorTest, DrainingFinishesWhatWasAcceptedAndTakesNothingMore) {
  Log log;
  Gate gate;
  NumberedTask accepted(log, 1), refused(log, 2);
  Executor executor({.workers = 1});
  executor.Start();
  executor.Submit(&gate);
  gate.WaitUntilEntered();
  executor.Submit(&accepted);
  std::thread drain([&] { executor.Drain(); });
  while (executor.Submit(&refused) == Submitted::kAccepted) std::this_thread::yield();
  gate.Open();
  drain.join();
  EXPECT_THAT(log.ran, ::testing::Contains(1));
  EXPECT_EQ(executor.Submit(&refused), Submitted::kDraining);
}

TEST(ExecutorTest, ATaskThatNoWorkerWasStartedForExpires) {
  Log log;
  NumberedTask task(log, 1);
  {
    Executor executor({.workers = 1});
    executor.Submit(&task);
  }
  EXPECT_THAT(log.expired, ElementsAre(1));
}

TEST(ExecutorTest, EachWorkerMakesItsConnectionOnItsOwnThread) {
  std::mutex mutex;
  std::vector<std::thread::id> threads;
  Executor executor({.workers = 3, .connect = [&] {
                       const std::lock_guard<std::mutex> lock(mutex);
                       threads.push_back(std::this_thread::get_id());
                       return std::shared_ptr<db::Connection>();
                     }});
  executor.Start();
  executor.Drain();
  std::sort(threads.begin(), threads.end());
  EXPECT_EQ(std::unique(threads.begin(), threads.end()) - threads.begin(), 3);
}

// For ThreadSanitizer: many threads hand in work while the executor drains.
TEST(ExecutorTest, EveryAcceptedTaskEndsOnceUnderContention) {
  constexpr int kThreads = 4;
  constexpr int kTasks = 500;
  Log log;
  std::vector<std::unique_ptr<NumberedTask>> tasks;
  for (int i = 0; i < kThreads * kTasks; ++i)
    tasks.push_back(std::make_unique<NumberedTask>(log, i));
  std::atomic<size_t> accepted = 0;
  Executor executor({.workers = 4, .capacity = 64});
  executor.Start();
  std::vector<std::thread> threads;
  for (int t = 0; t < kThreads; ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; i < kTasks; ++i) {
        accepted += executor.Submit(tasks[t * kTasks + i].get()) == Submitted::kAccepted ? 1 : 0;
      }
    });
  }
  threads.emplace_back([&] { executor.Drain(); });
  for (std::thread& thread : threads) thread.join();
  std::sort(log.ran.begin(), log.ran.end());
  EXPECT_EQ(log.ran.size(), accepted);
  EXPECT_EQ(std::unique(log.ran.begin(), log.ran.end()), log.ran.end());
}

}  // namespace
}  // namespace mudiriya::server
