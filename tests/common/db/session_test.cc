#include "common/db/session.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "common/db/sql_error.h"
#include "common/db/statement_cache.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/testing/database.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::db {
namespace {

using ::mudiriya::testing::HasError;
using ::mudiriya::testing::IsOkAndHolds;
using ::mudiriya::testing::TestDatabase;
using ::testing::HasSubstr;
using ::testing::StartsWith;

class SessionTest : public ::testing::Test {
 protected:
  void SetUp() override {
    database_.Run(
        "CREATE TABLE area (id BIGINT PRIMARY KEY, code VARCHAR(5), beds BIGINT,"
        " UNIQUE KEY uq_code (code), CONSTRAINT ck_beds CHECK (beds >= 0))");
    ASSERT_OK_AND_ASSIGN(session_, Session::Open(database_.options()));
  }

  std::string Setting(const std::string& name) {
    const auto result = session_->Query("SELECT CAST(@@SESSION." + name + " AS CHAR)");
    EXPECT_OK(result);
    return result.ok() ? result->front().Text(0) : "";
  }

  TestDatabase database_;
  std::unique_ptr<Session> session_;
};

TEST_F(SessionTest, SetsTheConnectionUp) {
  EXPECT_THAT(Setting("sql_mode"), StartsWith("ONLY_FULL_GROUP_BY,STRICT_ALL_TABLES"));
  EXPECT_EQ(Setting("time_zone"), "+00:00");
  EXPECT_EQ(Setting("character_set_client"), "utf8mb4");
  EXPECT_EQ(Setting("character_set_results"), "utf8mb4");
  EXPECT_EQ(Setting("collation_connection"), "utf8mb4_unicode_520_ci");
  EXPECT_EQ(Setting("tx_isolation"), "READ-COMMITTED");
  EXPECT_EQ(Setting("innodb_lock_wait_timeout"), "5");
  EXPECT_THAT(Setting("max_statement_time"), StartsWith("10"));
  EXPECT_TRUE(session_->is_mariadb());
}

TEST_F(SessionTest, CountsTheRowsThatItChanges) {
  EXPECT_THAT(session_->Execute("INSERT INTO area VALUES (1, 'a', 5), (2, 'b', 6)"),
              IsOkAndHolds(2));
  EXPECT_THAT(session_->Execute("UPDATE area SET beds = ?", {Value(6)}), IsOkAndHolds(1));
  EXPECT_THAT(session_->Execute("DELETE FROM area WHERE id = ?", {Value(9)}), IsOkAndHolds(0));
}

TEST_F(SessionTest, TellsWhichConstraintWasViolated) {
  ASSERT_OK(session_->Execute("INSERT INTO area VALUES (1, 'a', 5)"));
  const auto twice = session_->Execute("INSERT INTO area VALUES (2, 'a', 5)");
  EXPECT_THAT(twice, HasError(Reason::DUPLICATE_KEY));
  EXPECT_EQ(SqlErrorOf(twice.status())->constraint, "uq_code");
  const auto negative = session_->Execute("INSERT INTO area VALUES (2, 'b', -5)");
  EXPECT_THAT(negative, HasError(Reason::CHECK_FAILED));
  EXPECT_EQ(SqlErrorOf(negative.status())->constraint, "ck_beds");
}

TEST_F(SessionTest, IsStrictAboutValues) {
  EXPECT_THAT(session_->Execute("INSERT INTO area VALUES (1, 'too long', 5)"),
              HasError(Reason::CHECK_FAILED));
  EXPECT_THAT(session_->Query("SELECT code, COUNT(*) FROM area"), HasError(Reason::INTERNAL));
}

TEST_F(SessionTest, WorksOnAfterEveryKindOfMistake) {
  EXPECT_THAT(session_->Query("SELEC 1"), HasError(Reason::INTERNAL));
  EXPECT_THAT(session_->Query("SELECT ?", {}), HasError(Reason::INTERNAL));
  EXPECT_THAT(session_->Query("SELECT 1", {Value(1)}), HasError(Reason::INTERNAL));
  EXPECT_THAT(session_->Execute("SELECT id FROM area UNION SELECT 1"), HasError(Reason::INTERNAL));
  EXPECT_THAT(session_->Query("UPDATE area SET beds = 1"), HasError(Reason::INTERNAL));
  EXPECT_OK(session_->ExecuteDirect("SELECT 1 UNION SELECT 2"));
  EXPECT_FALSE(session_->lost());
  const auto result = session_->Query("SELECT 7");
  ASSERT_OK(result);
  EXPECT_EQ(result->front().Int64(0), 7);
}

TEST_F(SessionTest, KeepsMostRecentStatementsOnly) {
  const auto prepared = [&] {
    const auto result = session_->Query("SHOW SESSION STATUS LIKE 'Com_stmt_prepare'");
    EXPECT_OK(result);
    return std::stoi(result->front().Text(1));
  };
  ASSERT_OK(session_->Query("SELECT 'first'"));
  const int before = prepared();
  ASSERT_OK(session_->Query("SELECT 'first'"));
  EXPECT_EQ(prepared(), before) << "a kept statement was prepared again";
  for (size_t i = 0; i < StatementCache::kCapacity; ++i) {
    ASSERT_OK(session_->Query(absl::StrCat("SELECT ", i)));
  }
  const int filled = prepared();
  ASSERT_OK(session_->Query("SELECT 'first'"));
  EXPECT_GT(prepared(), filled) << "the oldest statement was kept beyond the capacity";
}

TEST_F(SessionTest, SurvivesATableThatChangesUnderAStatement) {
  ASSERT_OK(session_->Execute("INSERT INTO area VALUES (1, 'a', 5)"));
  ASSERT_OK(session_->Query("SELECT * FROM area"));
  database_.Run("ALTER TABLE area ADD COLUMN name VARCHAR(20) NOT NULL DEFAULT 'حمص' AFTER id");
  const auto result = session_->Query("SELECT * FROM area");
  ASSERT_OK(result);
  EXPECT_EQ(result->front().Text("name"), "حمص");
  EXPECT_EQ(result->front().Int64("beds"), 5);
}

TEST_F(SessionTest, EndsAStatementAtItsLimit) {
  ASSERT_OK(session_->SetStatementLimit(absl::Milliseconds(50)));
  const absl::Time start = absl::Now();
  EXPECT_THAT(session_->Query("SELECT SLEEP(20) FROM area UNION SELECT SLEEP(20)"),
              HasError(Reason::STATEMENT_TIMEOUT));
  EXPECT_LT(absl::Now() - start, absl::Seconds(10));
  EXPECT_FALSE(session_->lost());
}

TEST_F(SessionTest, NeverAllowsMoreThanTheOptions) {
  ASSERT_OK(session_->SetStatementLimit(absl::InfiniteDuration()));
  EXPECT_THAT(Setting("max_statement_time"), StartsWith("10"));
}

TEST_F(SessionTest, IsLostOnceItsConnectionIsKilled) {
  database_.Run(absl::StrCat("KILL ", session_->connection_id()));
  EXPECT_THAT(session_->Query("SELECT 1"), HasError(Reason::DATABASE_UNAVAILABLE));
  EXPECT_TRUE(session_->lost());
  EXPECT_THAT(session_->ExecuteDirect("SELECT 1"), HasError(Reason::DATABASE_UNAVAILABLE));
}

TEST(SessionOpenTest, SaysThatTheDatabaseIsOutOfReach) {
  DatabaseOptions options;
  options.unix_socket = "/nonexistent/server.sock";
  EXPECT_THAT(Session::Open(options), HasError(Reason::DATABASE_UNAVAILABLE));
}

TEST(SessionOpenTest, RefusesAWrongAccountOrSchema) {
  TestDatabase database;
  DatabaseOptions options = database.options();
  options.schema = "no_such_schema";
  EXPECT_THAT(Session::Open(options), HasError(Reason::DATABASE_UNAVAILABLE));
  options = database.options();
  options.user = "nobody_here";
  options.password = "wrong";
  EXPECT_THAT(Session::Open(options), HasError(Reason::DATABASE_UNAVAILABLE));
}

}  // namespace
}  // namespace mudiriya::db
