#ifndef MUDIRIYA_COMMON_SERVER_UNARY_CALL_H_
#define MUDIRIYA_COMMON_SERVER_UNARY_CALL_H_

#include <grpcpp/support/server_callback.h>

#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "common/call/call.h"
#include "google/protobuf/message.h"

namespace mudiriya::server {

class Dispatcher;

// A handler whose types are only known to the function that calls it, so that all that happens
// around it is compiled once and not for each method.
using ErasedHandler = void (*)();
using UnaryInvoker = absl::Status (*)(ErasedHandler handler, Call& call,
                                      const google::protobuf::Message& request,
                                      google::protobuf::Message& response);

template <typename Request, typename Response>
absl::Status InvokeUnary(ErasedHandler handler, Call& call,
                         const google::protobuf::Message& request,
                         google::protobuf::Message& response) {
  using Handler = absl::StatusOr<Response> (*)(Call&, const Request&);
  absl::StatusOr<Response> result =
      reinterpret_cast<Handler>(handler)(call, static_cast<const Request&>(request));
  if (!result.ok()) return std::move(result).status();
  static_cast<Response&>(response) = *std::move(result);
  return absl::OkStatus();
}

// Takes a unary call through the dispatcher's steps; answers at once what is refused.
grpc::ServerUnaryReactor* StartUnary(Dispatcher* dispatcher,
                                     const grpc::CallbackServerContext* context,
                                     const google::protobuf::Message& request,
                                     google::protobuf::Message& response, ErasedHandler handler,
                                     UnaryInvoker invoke);

}  // namespace mudiriya::server

#endif  // MUDIRIYA_COMMON_SERVER_UNARY_CALL_H_
