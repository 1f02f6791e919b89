#ifndef MUDIRIYA_COMMON_SERVER_CALL_RECORD_H_
#define MUDIRIYA_COMMON_SERVER_CALL_RECORD_H_

#include <grpcpp/server_context.h>
#include <grpcpp/support/status.h>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "common/call/call.h"
#include "common/server/admission.h"
#include "google/protobuf/message.h"

namespace mudiriya::server {

class Dispatcher;

// A call from its arrival to its answer, unary or stream.
class CallRecord {
 public:
  // Notes the arrival. `dispatcher` and `context` outlive the record.
  CallRecord(Dispatcher& dispatcher, const grpc::CallbackServerContext& context);

  // See Admission::Admit. Sets the deadline of the call: the caller's, but at most kLongestCall.
  absl::Status Admit(const google::protobuf::Message& request);

  // Ends the call: counts it, writes its log line, and gives the status as the caller receives it,
  // with details and in the caller's language. The only place where an error leaves the server.
  grpc::Status Conclude(const absl::Status& status);

  // Adds to the time spent waiting for a worker.
  void AddQueued(absl::Duration queued) { queued_ += queued; }

  CallInfo& info() { return admitted_.info; }
  const CallInfo& info() const { return admitted_.info; }
  Dispatcher& dispatcher() const { return dispatcher_; }

 private:
  Dispatcher& dispatcher_;
  const grpc::CallbackServerContext& context_;
  Admitted admitted_;
  const absl::Time arrival_;
  absl::Duration queued_;
};

// A handler never works longer than this, also when the caller sets no deadline.
inline constexpr absl::Duration kLongestCall = absl::Minutes(10);

// RESOURCE_EXHAUSTED with the advice when to come again.
absl::Status QueueFull();

// UNAVAILABLE: this server stops, another one or the next start answers.
absl::Status ShuttingDown();

}  // namespace mudiriya::server

#endif  // MUDIRIYA_COMMON_SERVER_CALL_RECORD_H_
