#include <atomic>
#include <thread>
#include <vector>

#include "absl/synchronization/blocking_counter.h"
#include "absl/synchronization/notification.h"
#include "absl/time/clock.h"
#include "common/db/connection.h"
#include "common/status/macros.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/testing/database.h"
#include "tests/testing/status_matchers.h"

// Conflicts that the server itself finds, between real transactions.
namespace mudiriya::db {
namespace {

using ::mudiriya::testing::HasError;
using ::mudiriya::testing::TestDatabase;

class ContentionTest : public ::testing::Test {
 protected:
  ContentionTest() {
    database_.Run(
        "CREATE TABLE t (id BIGINT PRIMARY KEY, n BIGINT NOT NULL);"
        "INSERT INTO t VALUES (1, 0), (2, 0)");
  }

  static absl::Status Increment(Transaction& tx, int64_t id) {
    return tx.Execute("UPDATE t SET n = n + 1 WHERE id = ?", {Value(id)}).status();
  }

  TestDatabase database_;
};

TEST_F(ContentionTest, BothSidesOfADeadlockSucceed) {
  // Each takes its first row, waits for the other to have done so, then wants the other's.
  absl::BlockingCounter holding(2);
  absl::Notification both_hold;
  std::atomic<int> runs = 0;
  const auto work = [&](int64_t first, int64_t second) {
    Connection connection(database_.options());
    bool met = false;
    EXPECT_OK(connection.Write([&](Transaction& tx) -> absl::Status {
      ++runs;
      RETURN_IF_ERROR(Increment(tx, first));
      if (!met) {
        met = true;
        holding.DecrementCount();
        both_hold.WaitForNotification();
      }
      return Increment(tx, second);
    }));
  };
  std::thread one(work, 1, 2);
  std::thread two(work, 2, 1);
  holding.Wait();
  both_hold.Notify();
  one.join();
  two.join();
  EXPECT_EQ(runs, 3) << "one of them was the victim and ran again";
  EXPECT_EQ(database_.Scalar("SELECT GROUP_CONCAT(n) FROM t"), "2,2");
}

TEST_F(ContentionTest, ALockThatIsNotGivenBackEndsInContention) {
  DatabaseOptions options = database_.options();
  options.lock_limit = absl::Seconds(1);
  Connection waiting(options);
  waiting.set_deadline(absl::Now() + absl::Milliseconds(1500));
  int runs = 0;
  EXPECT_OK(database_.connection().Write([&](Transaction& holder) -> absl::Status {
    RETURN_IF_ERROR(Increment(holder, 1));
    EXPECT_THAT(waiting.Write([&](Transaction& tx) {
      ++runs;
      return Increment(tx, 1);
    }),
                ::testing::AnyOf(HasError(Reason::CONTENTION), HasError(Reason::STATEMENT_TIMEOUT),
                                 HasError(Reason::DEADLINE_EXCEEDED)));
    return absl::OkStatus();
  }));
  EXPECT_GE(runs, 1);
  EXPECT_EQ(database_.Scalar("SELECT n FROM t WHERE id = 1"), "1");
}

TEST_F(ContentionTest, NoIncrementIsLostAmongManyWriters) {
  constexpr int kThreads = 4;
  constexpr int kRounds = 25;
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i) {
    threads.emplace_back([&] {
      Connection connection(database_.options());
      for (int round = 0; round < kRounds; ++round) {
        EXPECT_OK(connection.Write([&](Transaction& tx) -> absl::Status {
          RETURN_IF_ERROR(tx.Query("SELECT n FROM t WHERE id = 1 FOR UPDATE").status());
          return Increment(tx, 1);
        }));
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(database_.Scalar("SELECT n FROM t WHERE id = 1"), "100");
}

}  // namespace
}  // namespace mudiriya::db
