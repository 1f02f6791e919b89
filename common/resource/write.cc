#include "common/resource/write.h"

#include "common/db/connection.h"
#include "common/resource/idempotency.h"
#include "common/resource/request_fields.h"
#include "common/status/errors.h"
#include "common/status/macros.h"

namespace mudiriya::resource {
namespace {

using google::protobuf::Message;

// What a closure asks of other services is asked once, and not for a call that was answered before:
// the answer stands, whatever has become of what it referred to.
absl::StatusOr<bool> AnsweredBefore(Call& call, const IdempotencyKey& key, Message& response) {
  if (key.request_id.empty()) return false;
  return call.db().ReadOne([&](db::Transaction& tx) { return FindAnswer(tx, key, response); });
}

}  // namespace

absl::Status RunWriteMessage(Call& call, const Message& request, const BeforeTransaction& before,
                             absl::FunctionRef<absl::Status(db::Transaction&, Message&)> closure,
                             Message& response) {
  const bool validate_only = BoolField(request, "validate_only");
  const IdempotencyKey key = validate_only ? IdempotencyKey() : KeyOf(call, request);
  const bool keep_answer = !key.request_id.empty();
  if (before) {
    ASSIGN_OR_RETURN(const bool answered, AnsweredBefore(call, key, response));
    if (answered) return absl::OkStatus();
    RETURN_IF_ERROR(before(call));
  }
  const absl::Time now = call.now();
  absl::Status status = call.db().Write([&](db::Transaction& tx) -> absl::Status {
    response.Clear();
    if (validate_only) tx.RollbackOnly();
    if (keep_answer) {
      ASSIGN_OR_RETURN(const bool answered, ClaimOrFindAnswer(tx, key, now, response));
      if (answered) return absl::OkStatus();
    }
    RETURN_IF_ERROR(closure(tx, response));
    return keep_answer ? StoreAnswer(tx, key, response) : absl::OkStatus();
  });
  const bool safe_to_repeat = keep_answer && HasReason(status, Reason::COMMIT_UNKNOWN);
  return safe_to_repeat ? Error(Reason::RETRY_SAFE) : status;
}

}  // namespace mudiriya::resource
