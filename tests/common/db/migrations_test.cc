#include "common/db/migrations.h"

#include <thread>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/testing/database.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::db {
namespace {

using ::mudiriya::testing::StatusIs;
using ::mudiriya::testing::TestDatabase;
using ::testing::AllOf;
using ::testing::HasSubstr;

constexpr char kFirst[] = "CREATE TABLE a (id BIGINT); INSERT INTO a VALUES (1);";
constexpr char kSecond[] = "INSERT INTO a VALUES (2);";

class MigrationsTest : public ::testing::Test {
 protected:
  absl::Status Run(const std::vector<MigrationSet>& sets) {
    return Migrate(database_.options(), sets);
  }
  std::string Rows() { return database_.Scalar("SELECT GROUP_CONCAT(id ORDER BY id) FROM a"); }

  TestDatabase database_;
};

TEST_F(MigrationsTest, RunsEachStatementOnce) {
  ASSERT_OK(Run({{"x", {{"0001_a.sql", kFirst}}}}));
  ASSERT_OK(Run({{"x", {{"0001_a.sql", kFirst}}}}));
  EXPECT_EQ(Rows(), "1");
  ASSERT_OK(Run({{"x", {{"0001_a.sql", kFirst}, {"0002_b.sql", kSecond}}}}));
  EXPECT_EQ(Rows(), "1,2");
}

TEST_F(MigrationsTest, OrdersByVersionWithinAComponentAndByComponentsAsGiven) {
  ASSERT_OK(Run({{"z", {{"0010_b.sql", "INSERT INTO a VALUES (3)"}, {"0002_a.sql", kFirst}}},
                 {"a", {{"0001_c.sql", kSecond}}}}));
  EXPECT_EQ(Rows(), "1,2,3");
  EXPECT_EQ(database_.Scalar("SELECT COUNT(*) FROM schema_migration WHERE applied_at IS NOT NULL"),
            "3");
}

TEST_F(MigrationsTest, RefusesAFileThatWasChangedAfterItRan) {
  ASSERT_OK(Run({{"x", {{"0001_a.sql", kFirst}}}}));
  EXPECT_THAT(
      Run({{"x", {{"0001_a.sql", "CREATE TABLE a (id BIGINT); INSERT INTO a VALUES (5)"}}}}),
      StatusIs(absl::StatusCode::kFailedPrecondition, HasSubstr("x/0001_a.sql")));
  const std::string longer = std::string(kFirst) + kSecond;
  EXPECT_THAT(Run({{"x", {{"0001_a.sql", longer.c_str()}}}}),
              StatusIs(absl::StatusCode::kFailedPrecondition));
  EXPECT_EQ(Rows(), "1");
}

TEST_F(MigrationsTest, DoesNotMindAChangedComment) {
  ASSERT_OK(Run({{"x", {{"0001_a.sql", kFirst}}}}));
  const std::string commented = std::string("-- areas\n") + kFirst;
  EXPECT_OK(Run({{"x", {{"0001_a.sql", commented.c_str()}}}}));
}

TEST_F(MigrationsTest, GoesOnFromTheStatementThatFailed) {
  EXPECT_THAT(
      Run({{"x", {{"0001_a.sql", "CREATE TABLE a (id BIGINT); INSRT INTO a VALUES (1);"}}}}),
      StatusIs(absl::StatusCode::kInternal,
               AllOf(HasSubstr("x/0001_a.sql"), HasSubstr("statement 2"))));
  EXPECT_OK(Run({{"x", {{"0001_a.sql", kFirst}}}}));
  EXPECT_EQ(Rows(), "1");
}

TEST_F(MigrationsTest, RefusesAHalfRunFileWhoseFirstHalfWasChanged) {
  EXPECT_FALSE(Run({{"x", {{"0001_a.sql", "CREATE TABLE a (id BIGINT); nonsense"}}}}).ok());
  EXPECT_THAT(Run({{"x", {{"0001_a.sql", "CREATE TABLE a (id INT); SELECT 1"}}}}),
              StatusIs(absl::StatusCode::kFailedPrecondition));
}

TEST_F(MigrationsTest, RefusesNamesThatSayNoVersionOrTheSame) {
  EXPECT_THAT(Run({{"x", {{"areas.sql", ""}}}}), StatusIs(absl::StatusCode::kInvalidArgument));
  EXPECT_THAT(Run({{"x", {{"12.sql", ""}}}}), StatusIs(absl::StatusCode::kInvalidArgument));
  EXPECT_THAT(Run({{"x", {{"0001_a.sql", ""}, {"1_b.sql", ""}}}}),
              StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("twice")));
}

TEST_F(MigrationsTest, CreatesTheSchemaForArabicText) {
  DatabaseOptions options = database_.options();
  options.schema += "_new";
  const std::vector<MigrationSet> sets = {{"x", {{"0001_a.sql", "CREATE TABLE a (t VARCHAR(9))"}}}};
  ASSERT_OK(Migrate(options, sets));
  EXPECT_EQ(database_.Scalar("SELECT default_collation_name FROM information_schema.schemata "
                             "WHERE schema_name = '" +
                             options.schema + "'"),
            "utf8mb4_unicode_520_ci");
  database_.Run("DROP DATABASE " + options.schema);
}

TEST_F(MigrationsTest, ManyMigratorsAtOnceDoItOnce) {
  const std::vector<MigrationSet> sets = {{"x", {{"0001_a.sql", kFirst}, {"0002_b.sql", kSecond}}}};
  DatabaseOptions options = database_.options();
  options.schema += "_shared";
  std::vector<std::thread> threads;
  for (int i = 0; i < 6; ++i) {
    threads.emplace_back([&] { EXPECT_OK(Migrate(options, sets)); });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(database_.Scalar("SELECT GROUP_CONCAT(id ORDER BY id) FROM " + options.schema + ".a"),
            "1,2");
  database_.Run("DROP DATABASE " + options.schema);
}

TEST(MigrateTest, SaysThatTheDatabaseIsOutOfReach) {
  DatabaseOptions options;
  options.unix_socket = "/nonexistent/server.sock";
  options.schema = "x";
  EXPECT_THAT(Migrate(options, {}), StatusIs(absl::StatusCode::kUnavailable));
}

}  // namespace
}  // namespace mudiriya::db
