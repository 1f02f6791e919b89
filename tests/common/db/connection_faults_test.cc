#include <memory>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "common/db/connection.h"
#include "common/status/macros.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/testing/database.h"
#include "tests/testing/faults.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::db {
namespace {

using ::mudiriya::testing::HasError;
using ::mudiriya::testing::ScriptedFaults;
using ::mudiriya::testing::TestDatabase;

class ConnectionFaultsTest : public ::testing::Test {
 protected:
  ConnectionFaultsTest() : connection_(Options()) {
    database_.Run("CREATE TABLE t (id BIGINT PRIMARY KEY)");
  }

  DatabaseOptions Options() {
    DatabaseOptions options = database_.options();
    options.faults = faults_;
    return options;
  }

  // Inserts two rows, counting how often the closure ran.
  absl::Status InsertTwo() {
    return connection_.Write([&](Transaction& tx) -> absl::Status {
      ++runs_;
      RETURN_IF_ERROR(tx.Execute("INSERT INTO t VALUES (1)").status());
      return tx.Execute("INSERT INTO t VALUES (2)").status();
    });
  }

  std::string Stored() { return database_.Scalar("SELECT COUNT(*) FROM t"); }

  TestDatabase database_;
  std::shared_ptr<ScriptedFaults> faults_ = std::make_shared<ScriptedFaults>();
  Connection connection_;
  int runs_ = 0;
};

TEST_F(ConnectionFaultsTest, RunsAgainAfterADeadlock) {
  faults_->FailNext("VALUES (2)", 1213);
  faults_->FailNext("VALUES (2)", 1205);
  EXPECT_OK(InsertTwo());
  EXPECT_EQ(runs_, 3);
  EXPECT_TRUE(faults_->done());
  EXPECT_EQ(Stored(), "2");
}

TEST_F(ConnectionFaultsTest, GivesUpAfterThreeTries) {
  for (int i = 0; i < 4; ++i) faults_->FailNext("VALUES (2)", 1213);
  EXPECT_THAT(InsertTwo(), HasError(Reason::CONTENTION));
  EXPECT_EQ(runs_, 3);
  EXPECT_FALSE(faults_->done());
  EXPECT_EQ(Stored(), "0");
}

TEST_F(ConnectionFaultsTest, DoesNotRunAgainWhereTheDeadlineLeavesNoTime) {
  faults_->FailNext("VALUES (2)", 1213);
  ASSERT_OK(connection_.session());
  const absl::Status status = connection_.Write([&](Transaction& tx) -> absl::Status {
    ++runs_;
    connection_.set_deadline(absl::Now());
    return tx.Execute("INSERT INTO t VALUES (2)").status();
  });
  EXPECT_THAT(status, HasError(Reason::CONTENTION));
  EXPECT_EQ(runs_, 1);
}

TEST_F(ConnectionFaultsTest, RunsAgainOnANewSessionAfterALossBeforeCommit) {
  ASSERT_OK_AND_ASSIGN(Session * session, connection_.session());
  const int64_t first = session->connection_id();
  faults_->KillNext(FaultPoint::kBeforeStatement, "VALUES (2)");
  EXPECT_OK(InsertTwo());
  EXPECT_EQ(runs_, 2);
  EXPECT_EQ(Stored(), "2");
  ASSERT_OK_AND_ASSIGN(session, connection_.session());
  EXPECT_NE(session->connection_id(), first);
}

TEST_F(ConnectionFaultsTest, ReopensASessionThatWasKilledWhileIdle) {
  ASSERT_OK_AND_ASSIGN(Session * session, connection_.session());
  ASSERT_OK(session->Query("SELECT 1"));  // has a prepared statement that dies with it
  database_.Run(absl::StrCat("KILL ", session->connection_id()));
  EXPECT_OK(InsertTwo());
  EXPECT_EQ(runs_, 1) << "the loss was found before the closure ran";
  EXPECT_EQ(Stored(), "2");
}

TEST_F(ConnectionFaultsTest, ReopensForReadsToo) {
  const auto one = [](Transaction& tx) { return tx.Query("SELECT 1"); };
  ASSERT_OK_AND_ASSIGN(Session * session, connection_.session());
  database_.Run(absl::StrCat("KILL ", session->connection_id()));
  EXPECT_OK(connection_.ReadOne(one));
  ASSERT_OK_AND_ASSIGN(session, connection_.session());
  database_.Run(absl::StrCat("KILL ", session->connection_id()));
  EXPECT_OK(connection_.Read(one));
}

TEST_F(ConnectionFaultsTest, SetsANewSessionUpAgain) {
  faults_->KillNext(FaultPoint::kBeforeStatement, "VALUES (2)");
  ASSERT_OK(InsertTwo());
  const auto zone =
      connection_.ReadOne([](Transaction& tx) { return tx.Query("SELECT @@SESSION.time_zone"); });
  ASSERT_OK(zone);
  EXPECT_EQ(zone->front().Text(0), "+00:00");
}

TEST_F(ConnectionFaultsTest, DoesNotKnowWhetherALostCommitWasStored) {
  faults_->KillNext(FaultPoint::kBeforeCommit);
  EXPECT_THAT(InsertTwo(), HasError(Reason::COMMIT_UNKNOWN));
  EXPECT_EQ(runs_, 1) << "running again could store it twice";
  EXPECT_EQ(Stored(), "0");
}

TEST_F(ConnectionFaultsTest, DoesNotKnowWhetherACommitWithoutAnswerWasStored) {
  faults_->KillNext(FaultPoint::kAfterCommit);
  EXPECT_THAT(InsertTwo(), HasError(Reason::COMMIT_UNKNOWN));
  EXPECT_EQ(runs_, 1);
  EXPECT_EQ(Stored(), "2");
  EXPECT_OK(connection_.Write([](Transaction& tx) {
    return tx.Execute("INSERT INTO t VALUES (3)").status();
  })) << "the connection works on";
}

TEST_F(ConnectionFaultsTest, RunsAgainWhenCommitItselfMeetsADeadlock) {
  ASSERT_OK(connection_.session());   // its settings speak of READ COMMITTED
  faults_->FailNext("COMMIT", 1213);  // a cluster's certification failure
  EXPECT_OK(InsertTwo());
  EXPECT_EQ(runs_, 2);
  EXPECT_EQ(Stored(), "2");
}

TEST_F(ConnectionFaultsTest, DiscardsASessionThatCannotRollBack) {
  ASSERT_OK_AND_ASSIGN(Session * session, connection_.session());
  const int64_t first = session->connection_id();
  faults_->FailNext("ROLLBACK", 1064);
  EXPECT_FALSE(connection_.Write([](Transaction&) { return absl::CancelledError(); }).ok());
  ASSERT_OK_AND_ASSIGN(session, connection_.session());
  EXPECT_NE(session->connection_id(), first);
}

}  // namespace
}  // namespace mudiriya::db
