#include "common/client/channel.h"

#include <grpcpp/create_channel.h>
#include <grpcpp/security/credentials.h>

#include <fstream>
#include <iterator>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"

namespace mudiriya::client {
namespace {

// A server refuses pings that come more often than every 5 minutes unless it was told otherwise.
constexpr int kKeepaliveMilliseconds = 6 * 60 * 1000;

}  // namespace

grpc::ChannelArguments DefaultArguments() {
  grpc::ChannelArguments arguments;
  arguments.SetLoadBalancingPolicyName("round_robin");
  arguments.SetMaxReceiveMessageSize(kLargestMessageBytes);
  arguments.SetMaxSendMessageSize(kLargestMessageBytes);
  arguments.SetInt(GRPC_ARG_KEEPALIVE_TIME_MS, kKeepaliveMilliseconds);
  return arguments;
}

absl::StatusOr<std::shared_ptr<grpc::Channel>> Connect(const Target& target) {
  auto credentials = grpc::InsecureChannelCredentials();
  if (!target.tls_ca.empty()) {
    std::ifstream file(target.tls_ca, std::ios::binary);
    if (!file) return absl::NotFoundError(absl::StrCat("cannot read ", target.tls_ca));
    grpc::SslCredentialsOptions tls;
    tls.pem_root_certs.assign(std::istreambuf_iterator<char>(file), {});
    credentials = grpc::SslCredentials(tls);
  }
  return grpc::CreateCustomChannel(target.address, credentials, DefaultArguments());
}

}  // namespace mudiriya::client
