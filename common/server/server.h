#ifndef MUDIRIYA_COMMON_SERVER_SERVER_H_
#define MUDIRIYA_COMMON_SERVER_SERVER_H_

#include <grpcpp/grpcpp.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "common/client/service_identity.h"
#include "common/server/auth/authenticator.h"
#include "common/server/auth/local_issuer.h"
#include "common/server/database.h"
#include "common/server/health.h"
#include "common/server/hosted_service.h"
#include "common/server/metrics.h"
#include "common/server/server_options.h"
#include "common/server/service.h"

namespace mudiriya::server {

// A running server: one service or several in one process, each with its own workers and schema.
class Server {
 public:
  // Checks the contracts, opens and migrates the database, sets up the services, then listens.
  // Returns the first error; then nothing is left running.
  static absl::StatusOr<std::unique_ptr<Server>> Start(const ServerOptions& options,
                                                       const std::vector<Service>& services);

  // Stops.
  ~Server();

  // Drains: not ready any more, streams end, running calls get options.drain to finish, then the
  // workers and a private database stop. May be called again.
  void Stop();

  // Where it listens, e.g. "127.0.0.1:7070", with the port that was taken.
  const std::string& address() const { return address_; }

  // A channel that needs no network. Must not be used after Stop: gRPC 1.51 crashes then.
  std::shared_ptr<grpc::Channel> InProcessChannel();

  // A token of this server's own issuer. Returns the errors of LocalIssuer::MintToken.
  absl::StatusOr<std::string> MintToken(const TokenRequest& request) const;

  // Writes DATA_DIR/client.json with a fresh token (see client::ClientFile). To be called again
  // before kClientTokenLifetime is over.
  absl::Status WriteClientFile() const;
  static constexpr absl::Duration kClientTokenLifetime = absl::Hours(48);

  Metrics& metrics() { return metrics_; }

 private:
  class ServiceSetup;

  explicit Server(const ServerOptions& options) : options_(options) {}

  absl::Status OpenIdentity();
  absl::Status CreateServices(const std::vector<Service>& services);
  absl::Status OpenDatabase();
  absl::Status StartServices();
  absl::Status Listen();
  void Shut(grpc::Server* server) const;
  absl::StatusOr<std::shared_ptr<grpc::Channel>> Peer(absl::string_view name);

  const ServerOptions options_;
  Metrics metrics_;
  std::unique_ptr<LocalIssuer> issuer_;
  std::unique_ptr<TokenAuthenticator> authenticator_;
  std::shared_ptr<client::ServiceIdentity> identity_;
  std::unique_ptr<Database> database_;
  std::vector<std::unique_ptr<HostedService>> services_;
  std::unique_ptr<grpc::Server> server_;
  // For calls between services of this process. It outlives the other, so that a call which runs
  // while the server stops still reaches the services that it needs.
  std::unique_ptr<grpc::Server> inner_server_;
  std::unique_ptr<HealthMonitor> health_;
  std::string address_;
  bool stopped_ = false;
};

}  // namespace mudiriya::server

#endif  // MUDIRIYA_COMMON_SERVER_SERVER_H_
