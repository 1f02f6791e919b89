#ifndef MUDIRIYA_COMMON_DB_SQL_ERROR_H_
#define MUDIRIYA_COMMON_DB_SQL_ERROR_H_

#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace mudiriya::db {

// What the server answered, for code that has to tell causes apart.
struct SqlError {
  int number = 0;          // MySQL's or MariaDB's error number
  std::string constraint;  // index, foreign key or check that was violated; "" if not known
  std::string detail;      // for the log: what the driver said, where that quotes no data
};

// The error for a number of the server or client library. Of the driver's text it keeps only what
// quotes no data, and that inside the process.
// Returns ALREADY_EXISTS (DUPLICATE_KEY) for 1062 and 1586; ABORTED (CONTENTION) for 1205, 1213,
// 1020; FAILED_PRECONDITION for 1451, 1452, 3819, 4025 and the like; UNAVAILABLE
// (DATABASE_UNAVAILABLE) for a connection that cannot be made or is lost; DEADLINE_EXCEEDED
// (STATEMENT_TIMEOUT) for 1969, 3024; INTERNAL for anything else, which is a mistake of ours.
absl::Status SqlStatus(int number, absl::string_view driver_text);

// What the server answered, if that is what the error comes from. It stays inside the process.
std::optional<SqlError> SqlErrorOf(const absl::Status& status);

// INTERNAL for a mistake of ours in using the database, described for the log.
absl::Status MisuseError(absl::string_view detail);

// Whether the number means that the connection can no longer be used.
bool IsConnectionLoss(int number);

// Whether the number means that the transaction may be tried again.
bool IsContention(int number);

}  // namespace mudiriya::db

#endif  // MUDIRIYA_COMMON_DB_SQL_ERROR_H_
