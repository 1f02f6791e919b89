#include "common/server/grpc_server.h"

#include <grpcpp/ext/proto_server_reflection_plugin.h>
#include <grpcpp/health_check_service_interface.h>
#include <grpcpp/security/server_credentials.h>

#include <mutex>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "common/client/channel.h"
#include "common/server/files.h"
#include "common/status/macros.h"

namespace mudiriya::server {
namespace {

// Pings of clients that keep an idle connection open are welcome this often.
constexpr int kShortestPingMilliseconds = 60 * 1000;

// gRPC keeps these settings for the whole process, and for all servers after.
void EnablePlugins(bool reflection) {
  static std::mutex mutex;
  const std::lock_guard<std::mutex> lock(mutex);
  grpc::EnableDefaultHealthCheckService(true);
  static bool reflecting = false;
  if (reflection && !std::exchange(reflecting, true)) {
    grpc::reflection::InitProtoReflectionServerBuilderPlugin();
  }
}

absl::StatusOr<std::shared_ptr<grpc::ServerCredentials>> Credentials(const ServerOptions& options) {
  if (options.tls_cert.empty()) return grpc::InsecureServerCredentials();
  grpc::SslServerCredentialsOptions tls;
  ASSIGN_OR_RETURN(const std::string key, ReadFile(options.tls_key));
  ASSIGN_OR_RETURN(const std::string chain, ReadFile(options.tls_cert));
  tls.pem_key_cert_pairs.push_back({key, chain});
  return grpc::SslServerCredentials(tls);
}

void SetLimits(grpc::ServerBuilder& builder) {
  builder.SetMaxReceiveMessageSize(client::kLargestMessageBytes);
  builder.SetMaxSendMessageSize(client::kLargestMessageBytes);
  // A second server at the same address must fail instead of sharing the port.
  builder.AddChannelArgument(GRPC_ARG_ALLOW_REUSEPORT, 0);
  builder.AddChannelArgument(GRPC_ARG_HTTP2_MIN_RECV_PING_INTERVAL_WITHOUT_DATA_MS,
                             kShortestPingMilliseconds);
  builder.AddChannelArgument(GRPC_ARG_KEEPALIVE_PERMIT_WITHOUT_CALLS, 1);
  // Only reflection is served by gRPC's own threads.
  builder.SetSyncServerOption(grpc::ServerBuilder::NUM_CQS, 1);
  builder.SetSyncServerOption(grpc::ServerBuilder::MAX_POLLERS, 1);
}

std::string WithPort(absl::string_view address, int port) {
  const size_t colon = address.rfind(':');
  if (port <= 0 || colon == absl::string_view::npos) return std::string(address);
  return absl::StrCat(address.substr(0, colon + 1), port);
}

}  // namespace

absl::StatusOr<ListeningServer> StartListening(grpc::ServerBuilder& builder,
                                               const ServerOptions& options) {
  EnablePlugins(options.reflection);
  SetLimits(builder);
  ASSIGN_OR_RETURN(auto credentials, Credentials(options));
  int port = 0;
  builder.AddListeningPort(options.listen, std::move(credentials), &port);
  std::unique_ptr<grpc::Server> server = builder.BuildAndStart();
  const bool unix_socket = absl::string_view(options.listen).substr(0, 5) == "unix:";
  if (server == nullptr || (port == 0 && !unix_socket)) {
    return absl::UnavailableError(
        absl::StrCat("cannot listen on ", options.listen,
                     ": the address is taken, or the certificate cannot be used"));
  }
  return ListeningServer{std::move(server), WithPort(options.listen, unix_socket ? 0 : port)};
}

std::unique_ptr<grpc::Server> StartInside(grpc::ServerBuilder& builder) {
  SetLimits(builder);
  return builder.BuildAndStart();
}

}  // namespace mudiriya::server
