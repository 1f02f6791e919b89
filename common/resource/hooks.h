#ifndef MUDIRIYA_COMMON_RESOURCE_HOOKS_H_
#define MUDIRIYA_COMMON_RESOURCE_HOOKS_H_

#include <functional>

#include "absl/status/status.h"
#include "common/call/call.h"
#include "common/db/transaction.h"
#include "google/protobuf/message.h"

namespace mudiriya::resource {

// What a resource adds to a standard write. Any of them may be left empty. Those that take a
// transaction may run again when it is repeated, so they must touch nothing but it and their
// arguments. An error of any of them is the error of the call, and nothing is written.
//
// `old` is null when the resource comes to exist, `next` is null when its row is removed. In a soft
// deletion and an undeletion both are there, and differ in delete_time.
template <typename M>
struct Hooks {
  // Before any transaction is open: calls of other services, e.g. whether a facility exists there.
  // Not run when the request id shows that the call was answered already.
  std::function<absl::Status(Call&)> before_transaction;
  // The row is locked. May check and fill in fields of `next`, also those that are output only.
  std::function<absl::Status(db::Transaction&, const M* old, M& next)> before_write;
  // Before a row is removed or soft-deleted: whether it may be.
  std::function<absl::Status(db::Transaction&, const M& old)> before_delete;
  // The row is written; for counters and rows that follow from it.
  std::function<absl::Status(db::Transaction&, const M* old, const M* next)> after_write;
};

// The same without the type, for the code beneath.
using MessageHooks = Hooks<google::protobuf::Message>;

// Hooks that cast to M what is known to be M. The typed ones must outlive them.
template <typename M>
MessageHooks Untyped(const Hooks<M>& hooks) {
  using google::protobuf::Message;
  MessageHooks out;
  out.before_transaction = hooks.before_transaction;
  if (hooks.before_write) {
    out.before_write = [&hooks](db::Transaction& tx, const Message* old, Message& next) {
      return hooks.before_write(tx, static_cast<const M*>(old), static_cast<M&>(next));
    };
  }
  if (hooks.before_delete) {
    out.before_delete = [&hooks](db::Transaction& tx, const Message& old) {
      return hooks.before_delete(tx, static_cast<const M&>(old));
    };
  }
  if (hooks.after_write) {
    out.after_write = [&hooks](db::Transaction& tx, const Message* old, const Message* next) {
      return hooks.after_write(tx, static_cast<const M*>(old), static_cast<const M*>(next));
    };
  }
  return out;
}

}  // namespace mudiriya::resource

#endif  // MUDIRIYA_COMMON_RESOURCE_HOOKS_H_
