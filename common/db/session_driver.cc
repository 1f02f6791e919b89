#include "common/db/session_driver.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "common/db/driver.h"
#include "common/db/sql_error.h"
#include "common/status/macros.h"

namespace mudiriya::db {
namespace {

// Strict, and the same on MariaDB and MySQL whatever the server's own default is.
constexpr absl::string_view kSettings =
    "SET SESSION sql_mode = 'STRICT_ALL_TABLES,ONLY_FULL_GROUP_BY,NO_ZERO_DATE,NO_ZERO_IN_DATE,"
    "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION', time_zone = '+00:00', autocommit = 1, "
    "innodb_lock_wait_timeout = ";

constexpr absl::string_view IsolationName(Session::Isolation isolation) {
  return isolation == Session::Isolation::kReadCommitted ? "READ COMMITTED" : "REPEATABLE READ";
}

}  // namespace

absl::Status Session::Driver::Open() {
  RETURN_IF_ERROR(Guard([&] {
    connection_ = Connect(options_);
    direct_.reset(connection_->createStatement());
    return absl::OkStatus();
  }));
  RETURN_IF_ERROR(Identify());
  return Configure();
}

absl::Status Session::Driver::Identify() {
  return Run("SELECT VERSION()", [&] {
    ResultSet result;
    Statement statement(*connection_, "SELECT VERSION(), CONNECTION_ID()");
    RETURN_IF_ERROR(statement.Query({}, result));
    is_mariadb_ = absl::StrContains(result.front().Text(0), "MariaDB");
    connection_id_ = result.front().Int64(1);
    return absl::OkStatus();
  });
}

absl::Status Session::Driver::Configure() {
  const int64_t lock_seconds = std::max<int64_t>(1, absl::ToInt64Seconds(options_.lock_limit));
  RETURN_IF_ERROR(RunDirect(absl::StrCat(kSettings, lock_seconds)));
  RETURN_IF_ERROR(RunDirect("SET NAMES utf8mb4 COLLATE utf8mb4_unicode_520_ci"));
  RETURN_IF_ERROR(RunDirect("SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED"));
  return SetStatementLimit(options_.statement_limit);
}

absl::Status Session::Driver::SetIsolation(Isolation isolation) {
  if (isolation == isolation_) return absl::OkStatus();
  RETURN_IF_ERROR(RunDirect(
      absl::StrCat("SET SESSION TRANSACTION ISOLATION LEVEL ", IsolationName(isolation))));
  isolation_ = isolation;
  return absl::OkStatus();
}

absl::Status Session::Driver::SetStatementLimit(absl::Duration limit) {
  limit = std::min(limit, options_.statement_limit);
  if (limit == statement_limit_) return absl::OkStatus();
  RETURN_IF_ERROR(RunDirect(
      is_mariadb_
          ? absl::StrCat("SET SESSION max_statement_time = ", absl::ToDoubleSeconds(limit))
          : absl::StrCat("SET SESSION max_execution_time = ", absl::ToInt64Milliseconds(limit))));
  statement_limit_ = limit;
  return absl::OkStatus();
}

absl::Status Session::Driver::Run(absl::string_view sql, absl::FunctionRef<absl::Status()> body) {
  if (lost_) return SqlStatus(2006, "the session was lost before");
  RETURN_IF_ERROR(Strike(FaultPoint::kBeforeStatement, sql));
  return NoteLoss(Guard(body));
}

absl::Status Session::Driver::RunDirect(absl::string_view sql) {
  return Run(sql, [&] {
    if (direct_->execute(std::string(sql))) {
      const std::unique_ptr<sql::ResultSet> rows(direct_->getResultSet());
      while (rows->next()) {
      }
    }
    return absl::OkStatus();
  });
}

absl::Status Session::Driver::Strike(FaultPoint point, absl::string_view sql) {
  if (options_.faults == nullptr) return absl::OkStatus();
  const std::optional<Fault> fault = options_.faults->At(point, sql);
  if (!fault.has_value()) return absl::OkStatus();
  if (!fault->kill_connection) return NoteLoss(SqlStatus(fault->sql_errno, "injected"));
  // Leaving without a word is what a cut cable looks like to the server.
  return Guard([&] {
    connection_->close();
    return NoteLoss(SqlStatus(2013, "injected"));
  });
}

absl::Status Session::Driver::NoteLoss(absl::Status status) {
  const std::optional<SqlError> error = SqlErrorOf(status);
  if (error.has_value() && IsConnectionLoss(error->number)) lost_ = true;
  return status;
}

}  // namespace mudiriya::db
