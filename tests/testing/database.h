#ifndef MUDIRIYA_TESTS_TESTING_DATABASE_H_
#define MUDIRIYA_TESTS_TESTING_DATABASE_H_

#include <memory>
#include <string>

#include "absl/types/span.h"
#include "common/db/connection.h"
#include "common/db/local_server.h"
#include "common/db/migrations.h"
#include "common/db/options.h"

namespace mudiriya::testing {

// The private MariaDB of this test process, started at the first call from a copy of a template
// data directory and gone with the process, however that ends. Aborts the test program if it
// cannot be started: nothing after it could be trusted.
db::LocalServer& TestServer();

// How a test wants its schema.
enum class Schema {
  kFresh,    // made for it and dropped after it
  kEmptied,  // one that an earlier test of this process has left, its rows deleted; else a fresh
             // one
};

// A schema of the test's own on the private server.
//
//   TestDatabase database({{"common", CommonSchema()}, {"registry", RegistrySchema()}});
//   db::Connection connection(database.options());
class TestDatabase {
 public:
  // An empty schema.
  TestDatabase() : TestDatabase(absl::Span<const db::MigrationSet>()) {}
  // A schema to which the migrations were applied. Take kEmptied where many tests share the same
  // migrations, which take a hundred times as long as a test, and none changes its tables: only
  // counters such as AUTO_INCREMENT tell it from a fresh one.
  explicit TestDatabase(absl::Span<const db::MigrationSet> sets, Schema schema = Schema::kFresh);
  ~TestDatabase();
  TestDatabase(const TestDatabase&) = delete;
  TestDatabase& operator=(const TestDatabase&) = delete;

  // How to connect to the schema.
  const db::DatabaseOptions& options() const { return options_; }

  // A connection for the test's own statements.
  db::Connection& connection() { return connection_; }

  // Runs statements separated by semicolons; fails the test on an error.
  void Run(const std::string& script);

  // The first column of the first row as text, "" for NULL or no row; fails the test on an error.
  std::string Scalar(const std::string& sql);

 private:
  // What tells apart schemas that may be left to others; empty: this one may not.
  const std::string kind_;
  db::DatabaseOptions options_;
  db::Connection connection_;
};

}  // namespace mudiriya::testing

#endif  // MUDIRIYA_TESTS_TESTING_DATABASE_H_
