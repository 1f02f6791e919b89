#include "tests/common/server/thing_server.h"

#include <grpcpp/generic/generic_stub.h>

#include <vector>

#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"

namespace mudiriya::test {

absl::StatusOr<std::shared_ptr<const Caller>> FakeAuthenticator::Authenticate(
    absl::string_view authorization) {
  if (!absl::ConsumePrefix(&authorization, "Bearer ")) {
    return absl::UnauthenticatedError("no bearer token");
  }
  const std::vector<std::string> words = absl::StrSplit(authorization, ' ');
  if (words.size() < 2) return absl::UnauthenticatedError("token's signature is wrong");
  std::vector<Grant> grants;
  for (size_t i = 1; i < words.size(); ++i) grants.push_back(ParseGrant(words[i]).value());
  return std::make_shared<const Caller>(words[0], grants);
}

ThingServer::ThingServer(int workers, size_t queue, absl::Duration watch_wait)
    : executor_({.workers = workers, .capacity = queue}) {
  services_.Add(std::make_shared<Gate>());
  services_.Add(std::make_shared<WatchPace>(WatchPace{watch_wait}));
  const server::Contract contract = ThingContract();
  dispatcher_ = server::Dispatcher::Create({.service = "test",
                                            .contracts = {contract.name},
                                            .authenticator = &authenticator_,
                                            .executor = &executor_,
                                            .metrics = &metrics_,
                                            .services = &services_})
                    .value();
  service_ = contract.make(*dispatcher_);
  grpc::EnableDefaultHealthCheckService(true);
  grpc::ServerBuilder builder;
  builder.RegisterService(service_.get());
  server_ = builder.BuildAndStart();
  channel_ = server_->InProcessChannel({});
  stub_ = v1::ThingService::NewStub(channel_);
  executor_.Start();
}

ThingServer::~ThingServer() {
  gate().Open();
  dispatcher_->EndStreams();
  server_->Shutdown();
  executor_.Drain();
}

absl::StatusOr<v1::Thing> ThingServer::Get(absl::string_view token, const std::string& name) {
  Context context(token);
  v1::GetThingRequest request;
  request.set_name(name);
  v1::Thing thing;
  const absl::Status status = FromGrpcStatus(stub_->GetThing(context.get(), request, &thing));
  if (!status.ok()) return status;
  return thing;
}

// The health protocol's messages have one field each, which is quickly written by hand; Debian
// packages no header of them.
bool IsServing(grpc::Channel& channel, const std::string& service) {
  grpc::GenericStub stub(
      std::shared_ptr<grpc::ChannelInterface>(std::shared_ptr<void>(), &channel));
  std::string request = {'\x0a', static_cast<char>(service.size())};
  request += service;
  grpc::Slice slice(request);
  grpc::ByteBuffer sent(&slice, 1), received;
  grpc::ClientContext context;
  grpc::CompletionQueue queue;
  grpc::Status status;
  auto call = stub.PrepareUnaryCall(&context, "/grpc.health.v1.Health/Check", sent, &queue);
  call->StartCall();
  call->Finish(&received, &status, nullptr);
  void* tag = nullptr;
  bool ok = false;
  queue.Next(&tag, &ok);
  queue.Shutdown();
  if (!status.ok() || !received.DumpToSingleSlice(&slice).ok()) return false;
  return slice.size() == 2 && slice.begin()[0] == 0x08 && slice.begin()[1] == 0x01;
}

}  // namespace mudiriya::test
