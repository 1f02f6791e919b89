#ifndef MUDIRIYA_COMMON_SERVER_DISPATCHER_H_
#define MUDIRIYA_COMMON_SERVER_DISPATCHER_H_

#include <grpcpp/support/server_callback.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "common/call/call.h"
#include "common/call/stream_step.h"
#include "common/server/admission.h"
#include "common/server/executor.h"
#include "common/server/stream_call.h"
#include "common/server/telemetry.h"
#include "common/server/unary_call.h"

namespace mudiriya::server {

// What a dispatcher works with; all of it outlives the dispatcher.
struct DispatcherParts {
  std::string service;                 // "registry": the label in metrics and logs
  std::vector<std::string> contracts;  // "mudiriya.registry.v1.FacilityService", …
  Authenticator* authenticator = nullptr;
  Executor* executor = nullptr;
  Metrics* metrics = nullptr;
  const Services* services = nullptr;
  const Clock* clock = &Clock::System();
};

// The way of every call of one service, on the thread that gRPC lends: authenticate, authorize,
// validate, queue. A worker then runs the handler. Nothing here blocks. Thread-safe.
class Dispatcher {
 public:
  template <typename Request, typename Response>
  using UnaryHandler = absl::StatusOr<Response> (*)(Call&, const Request&);
  template <typename Request, typename Response>
  using StreamHandler = absl::StatusOr<StreamStep<Response>> (*)(Call&, const Request&,
                                                                 std::string& cursor);

  // Reads the policy of every method of the contracts. Returns FAILED_PRECONDITION naming the
  // method if one has no permission, takes a request type that another method takes too, does not
  // say which directorate it touches, or has a rule that does not fit its field.
  static absl::StatusOr<std::unique_ptr<Dispatcher>> Create(const DispatcherParts& parts);

  // Answers a unary call with `handler`.
  template <typename Request, typename Response>
  grpc::ServerUnaryReactor* Unary(grpc::CallbackServerContext* context, const Request* request,
                                  Response* response, UnaryHandler<Request, Response> handler) {
    return StartUnary(this, context, *request, *response, reinterpret_cast<ErasedHandler>(handler),
                      &InvokeUnary<Request, Response>);
  }

  // Answers a server stream by polling `handler` (see StreamStep).
  template <typename Request, typename Response>
  grpc::ServerWriteReactor<Response>* Stream(grpc::CallbackServerContext* context,
                                             const Request* request,
                                             StreamHandler<Request, Response> handler) {
    auto* stream = new TypedStream<Request, Response>(*this, *context, *request, handler);
    stream->Start();
    return stream;
  }

  // Ends waiting streams with UNAVAILABLE, and lets no new one wait. Callers resume elsewhere.
  void EndStreams() { streams_.EndAll(); }

  const Admission& admission() const { return admission_; }
  const DispatcherParts& parts() const { return parts_; }
  Telemetry& telemetry() { return telemetry_; }
  StreamSet& streams() { return streams_; }

 private:
  Dispatcher(const DispatcherParts& parts, PolicyTable policies);

  const DispatcherParts parts_;
  const Admission admission_;
  Telemetry telemetry_;
  StreamSet streams_;
};

}  // namespace mudiriya::server

#endif  // MUDIRIYA_COMMON_SERVER_DISPATCHER_H_
