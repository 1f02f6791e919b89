#ifndef MUDIRIYA_COMMON_RESOURCE_WRITE_H_
#define MUDIRIYA_COMMON_RESOURCE_WRITE_H_

#include <functional>
#include <type_traits>
#include <utility>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "common/call/call.h"
#include "common/db/transaction.h"
#include "google/protobuf/message.h"

namespace mudiriya::resource {

// Runs before the transaction: calls of other services. See Hooks::before_transaction.
using BeforeTransaction = std::function<absl::Status(Call&)>;

// Does the work of RunWrite, which gives it its type.
absl::Status RunWriteMessage(
    Call& call, const google::protobuf::Message& request, const BeforeTransaction& before,
    absl::FunctionRef<absl::Status(db::Transaction&, google::protobuf::Message&)> closure,
    google::protobuf::Message& response);

// Every write passes here; the standard methods do, and so does each `:verb`:
//
//   return RunWrite<TransferPlan>(call, request, [&](db::Transaction& tx)
//       -> absl::StatusOr<TransferPlan> { … });
//
// The closure runs in one transaction, repeated after deadlocks (so it must touch nothing else),
// within the call's deadline. Three fields of the request matter, where it has them:
//  - `request_id` (AIP-155): the response is stored in the same transaction, and the same request
//    with the same id is answered with it, without running the closure. Kept per directorate,
//    caller and method. Two at the same time: the second waits for the first.
//  - `validate_only` (AIP-163): everything is done, and rolled back.
//  - `parent`, `name` or `<resource>.name` tells the directorate that the request id is kept in.
//
// Returns what the closure does, and INVALID_ARGUMENT REQUEST_ID_REUSED for another request under
// the same id; when the connection is lost during COMMIT, so that nobody knows whether the write
// stands: UNAVAILABLE with a request id (ask again with the same), else UNKNOWN.
template <typename Response, typename Closure>
absl::StatusOr<Response> RunWrite(Call& call, const google::protobuf::Message& request,
                                  Closure&& closure, const BeforeTransaction& before = nullptr) {
  Response response;
  auto run = [&closure](db::Transaction& tx, google::protobuf::Message& out) -> absl::Status {
    absl::StatusOr<Response> result = closure(tx);
    if (!result.ok()) return result.status();
    static_cast<Response&>(out) = *std::move(result);
    return absl::OkStatus();
  };
  absl::Status status = RunWriteMessage(call, request, before, run, response);
  if (!status.ok()) return status;
  return response;
}

// How long an answer is kept for whoever asks again under its request id.
inline constexpr absl::Duration kAnswersKept = absl::Hours(24);

// Forgets older answers of every directorate: a service's periodic task, every hour or so.
absl::Status PruneAnswers(Call& call);

// Forgets the responses that were stored before `older_than`, at most `limit` of them in one
// directorate. Returns how many were forgotten.
absl::StatusOr<int64_t> PruneIdempotency(db::Connection& connection, absl::string_view directorate,
                                         absl::Time older_than, int64_t limit = 10'000);

}  // namespace mudiriya::resource

#endif  // MUDIRIYA_COMMON_RESOURCE_WRITE_H_
