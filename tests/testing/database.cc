#include "tests/testing/database.h"

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <map>

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

// Schemas that tests have left, by their kind. A test program runs its tests one after another.
std::multimap<std::string, std::string>& LeftSchemas() {
  static std::multimap<std::string, std::string> schemas;
  return schemas;
}

std::string KindOf(absl::Span<const db::MigrationSet> sets) {
  std::string kind;
  for (const db::MigrationSet& set : sets) {
    for (const auto& [name, text] : set.files) {
      absl::StrAppend(&kind, set.component, "/", name, ":", absl::string_view(text).size(), " ");
    }
  }
  return kind;
}

// Deletes the rows of every table but those that tell which migrations ran.
absl::Status EmptyTables(const db::DatabaseOptions& options) {
  auto session = db::Session::Open(options);
  if (!session.ok()) return session.status();
  const auto tables = (*session)->Query(
      "SELECT table_name FROM information_schema.tables"
      " WHERE table_schema = ? AND table_name <> 'schema_migration'",
      {{options.schema}});
  if (!tables.ok()) return tables.status();
  absl::Status status = (*session)->ExecuteDirect("SET foreign_key_checks = 0");
  for (const db::Row table : *tables) {
    if (!status.ok()) break;
    status = (*session)->ExecuteDirect(absl::StrCat("DELETE FROM ", table.Text(0)));
  }
  return status;
}

// A schema of this kind that a test has left, emptied; "" if there is none.
std::string TakeLeftSchema(const std::string& kind, db::DatabaseOptions options) {
  auto& left = LeftSchemas();
  for (auto found = left.find(kind); found != left.end(); found = left.find(kind)) {
    options.schema = found->second;
    left.erase(found);
    if (EmptyTables(options).ok()) return options.schema;
  }
  return "";
}

// A schema of this kind that a test has left, or one with another name and no tables.
db::DatabaseOptions OwnSchema(const std::string& kind) {
  static std::atomic<int> count = 0;
  db::DatabaseOptions options = TestServer().options();
  if (!kind.empty()) options.schema = TakeLeftSchema(kind, options);
  if (options.schema.empty()) options.schema = absl::StrCat("test_", ++count);
  return options;
}

}  // namespace

db::LocalServer& TestServer() {
  static ServerOfProcess server;
  return server.server();
}

TestDatabase::TestDatabase(absl::Span<const db::MigrationSet> sets, Schema schema)
    : kind_(schema == Schema::kEmptied ? KindOf(sets) : ""),
      options_(OwnSchema(kind_)),
      connection_(options_) {
  RequireOk(db::Migrate(options_, sets));  // finds that all have run in a schema that was left
}

TestDatabase::~TestDatabase() {
  if (!kind_.empty()) {
    LeftSchemas().emplace(kind_, options_.schema);
    return;
  }
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
