#include "common/db/connection.h"

#include <memory>
#include <string>

#include "absl/time/clock.h"
#include "common/status/errors.h"
#include "common/status/macros.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/testing/database.h"
#include "tests/testing/faults.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::db {
namespace {

using ::mudiriya::testing::HasError;
using ::mudiriya::testing::IsOkAndHolds;
using ::mudiriya::testing::ScriptedFaults;
using ::mudiriya::testing::TestDatabase;

class ConnectionTest : public ::testing::Test {
 protected:
  ConnectionTest() : connection_(database_.options()) {
    database_.Run("CREATE TABLE t (id BIGINT PRIMARY KEY); INSERT INTO t VALUES (1)");
  }

  static absl::Status Insert(Transaction& tx, int64_t id) {
    return tx.Execute("INSERT INTO t VALUES (?)", {Value(id)}).status();
  }

  static absl::StatusOr<int64_t> Count(Transaction& tx) {
    ASSIGN_OR_RETURN(const ResultSet result, tx.Query("SELECT COUNT(*) FROM t"));
    return result.front().Int64(0);
  }

  std::string Stored() { return database_.Scalar("SELECT COUNT(*) FROM t"); }

  TestDatabase database_;
  Connection connection_;
};

TEST_F(ConnectionTest, WriteCommitsAndReturnsTheValue) {
  const auto result = connection_.Write([](Transaction& tx) -> absl::StatusOr<std::string> {
    RETURN_IF_ERROR(Insert(tx, 2));
    return std::string("stored");
  });
  EXPECT_THAT(result, IsOkAndHolds("stored"));
  EXPECT_EQ(Stored(), "2");
}

TEST_F(ConnectionTest, TakesClosuresOfStatusAndOfValuesThatOnlyMove) {
  EXPECT_OK(connection_.Write([](Transaction& tx) { return Insert(tx, 2); }));
  const auto result =
      connection_.Read([](Transaction& tx) -> absl::StatusOr<std::unique_ptr<int64_t>> {
        ASSIGN_OR_RETURN(const int64_t count, Count(tx));
        return std::make_unique<int64_t>(count);
      });
  ASSERT_OK(result);
  EXPECT_EQ(**result, 2);
}

TEST_F(ConnectionTest, WriteRollsBackOnAnErrorOfTheClosure) {
  const absl::Status status = connection_.Write([](Transaction& tx) -> absl::Status {
    RETURN_IF_ERROR(Insert(tx, 2));
    return NotFound("directorates/homs");
  });
  EXPECT_THAT(status, HasError(Reason::NOT_FOUND));
  EXPECT_EQ(Stored(), "1");
}

TEST_F(ConnectionTest, RollbackOnlyReturnsTheValueAndStoresNothing) {
  const auto result = connection_.Write([](Transaction& tx) -> absl::StatusOr<int64_t> {
    RETURN_IF_ERROR(Insert(tx, 2));
    tx.RollbackOnly();
    return Count(tx);
  });
  EXPECT_THAT(result, IsOkAndHolds(2));
  EXPECT_EQ(Stored(), "1");
}

TEST_F(ConnectionTest, ReadSeesOneSnapshot) {
  const absl::Status status = connection_.Read([&](Transaction& tx) -> absl::Status {
    ASSIGN_OR_RETURN(const int64_t before, Count(tx));
    database_.Run("INSERT INTO t VALUES (99)");
    ASSIGN_OR_RETURN(const int64_t after, Count(tx));
    EXPECT_EQ(before, after);
    return absl::OkStatus();
  });
  EXPECT_OK(status);
  EXPECT_THAT(connection_.Read(Count), IsOkAndHolds(2));
}

TEST_F(ConnectionTest, WriteSeesWhatOthersHaveCommitted) {
  ASSERT_OK(connection_.Read(Count));  // leaves the session at the isolation of reads
  const absl::Status status = connection_.Write([&](Transaction& tx) -> absl::Status {
    ASSIGN_OR_RETURN(const int64_t before, Count(tx));
    database_.Run("INSERT INTO t VALUES (99)");
    ASSIGN_OR_RETURN(const int64_t after, Count(tx));
    EXPECT_EQ(before + 1, after);
    return absl::OkStatus();
  });
  EXPECT_OK(status);
}

TEST_F(ConnectionTest, ReadRefusesToWrite) {
  EXPECT_THAT(connection_.Read([](Transaction& tx) { return Insert(tx, 2); }),
              HasError(Reason::INTERNAL));
  const auto hidden =
      connection_.Read([](Transaction& tx) { return tx.Query("INSERT INTO t VALUES (3)"); });
  EXPECT_THAT(hidden, HasError(Reason::INTERNAL));
  EXPECT_EQ(Stored(), "1");
}

TEST_F(ConnectionTest, ReadOneIsASingleSelect) {
  EXPECT_THAT(connection_.ReadOne(Count), IsOkAndHolds(1));
  const auto twice = connection_.ReadOne([](Transaction& tx) -> absl::StatusOr<int64_t> {
    RETURN_IF_ERROR(Count(tx).status());
    return Count(tx);
  });
  EXPECT_THAT(twice, HasError(Reason::INTERNAL));
  const auto hidden =
      connection_.ReadOne([](Transaction& tx) { return tx.Query("INSERT INTO t VALUES (3)"); });
  EXPECT_THAT(hidden, HasError(Reason::INTERNAL));
  EXPECT_EQ(Stored(), "1");
}

TEST_F(ConnectionTest, ReadOneSendsTheSelectAndNothingElse) {
  auto faults = std::make_shared<ScriptedFaults>();
  DatabaseOptions options = database_.options();
  options.faults = faults;
  Connection counted(options);
  ASSERT_OK(counted.ReadOne(Count));
  const int before = faults->statements();
  ASSERT_OK(counted.ReadOne(Count));
  EXPECT_EQ(faults->statements() - before, 1);
}

TEST_F(ConnectionTest, AnOverlookedErrorThatEndedTheTransactionIsNotForgotten) {
  auto faults = std::make_shared<ScriptedFaults>();
  for (int i = 0; i < 3; ++i) faults->FailNext("INSERT", 1213);
  DatabaseOptions options = database_.options();
  options.faults = faults;
  Connection careless(options);
  const absl::Status status = careless.Write([](Transaction& tx) {
    Insert(tx, 2).IgnoreError();
    return absl::OkStatus();
  });
  EXPECT_THAT(status, HasError(Reason::CONTENTION));
  EXPECT_EQ(Stored(), "1");
}

TEST_F(ConnectionTest, AnErrorOfOneStatementLeavesTheTransactionUsable) {
  const auto result = connection_.Write([](Transaction& tx) -> absl::StatusOr<int64_t> {
    EXPECT_THAT(Insert(tx, 1), HasError(Reason::DUPLICATE_KEY));
    RETURN_IF_ERROR(Insert(tx, 2));
    return Count(tx);
  });
  EXPECT_THAT(result, IsOkAndHolds(2));
  EXPECT_EQ(Stored(), "2");
}

TEST_F(ConnectionTest, ASavepointIsWhereARollbackEnds) {
  const auto result = connection_.Write([](Transaction& tx) -> absl::StatusOr<int64_t> {
    RETURN_IF_ERROR(Insert(tx, 2));
    RETURN_IF_ERROR(tx.Savepoint());
    RETURN_IF_ERROR(Insert(tx, 3));
    EXPECT_THAT(Insert(tx, 3), HasError(Reason::DUPLICATE_KEY));
    RETURN_IF_ERROR(tx.RollbackToSavepoint());
    RETURN_IF_ERROR(Insert(tx, 4));
    return Count(tx);
  });
  EXPECT_THAT(result, IsOkAndHolds(3));
  EXPECT_EQ(database_.Scalar("SELECT GROUP_CONCAT(id ORDER BY id) FROM t"), "1,2,4");
}

TEST_F(ConnectionTest, ALateDeadlineDoesNotTouchTheDatabase) {
  auto faults = std::make_shared<ScriptedFaults>();
  DatabaseOptions options = database_.options();
  options.faults = faults;
  Connection late(options);
  late.set_deadline(absl::Now() - absl::Milliseconds(1));
  EXPECT_THAT(late.Write([](Transaction& tx) { return Insert(tx, 2); }),
              HasError(Reason::DEADLINE_EXCEEDED));
  EXPECT_EQ(faults->statements(), 0);
  late.set_deadline(absl::InfiniteFuture());
  EXPECT_OK(late.Write([](Transaction& tx) { return Insert(tx, 2); }));
}

TEST_F(ConnectionTest, TheDeadlineLimitsTheStatement) {
  connection_.set_deadline(absl::Now() + absl::Milliseconds(500));
  const auto result = connection_.ReadOne(
      [](Transaction& tx) { return tx.Query("SELECT SLEEP(60) FROM t UNION SELECT 1"); });
  EXPECT_THAT(result, HasError(Reason::STATEMENT_TIMEOUT));
}

}  // namespace
}  // namespace mudiriya::db
