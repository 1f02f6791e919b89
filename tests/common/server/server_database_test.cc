// The server with a database: a private one, and one that goes away.

#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "common/client/channel.h"
#include "common/db/connection.h"
#include "common/db/local_server.h"
#include "common/server/server.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/common/server/thing_server.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::test {
namespace {

using ::mudiriya::testing::StatusIs;
using server::Server;
using server::ServerOptions;

struct Outcomes {
  std::atomic<int> good = 0;
  std::atomic<int> bad = 0;
};

const std::vector<std::pair<const char*, const char*>>& ThingSchema() {
  static const std::vector<std::pair<const char*, const char*>> files = {
      {"0001_thing.sql", "CREATE TABLE thing (number BIGINT NOT NULL PRIMARY KEY)"}};
  return files;
}

// Uses the worker's session.
absl::Status CountThings(Call& call) {
  const absl::Status status = call.db().Read([](db::Transaction& transaction) {
    return transaction.Query("SELECT COUNT(*) FROM thing", {}).status();
  });
  ++(status.ok() ? call.service<Outcomes>().good : call.service<Outcomes>().bad);
  return status;
}

class ServerDatabaseTest : public ::testing::Test {
 protected:
  ServerDatabaseTest() {
    options_.listen = "127.0.0.1:0";
    options_.data_dir =
        absl::StrCat(::testing::TempDir(), "stored-", getpid(), "-",
                     ::testing::UnitTest::GetInstance()->current_test_info()->name());
    options_.workers = 1;
  }
  ~ServerDatabaseTest() override { std::filesystem::remove_all(options_.data_dir); }

  server::Service Stored() {
    return {.name = "stored",
            .schema = "mudiriya_stored",
            .schema_files = &ThingSchema,
            .contracts = {ThingContract()},
            .setup = [outcomes = outcomes_](server::Setup& setup) -> absl::Status {
              setup.services().Add(outcomes);
              return absl::OkStatus();
            },
            .periodic_tasks = {{"count", absl::Milliseconds(1), &CountThings}}};
  }

  void WaitForMore(const std::atomic<int>& count) {
    const int before = count;
    while (count <= before) std::this_thread::yield();
  }

  ServerOptions options_;
  const std::shared_ptr<Outcomes> outcomes_ = std::make_shared<Outcomes>();
};

TEST_F(ServerDatabaseTest, StartsAPrivateDatabaseThatEndsWithIt) {
  for (int start = 0; start < 2; ++start) {
    ASSERT_OK_AND_ASSIGN(const auto server, Server::Start(options_, {Stored()}));
    WaitForMore(outcomes_->good);
    // The directory is taken for as long as the database lives, and free once the server stopped.
    ServerOptions second = options_;
    EXPECT_THAT(Server::Start(second, {Stored()}), StatusIs(absl::StatusCode::kFailedPrecondition));
  }
}

TEST_F(ServerDatabaseTest, SaysNotServingWhileTheDatabaseIsAway) {
  db::LocalServerOptions local;
  local.directory = options_.data_dir + "/elsewhere";
  local.durable = false;
  ASSERT_TRUE(std::filesystem::create_directories(local.directory));
  ASSERT_OK_AND_ASSIGN(auto database, db::LocalServer::Start(local));
  options_.database =
      absl::StrCat("unix:", database->options().unix_socket, "?user=", database->options().user);
  ASSERT_OK_AND_ASSIGN(const auto server, Server::Start(options_, {Stored()}));
  ASSERT_OK_AND_ASSIGN(const auto channel,
                       client::Connect({.address = server->address(), .tls_ca = ""}));
  EXPECT_TRUE(IsServing(*channel, ""));
  database.reset();
  WaitForMore(outcomes_->bad);
  while (IsServing(*channel, "")) std::this_thread::yield();
  EXPECT_FALSE(IsServing(*channel, "mudiriya.test.v1.ThingService"));
  EXPECT_TRUE(IsServing(*channel, "liveness"));
  ASSERT_OK_AND_ASSIGN(database, db::LocalServer::Start(local));
  WaitForMore(outcomes_->good);
  while (!IsServing(*channel, "")) std::this_thread::yield();
}

TEST_F(ServerDatabaseTest, DoesNotStartWithoutTheDatabaseItIsGiven) {
  options_.database = "unix:/nonexistent/socket";
  EXPECT_THAT(Server::Start(options_, {Stored()}), StatusIs(absl::StatusCode::kUnavailable));
  options_.database = "postgres://x";
  EXPECT_THAT(Server::Start(options_, {Stored()}), StatusIs(absl::StatusCode::kInvalidArgument));
}

}  // namespace
}  // namespace mudiriya::test
