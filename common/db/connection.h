#ifndef MUDIRIYA_COMMON_DB_CONNECTION_H_
#define MUDIRIYA_COMMON_DB_CONNECTION_H_

#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

#include "absl/functional/function_ref.h"
#include "absl/random/random.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "common/db/options.h"
#include "common/db/session.h"
#include "common/db/transaction.h"

namespace mudiriya::db {

// A worker's way to the database: a session that is opened when first needed and again after a
// loss, and transactions as closures. Not thread-safe: one worker owns it.
//
//   ASSIGN_OR_RETURN(int64_t beds, connection.Read([&](db::Transaction& tx)
//       -> absl::StatusOr<int64_t> { … }));
//
// A closure returns absl::Status or absl::StatusOr<T>. An error of its own rolls back and is
// returned as it is. It may run again, so it must do nothing but work with its transaction and
// replace what it captured.
class Connection {
 public:
  explicit Connection(DatabaseOptions options) : options_(std::move(options)) {}

  // No statement starts after it. Stays until set again; absl::InfiniteFuture() for none.
  void set_deadline(absl::Time deadline) { deadline_ = deadline; }
  absl::Time deadline() const { return deadline_; }

  // Runs the closure in a transaction and commits. On deadlock, lock wait timeout or a connection
  // lost before COMMIT it runs again, three times in all, after a short random wait, within the
  // deadline. Returns ABORTED (CONTENTION) or UNAVAILABLE (DATABASE_UNAVAILABLE) when those run
  // out, UNKNOWN (COMMIT_UNKNOWN) if the connection is lost during COMMIT, DEADLINE_EXCEEDED.
  template <typename Closure>
  std::invoke_result_t<Closure&, Transaction&> Write(Closure&& closure) {
    return Run(Transaction::Kind::kWrite, closure);
  }

  // Runs the closure on one read-only snapshot of the database, always rolled back; a statement
  // that writes fails. Runs again after a lost connection. Errors as for Write.
  template <typename Closure>
  std::invoke_result_t<Closure&, Transaction&> Read(Closure&& closure) {
    return Run(Transaction::Kind::kRead, closure);
  }

  // As Read, for a closure of a single SELECT: it is its own snapshot and saves the round trips
  // that begin and end one. Returns INTERNAL if the closure does more.
  template <typename Closure>
  std::invoke_result_t<Closure&, Transaction&> ReadOne(Closure&& closure) {
    return Run(Transaction::Kind::kReadOne, closure);
  }

  // The open session, opened now if there is none: for what runs outside of a transaction.
  absl::StatusOr<Session*> session();

 private:
  using Body = absl::FunctionRef<absl::Status(Transaction&)>;

  template <typename Closure>
  std::invoke_result_t<Closure&, Transaction&> Run(Transaction::Kind kind, Closure& closure) {
    using Result = std::invoke_result_t<Closure&, Transaction&>;
    if constexpr (std::is_same_v<Result, absl::Status>) {
      return RunBody(kind, closure);
    } else {
      std::optional<Result> result;
      absl::Status status = RunBody(kind, [&](Transaction& transaction) {
        result.emplace(closure(transaction));
        return result->status();
      });
      if (!status.ok()) return status;
      return *std::move(result);
    }
  }

  // The attempts of a closure.
  absl::Status RunBody(Transaction::Kind kind, Body body);
  // One attempt; `again` says whether it may be repeated after the error returned.
  absl::Status Attempt(Transaction::Kind kind, Body body, bool& again);
  // Ends an attempt whose closure returned `status`: commits or rolls back.
  absl::Status Finish(Session& session, Transaction::Kind kind, bool rollback_only,
                      absl::Status status);
  // Waits before another attempt; false if the deadline leaves no time for one.
  bool WaitBeforeRetry(int attempt);

  DatabaseOptions options_;
  std::unique_ptr<Session> session_;
  absl::Time deadline_ = absl::InfiniteFuture();
  absl::InsecureBitGen random_;
};

}  // namespace mudiriya::db

#endif  // MUDIRIYA_COMMON_DB_CONNECTION_H_
