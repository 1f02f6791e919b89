#ifndef MUDIRIYA_COMMON_SERVER_GRPC_SERVER_H_
#define MUDIRIYA_COMMON_SERVER_GRPC_SERVER_H_

#include <grpcpp/server.h>
#include <grpcpp/server_builder.h>

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "common/server/server_options.h"

namespace mudiriya::server {

struct ListeningServer {
  std::unique_ptr<grpc::Server> server;
  std::string address;  // as asked, with the port that was taken
};

// Builds and starts the server for the services that the builder holds, with health and, if asked,
// reflection; plain text unless the options name a certificate.
// Returns UNAVAILABLE if the address cannot be listened on or the certificate is unusable, or the
// error of reading it.
absl::StatusOr<ListeningServer> StartListening(grpc::ServerBuilder& builder,
                                               const ServerOptions& options);

// Builds and starts a server that is reached by channels inside this process only.
std::unique_ptr<grpc::Server> StartInside(grpc::ServerBuilder& builder);

}  // namespace mudiriya::server

#endif  // MUDIRIYA_COMMON_SERVER_GRPC_SERVER_H_
