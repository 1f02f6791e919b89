#ifndef MUDIRIYA_COMMON_DB_TRANSACTION_H_
#define MUDIRIYA_COMMON_DB_TRANSACTION_H_

#include <cstdint>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "common/db/result_set.h"
#include "common/db/session.h"
#include "common/db/value.h"

namespace mudiriya::db {

// What a closure of Connection::Write or Read works with; lives as long as one run of it.
class Transaction {
 public:
  enum class Kind { kWrite, kRead, kReadOne };

  // `session` outlives the transaction, which does not itself begin or end anything.
  Transaction(Session& session, Kind kind, absl::Time deadline)
      : session_(session), kind_(kind), deadline_(deadline) {}
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  // See Session. Returns DEADLINE_EXCEEDED without asking the database if the deadline has passed.
  // After an error that has ended the transaction (deadlock, lost connection) every further
  // statement fails with that same error.
  absl::StatusOr<ResultSet> Query(absl::string_view sql, Params params = {});
  absl::StatusOr<int64_t> Execute(absl::string_view sql, Params params = {});

  // Marks this place: RollbackToSavepoint undoes what is written from here on, and no more. The
  // last mark counts.
  absl::Status Savepoint();
  absl::Status RollbackToSavepoint();

  // Write will roll back, yet return the closure's value: a request that asks to validate only.
  void RollbackOnly() { rollback_only_ = true; }
  bool rollback_only() const { return rollback_only_; }

  // The error after which nothing of this transaction can be stored; OK so long as it can.
  const absl::Status& broken() const { return broken_; }

  absl::Time deadline() const { return deadline_; }

 private:
  // Whether a statement may be sent now.
  absl::Status Admit(absl::string_view sql);
  // Notes an error that ends the transaction, and passes it on.
  absl::Status Note(absl::Status status);

  Session& session_;
  const Kind kind_;
  const absl::Time deadline_;
  bool rollback_only_ = false;
  int statements_ = 0;
  absl::Status broken_;
};

}  // namespace mudiriya::db

#endif  // MUDIRIYA_COMMON_DB_TRANSACTION_H_
