#ifndef MUDIRIYA_COMMON_RESOURCE_IDEMPOTENCY_H_
#define MUDIRIYA_COMMON_RESOURCE_IDEMPOTENCY_H_

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "common/call/call.h"
#include "common/db/transaction.h"
#include "google/protobuf/message.h"

namespace mudiriya::resource {

// Under what an answer is kept.
struct IdempotencyKey {
  std::string directorate;
  std::string caller;
  std::string method;
  std::string request_id;
  std::string request_hash;
};

// The key of this request; its request_id is empty if the request has none.
IdempotencyKey KeyOf(const Call& call, const google::protobuf::Message& request);

// The answer that is kept, into `response`; false if there is none.
// Returns INVALID_ARGUMENT REQUEST_ID_REUSED if it answered another request.
absl::StatusOr<bool> FindAnswer(db::Transaction& tx, const IdempotencyKey& key,
                                google::protobuf::Message& response);

// Takes the key for this transaction and returns false; or, if it is taken, waits until the other
// has committed and returns true with its answer. If the other rolls back, the key is ours.
absl::StatusOr<bool> ClaimOrFindAnswer(db::Transaction& tx, const IdempotencyKey& key,
                                       absl::Time now, google::protobuf::Message& response);

// Stores the answer under a key that this transaction has claimed.
absl::Status StoreAnswer(db::Transaction& tx, const IdempotencyKey& key,
                         const google::protobuf::Message& response);

}  // namespace mudiriya::resource

#endif  // MUDIRIYA_COMMON_RESOURCE_IDEMPOTENCY_H_
