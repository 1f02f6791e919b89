#include "tests/testing/database.h"

#include <atomic>
#include <cstdio>
#include <cstdlib>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "common/db/sql_script.h"
#include "gtest/gtest.h"
#include "tests/testing/test_server_folder.h"

namespace mudiriya::testing {
namespace {

void RequireOk(const absl::Status& status) {
  if (status.ok()) return;
  std::fprintf(stderr, "test database: %s\n", status.ToString().c_str());
  std::abort();
}

// The process's server and its folder, both gone at exit.
class ServerOfProcess {
 public:
  ServerOfProcess() {
    db::LocalServerOptions options;
    options.directory = folder_.path();
    options.durable = false;
    options.log_file_mib = 8;
    auto server = db::LocalServer::Start(options);
    RequireOk(server.status());
    server_ = *std::move(server);
  }
  // Nobody reads the data again, so that a clean shutdown would be lost time.
  ~ServerOfProcess() { server_->Kill(); }

  db::LocalServer& server() { return *server_; }

 private:
  TestServerFolder folder_;
  std::unique_ptr<db::LocalServer> server_;
};

db::DatabaseOptions FreshSchema() {
  static std::atomic<int> count = 0;
  db::DatabaseOptions options = TestServer().options();
  options.schema = absl::StrCat("test_", ++count);
  return options;
}

}  // namespace

db::LocalServer& TestServer() {
  static ServerOfProcess server;
  return server.server();
}

TestDatabase::TestDatabase(absl::Span<const db::MigrationSet> sets)
    : options_(FreshSchema()), connection_(options_) {
  RequireOk(db::Migrate(options_, sets));
}

TestDatabase::~TestDatabase() {
  const auto session = db::Session::Open(TestServer().options());
  if (!session.ok()) return;  // a test may have ended the server
  (*session)->ExecuteDirect(absl::StrCat("DROP DATABASE ", options_.schema)).IgnoreError();
}

void TestDatabase::Run(const std::string& script) {
  const auto session = connection_.session();
  ASSERT_TRUE(session.ok()) << session.status();
  for (const std::string& statement : db::SplitStatements(script)) {
    const absl::Status status = (*session)->ExecuteDirect(statement);
    ASSERT_TRUE(status.ok()) << status << "\n" << statement;
  }
}

std::string TestDatabase::Scalar(const std::string& sql) {
  const auto session = connection_.session();
  const auto result = session.ok() ? (*session)->Query(sql) : session.status();
  if (!result.ok()) {
    ADD_FAILURE() << result.status() << "\n" << sql;
    return "";
  }
  if (result->empty()) return "";
  const db::Value& cell = result->front().Cell(0);
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* number = std::get_if<int64_t>(&cell)) return absl::StrCat(*number);
  if (const auto* real = std::get_if<double>(&cell)) return absl::StrCat(*real);
  return "";
}

}  // namespace mudiriya::testing
