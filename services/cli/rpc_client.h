#ifndef MUDIRIYA_SERVICES_CLI_RPC_CLIENT_H_
#define MUDIRIYA_SERVICES_CLI_RPC_CLIENT_H_

#include <grpcpp/generic/generic_stub.h>

#include <memory>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "google/protobuf/descriptor.h"
#include "google/protobuf/message.h"
#include "services/cli/settings.h"

namespace mudiriya::cli {

// A message of the type, as its generated class, so that it prints and parses as any other.
std::unique_ptr<google::protobuf::Message> NewMessage(const google::protobuf::Descriptor* type);

// Calls any RPC of the compiled contracts by its descriptor, so that a new RPC needs no line here.
// Not thread-safe.
class RpcClient {
 public:
  // Connects at the first call.
  explicit RpcClient(const Settings& settings);

  // Calls a unary method. `response` is of the method's output type.
  // Returns the server's error with its details, in the caller's language.
  absl::Status Unary(const google::protobuf::MethodDescriptor& method,
                     const google::protobuf::Message& request, google::protobuf::Message& response);

  // Calls a server stream and hands over each message as it comes. An error of `receive` ends the
  // call and is returned.
  absl::Status Stream(const google::protobuf::MethodDescriptor& method,
                      const google::protobuf::Message& request,
                      absl::FunctionRef<absl::Status(const google::protobuf::Message&)> receive);

 private:
  // Returns the error of reading the certificates to trust.
  absl::Status Connect();

  const Settings& settings_;
  std::unique_ptr<grpc::GenericStub> stub_;
};

}  // namespace mudiriya::cli

#endif  // MUDIRIYA_SERVICES_CLI_RPC_CLIENT_H_
