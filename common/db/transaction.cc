#include "common/db/transaction.h"

#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/time/clock.h"
#include "common/db/sql_error.h"
#include "common/status/errors.h"
#include "common/status/macros.h"

namespace mudiriya::db {
namespace {

bool IsSelect(absl::string_view sql) {
  sql = absl::StripLeadingAsciiWhitespace(sql);
  return absl::StartsWithIgnoreCase(sql, "SELECT") || absl::StartsWithIgnoreCase(sql, "WITH") ||
         absl::StartsWith(sql, "(");
}

}  // namespace

absl::StatusOr<ResultSet> Transaction::Query(absl::string_view sql, Params params) {
  RETURN_IF_ERROR(Admit(sql));
  auto result = session_.Query(sql, params);
  RETURN_IF_ERROR(Note(result.status()));
  return result;
}

absl::StatusOr<int64_t> Transaction::Execute(absl::string_view sql, Params params) {
  if (kind_ != Kind::kWrite) return Note(MisuseError("a statement that writes, in a read"));
  RETURN_IF_ERROR(Admit(sql));
  auto result = session_.Execute(sql, params);
  RETURN_IF_ERROR(Note(result.status()));
  return result;
}

// Neither can be prepared in MySQL.
absl::Status Transaction::Savepoint() {
  RETURN_IF_ERROR(Admit("SAVEPOINT"));
  return Note(session_.ExecuteDirect("SAVEPOINT here"));
}

absl::Status Transaction::RollbackToSavepoint() {
  RETURN_IF_ERROR(Admit("ROLLBACK TO SAVEPOINT"));
  return Note(session_.ExecuteDirect("ROLLBACK TO SAVEPOINT here"));
}

absl::Status Transaction::Admit(absl::string_view sql) {
  RETURN_IF_ERROR(broken_);
  if (absl::Now() >= deadline_) return Note(Error(Reason::DEADLINE_EXCEEDED));
  if (kind_ != Kind::kReadOne) return absl::OkStatus();
  // Without a transaction of the server around it, it must be one statement that cannot write.
  if (statements_++ > 0) return Note(MisuseError("a second statement in ReadOne"));
  if (!IsSelect(sql)) return Note(MisuseError("not a SELECT in ReadOne"));
  return absl::OkStatus();
}

absl::Status Transaction::Note(absl::Status status) {
  if (status.ok() || !broken_.ok()) return status;
  const std::optional<SqlError> error = SqlErrorOf(status);
  const bool survives =
      error.has_value() && error->number != 0 && !session_.lost() && !IsContention(error->number);
  if (!survives) broken_ = status;
  return status;
}

}  // namespace mudiriya::db
