#include "services/cli/rpc_client.h"

#include <grpcpp/grpcpp.h>
#include <grpcpp/support/byte_buffer.h>

#include <string>

#include "absl/strings/str_cat.h"
#include "common/client/channel.h"
#include "common/status/grpc_status.h"
#include "common/status/macros.h"

namespace mudiriya::cli {
namespace {

using google::protobuf::Message;
using google::protobuf::MethodDescriptor;

std::string MethodPath(const MethodDescriptor& method) {
  return absl::StrCat("/", method.service()->full_name(), "/", method.name());
}

grpc::ByteBuffer Pack(const Message& message) {
  grpc::Slice slice(message.SerializeAsString());
  return grpc::ByteBuffer(&slice, 1);
}

absl::Status Unpack(const grpc::ByteBuffer& buffer, Message& message) {
  grpc::Slice slice;
  if (!buffer.DumpToSingleSlice(&slice).ok() ||
      !message.ParseFromArray(slice.begin(), static_cast<int>(slice.size()))) {
    return absl::DataLossError("the server's answer could not be read");
  }
  return absl::OkStatus();
}

// Waits for the one operation that is under way. False if it did not succeed.
bool Wait(grpc::CompletionQueue& queue) {
  void* tag = nullptr;
  bool ok = false;
  return queue.Next(&tag, &ok) && ok;
}

// Sends the request and hands over the answers until there are no more, or `receive` fails.
absl::Status Exchange(grpc::GenericClientAsyncReaderWriter& call, grpc::CompletionQueue& queue,
                      const MethodDescriptor& method, const Message& request,
                      absl::FunctionRef<absl::Status(const Message&)> receive) {
  call.WriteLast(Pack(request), grpc::WriteOptions(), nullptr);
  if (!Wait(queue)) return absl::OkStatus();
  const auto answer = NewMessage(method.output_type());
  for (;;) {
    grpc::ByteBuffer buffer;
    call.Read(&buffer, nullptr);
    if (!Wait(queue)) return absl::OkStatus();
    RETURN_IF_ERROR(Unpack(buffer, *answer));
    RETURN_IF_ERROR(receive(*answer));
  }
}

}  // namespace

std::unique_ptr<Message> NewMessage(const google::protobuf::Descriptor* type) {
  auto* factory = google::protobuf::MessageFactory::generated_factory();
  return std::unique_ptr<Message>(factory->GetPrototype(type)->New());
}

RpcClient::RpcClient(const Settings& settings) : settings_(settings) {}

absl::Status RpcClient::Connect() {
  if (stub_ != nullptr) return absl::OkStatus();
  ASSIGN_OR_RETURN(auto channel, client::Connect({settings_.server, settings_.tls_ca}));
  stub_ = std::make_unique<grpc::GenericStub>(std::move(channel));
  return absl::OkStatus();
}

absl::Status RpcClient::Unary(const MethodDescriptor& method, const Message& request,
                              Message& response) {
  return Stream(method, request, [&response](const Message& answer) {
    response.CopyFrom(answer);
    return absl::OkStatus();
  });
}

absl::Status RpcClient::Stream(const MethodDescriptor& method, const Message& request,
                               absl::FunctionRef<absl::Status(const Message&)> receive) {
  RETURN_IF_ERROR(Connect());
  grpc::ClientContext context;
  if (!settings_.token.empty()) {
    context.AddMetadata("authorization", absl::StrCat("Bearer ", settings_.token));
  }
  context.AddMetadata("accept-language", std::string(LanguageTag(settings_.language)));

  grpc::CompletionQueue queue;
  auto call = stub_->PrepareCall(&context, MethodPath(method), &queue);
  call->StartCall(nullptr);
  const absl::Status outcome = Wait(queue) ? Exchange(*call, queue, method, request, receive)
                                           : absl::OkStatus();  // Finish tells why
  if (!outcome.ok()) context.TryCancel();
  grpc::Status status;
  call->Finish(&status, nullptr);
  Wait(queue);
  return outcome.ok() ? FromGrpcStatus(status) : outcome;
}

}  // namespace mudiriya::cli
