#include "common/db/session.h"

#include <optional>
#include <utility>

#include "common/db/session_driver.h"
#include "common/db/sql_error.h"
#include "common/status/errors.h"
#include "common/status/macros.h"

namespace mudiriya::db {
namespace {

// A migration has changed the columns of a `*` since the statement was prepared.
bool IsOutdatedStatement(const absl::Status& status) {
  const std::optional<SqlError> error = SqlErrorOf(status);
  return error.has_value() && error->number == 2057;
}

}  // namespace

absl::StatusOr<std::unique_ptr<Session>> Session::Open(const DatabaseOptions& options) {
  auto driver = std::make_unique<Driver>(options);
  RETURN_IF_ERROR(driver->Open());
  return std::unique_ptr<Session>(new Session(std::move(driver)));
}

Session::Session(std::unique_ptr<Driver> driver) : driver_(std::move(driver)) {}

Session::~Session() = default;

absl::StatusOr<ResultSet> Session::Query(absl::string_view sql, Params params) {
  ResultSet result;
  const auto run = [&] {
    return driver_->statements().Get(driver_->connection(), sql).Query(params, result);
  };
  absl::Status status = driver_->Run(sql, run);
  if (IsOutdatedStatement(status)) {
    driver_->statements().Forget(sql);
    status = driver_->Run(sql, run);
  }
  RETURN_IF_ERROR(status);
  return result;
}

absl::StatusOr<int64_t> Session::Execute(absl::string_view sql, Params params) {
  int64_t affected_rows = 0;
  RETURN_IF_ERROR(driver_->Run(sql, [&] {
    return driver_->statements().Get(driver_->connection(), sql).Execute(params, affected_rows);
  }));
  return affected_rows;
}

absl::Status Session::ExecuteDirect(absl::string_view sql) { return driver_->RunDirect(sql); }

absl::Status Session::Commit() {
  absl::Status status = driver_->Strike(FaultPoint::kBeforeCommit, "COMMIT");
  if (status.ok()) status = driver_->RunDirect("COMMIT");
  if (status.ok()) status = driver_->Strike(FaultPoint::kAfterCommit, "COMMIT");
  if (status.ok() || !lost()) return status;
  return Error(Reason::COMMIT_UNKNOWN);
}

absl::Status Session::SetIsolation(Isolation isolation) { return driver_->SetIsolation(isolation); }

absl::Status Session::SetStatementLimit(absl::Duration limit) {
  return driver_->SetStatementLimit(limit);
}

bool Session::lost() const { return driver_->lost(); }

int64_t Session::connection_id() const { return driver_->connection_id(); }

bool Session::is_mariadb() const { return driver_->is_mariadb(); }

}  // namespace mudiriya::db
