#ifndef MUDIRIYA_COMMON_DB_SESSION_H_
#define MUDIRIYA_COMMON_DB_SESSION_H_

#include <cstdint>
#include <memory>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "common/db/options.h"
#include "common/db/result_set.h"
#include "common/db/value.h"

namespace mudiriya::db {

// One connection to the database with its prepared statements. Not thread-safe: one thread owns
// it. Once the connection is lost every call fails; the owner discards it and opens another
// (db::Connection does).
class Session {
 public:
  // Connects and sets strict sql_mode, UTC, utf8mb4, READ COMMITTED and the limits of `options`.
  // Returns UNAVAILABLE if the server cannot be reached, refuses the account or lacks the schema.
  static absl::StatusOr<std::unique_ptr<Session>> Open(const DatabaseOptions& options);

  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  // Runs a statement that returns rows, prepared once per session (the 128 most recent are kept).
  // Errors are those of SqlStatus(); INTERNAL if the number of params is not that of the `?`.
  absl::StatusOr<ResultSet> Query(absl::string_view sql, Params params = {});

  // Runs a statement that returns none; the number of rows that it changed (a row updated to the
  // values it had is not counted).
  absl::StatusOr<int64_t> Execute(absl::string_view sql, Params params = {});

  // Runs a statement without parameters and result unprepared: what cannot be prepared, and what
  // runs once, such as the statements of a migration.
  absl::Status ExecuteDirect(absl::string_view sql);

  // Sends COMMIT. Returns UNKNOWN (COMMIT_UNKNOWN) if the connection is lost on the way: the
  // transaction is then either wholly stored or not at all.
  absl::Status Commit();

  // The isolation of the transactions begun from now on; sends nothing if it is set already.
  enum class Isolation { kReadCommitted, kRepeatableRead };
  absl::Status SetIsolation(Isolation isolation);

  // The longest that a statement may take from now on, at most what the options allow; sends
  // nothing if it is set already. MySQL applies it to SELECT only.
  absl::Status SetStatementLimit(absl::Duration limit);

  // Whether the connection was lost, so that this object is of no more use.
  bool lost() const;

  // The server's number for the connection, as in KILL.
  int64_t connection_id() const;

  // MariaDB, or else MySQL: they differ in a few statements.
  bool is_mariadb() const;

 private:
  class Driver;  // keeps the connector's headers out of ours
  explicit Session(std::unique_ptr<Driver> driver);

  std::unique_ptr<Driver> driver_;
};

}  // namespace mudiriya::db

#endif  // MUDIRIYA_COMMON_DB_SESSION_H_
