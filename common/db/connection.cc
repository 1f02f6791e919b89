#include "common/db/connection.h"

#include <algorithm>
#include <cmath>

#include "absl/time/clock.h"
#include "common/db/sql_error.h"
#include "common/status/errors.h"
#include "common/status/macros.h"

namespace mudiriya::db {
namespace {

constexpr int kAttempts = 3;
constexpr absl::Duration kFirstWait = absl::Milliseconds(4);

// The limit for the statements of a transaction that ends at `deadline`: the time left, rounded up
// to a power of two seconds so that it seldom has to be sent.
absl::Duration StatementLimit(absl::Time deadline) {
  const double left = absl::ToDoubleSeconds(deadline - absl::Now());
  if (!std::isfinite(left) || left > 3600) return absl::InfiniteDuration();
  return absl::Seconds(std::exp2(std::ceil(std::log2(std::max(left, 1.0)))));
}

absl::Status Begin(Session& session, Transaction::Kind kind, absl::Time deadline) {
  RETURN_IF_ERROR(session.SetStatementLimit(StatementLimit(deadline)));
  switch (kind) {
    case Transaction::Kind::kWrite:
      RETURN_IF_ERROR(session.SetIsolation(Session::Isolation::kReadCommitted));
      return session.ExecuteDirect("START TRANSACTION");
    case Transaction::Kind::kRead:
      // Under READ COMMITTED each statement would see a snapshot of its own.
      RETURN_IF_ERROR(session.SetIsolation(Session::Isolation::kRepeatableRead));
      return session.ExecuteDirect("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
    case Transaction::Kind::kReadOne:
      break;
  }
  return absl::OkStatus();
}

// Whether the same closure may succeed where this error ended it.
bool MayRunAgain(const absl::Status& status) {
  if (HasReason(status, Reason::COMMIT_UNKNOWN)) return false;
  const std::optional<SqlError> error = SqlErrorOf(status);
  return error.has_value() && (IsContention(error->number) || IsConnectionLoss(error->number));
}

}  // namespace

absl::StatusOr<Session*> Connection::session() {
  if (session_ == nullptr || session_->lost()) {
    session_.reset();
    ASSIGN_OR_RETURN(session_, Session::Open(options_));
  }
  return session_.get();
}

absl::Status Connection::RunBody(Transaction::Kind kind, Body body) {
  for (int attempt = 1;; ++attempt) {
    if (absl::Now() >= deadline_) return Error(Reason::DEADLINE_EXCEEDED);
    bool again = false;
    absl::Status status = Attempt(kind, body, again);
    if (!again || attempt == kAttempts || !WaitBeforeRetry(attempt)) return status;
  }
}

absl::Status Connection::Attempt(Transaction::Kind kind, Body body, bool& again) {
  // Not repeated: a server that refuses connections would be asked by all workers at once.
  ASSIGN_OR_RETURN(Session * session, this->session());
  absl::Status status = Begin(*session, kind, deadline_);
  if (status.ok()) {
    Transaction transaction(*session, kind, deadline_);
    status = body(transaction);
    // A closure that overlooked such an error has stored nothing, whatever it says.
    if (!transaction.broken().ok()) status = transaction.broken();
    status = Finish(*session, kind, transaction.rollback_only(), std::move(status));
  }
  again = MayRunAgain(status);
  return status;
}

absl::Status Connection::Finish(Session& session, Transaction::Kind kind, bool rollback_only,
                                absl::Status status) {
  if (kind == Transaction::Kind::kReadOne) return status;
  if (kind == Transaction::Kind::kWrite && status.ok() && !rollback_only) {
    status = session.Commit();
    if (status.ok()) return status;
  }
  // A session that cannot even roll back is discarded: the server then rolls back.
  if (!session.lost() && !session.ExecuteDirect("ROLLBACK").ok()) session_.reset();
  return status;
}

bool Connection::WaitBeforeRetry(int attempt) {
  // Random, so that two that met do not meet again.
  const double factor = absl::Uniform(random_, 0.5, 1.5) * std::exp2(attempt - 1);
  const absl::Duration wait = kFirstWait * factor;
  if (absl::Now() + wait >= deadline_) return false;
  absl::SleepFor(wait);
  return true;
}

}  // namespace mudiriya::db
