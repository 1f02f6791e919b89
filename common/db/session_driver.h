#ifndef MUDIRIYA_COMMON_DB_SESSION_DRIVER_H_
#define MUDIRIYA_COMMON_DB_SESSION_DRIVER_H_

#include <cstdint>
#include <memory>
#include <string>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "common/db/faults.h"
#include "common/db/session.h"
#include "common/db/statement_cache.h"
#include "cppconn/connection.h"
#include "cppconn/statement.h"

namespace mudiriya::db {

// What a session keeps of the connector, and what it knows of the state of the connection.
class Session::Driver {
 public:
  explicit Driver(DatabaseOptions options) : options_(std::move(options)) {}

  // Connects and configures the connection.
  absl::Status Open();

  // Runs `body` as one statement of text `sql`: asks for faults first, notes a loss after.
  absl::Status Run(absl::string_view sql, absl::FunctionRef<absl::Status()> body);

  // Runs a statement unprepared; rows that it returns are thrown away.
  absl::Status RunDirect(absl::string_view sql);

  // Strikes with a fault if the injector wants one here.
  absl::Status Strike(FaultPoint point, absl::string_view sql);

  absl::Status SetIsolation(Isolation isolation);
  absl::Status SetStatementLimit(absl::Duration limit);

  sql::Connection& connection() { return *connection_; }
  StatementCache& statements() { return statements_; }
  bool lost() const { return lost_; }
  bool is_mariadb() const { return is_mariadb_; }
  int64_t connection_id() const { return connection_id_; }

 private:
  absl::Status Identify();
  absl::Status Configure();
  absl::Status NoteLoss(absl::Status status);

  const DatabaseOptions options_;
  std::unique_ptr<sql::Connection> connection_;
  std::unique_ptr<sql::Statement> direct_;
  StatementCache statements_;  // goes before the connection does
  bool lost_ = false;
  bool is_mariadb_ = false;
  int64_t connection_id_ = 0;
  Isolation isolation_ = Isolation::kReadCommitted;
  absl::Duration statement_limit_;
};

}  // namespace mudiriya::db

#endif  // MUDIRIYA_COMMON_DB_SESSION_DRIVER_H_
