#include "common/server/server.h"

#include <spdlog/spdlog.h>

#include <chrono>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "common/client/channel.h"
#include "common/client/client_file.h"
#include "common/server/files.h"
#include "common/server/grpc_server.h"
#include "common/server/json_line.h"
#include "common/status/macros.h"

namespace mudiriya::server {
namespace {

// The address by which a program on this machine reaches a server that listens everywhere.
std::string LocalAddress(absl::string_view address) {
  for (const absl::string_view everywhere : {"0.0.0.0:", "[::]:"}) {
    if (absl::StartsWith(address, everywhere)) {
      return absl::StrCat("127.0.0.1:", address.substr(everywhere.size()));
    }
  }
  return std::string(address);
}

}  // namespace

// What a service's setup sees of the server.
class Server::ServiceSetup final : public Setup {
 public:
  ServiceSetup(Server& server, HostedService& service) : server_(server), service_(service) {}

  Services& services() override { return service_.services(); }
  absl::StatusOr<std::shared_ptr<grpc::Channel>> Peer(absl::string_view name) override {
    return server_.Peer(name);
  }
  const std::string& data_dir() const override { return server_.options_.data_dir; }

 private:
  Server& server_;
  HostedService& service_;
};

absl::StatusOr<std::unique_ptr<Server>> Server::Start(const ServerOptions& options,
                                                      const std::vector<Service>& services) {
  std::unique_ptr<Server> server(new Server(options));
  RETURN_IF_ERROR(server->OpenIdentity());
  RETURN_IF_ERROR(server->CreateServices(services));
  RETURN_IF_ERROR(server->OpenDatabase());
  RETURN_IF_ERROR(server->StartServices());
  RETURN_IF_ERROR(server->Listen());
  return server;
}

Server::~Server() { Stop(); }

absl::Status Server::OpenIdentity() {
  RETURN_IF_ERROR(MakePrivateDirectory(options_.data_dir));
  ASSIGN_OR_RETURN(issuer_, LocalIssuer::Open(absl::StrCat(options_.data_dir, "/issuer")));
  std::vector<TrustedIssuer> trusted = {issuer_->trusted()};
  if (!options_.jwks.empty()) trusted.push_back({options_.issuer, options_.jwks});
  ASSIGN_OR_RETURN(authenticator_, TokenAuthenticator::Create(std::move(trusted)));
  identity_ = std::make_shared<client::ServiceIdentity>(
      [this](absl::Time now) -> absl::StatusOr<std::string> {
        if (options_.service_token.empty()) {
          return issuer_->MintToken({.subject = "service:mudiriya",
                                     .roles = {"*:service"},
                                     .lifetime = 2 * client::ServiceIdentity::kRenewAfter},
                                    now);
        }
        ASSIGN_OR_RETURN(const std::string token, ReadFile(options_.service_token));
        return std::string(absl::StripAsciiWhitespace(token));
      });
  return absl::OkStatus();
}

absl::Status Server::CreateServices(const std::vector<Service>& services) {
  const SharedParts shared = {authenticator_.get(), &metrics_, identity_};
  for (const Service& service : services) {
    ASSIGN_OR_RETURN(auto hosted,
                     HostedService::Create(service, {options_.workers, options_.queue}, shared));
    services_.push_back(std::move(hosted));
  }
  return absl::OkStatus();
}

absl::Status Server::OpenDatabase() {
  for (const auto& service : services_) {
    if (!service->stores()) continue;
    if (database_ == nullptr) {
      ASSIGN_OR_RETURN(database_, Database::Open(options_.database, options_.data_dir));
    }
    RETURN_IF_ERROR(service->Migrate(*database_));
  }
  return absl::OkStatus();
}

// Services start in their order, so that each finds those before it running.
absl::Status Server::StartServices() {
  grpc::ServerBuilder builder;
  for (const auto& service : services_) service->Register(builder);
  inner_server_ = StartInside(builder);
  for (const auto& service : services_) {
    ServiceSetup setup(*this, *service);
    RETURN_IF_ERROR(service->SetUp(setup));
    service->Start();
  }
  return absl::OkStatus();
}

absl::Status Server::Listen() {
  if (!options_.metrics_listen.empty()) RETURN_IF_ERROR(metrics_.Expose(options_.metrics_listen));
  grpc::ServerBuilder builder;
  std::vector<HealthMonitor::Subject> subjects;
  for (const auto& service : services_) {
    service->Register(builder);
    subjects.push_back(service->HealthSubject());
  }
  ASSIGN_OR_RETURN(ListeningServer listening, StartListening(builder, options_));
  server_ = std::move(listening.server);
  address_ = std::move(listening.address);
  health_ = std::make_unique<HealthMonitor>(*server_, std::move(subjects));
  health_->Start();
  spdlog::info(JsonLine().Text("event", "serving").Text("address", address_).Finish());
  return absl::OkStatus();
}

void Server::Shut(grpc::Server* server) const {
  if (server == nullptr) return;
  server->Shutdown(std::chrono::system_clock::now() + absl::ToChronoSeconds(options_.drain));
  server->Wait();
}

void Server::Stop() {
  if (std::exchange(stopped_, true)) return;
  if (health_ != nullptr) health_->Stop();
  for (const auto& service : services_) service->StopBackground();
  Shut(server_.get());
  // Later services call earlier ones, so they end first.
  for (auto service = services_.rbegin(); service != services_.rend(); ++service) {
    (*service)->Drain();
  }
  Shut(inner_server_.get());
  database_.reset();
  if (health_ != nullptr) spdlog::info(JsonLine().Text("event", "stopped").Finish());
}

std::shared_ptr<grpc::Channel> Server::InProcessChannel() {
  return inner_server_->InProcessChannel(client::DefaultArguments());
}

absl::StatusOr<std::shared_ptr<grpc::Channel>> Server::Peer(absl::string_view name) {
  const auto peer = options_.peers.find(std::string(name));
  if (peer != options_.peers.end()) {
    return client::Connect({.address = peer->second, .tls_ca = options_.peer_ca});
  }
  for (const auto& service : services_) {
    if (service->name() == name) return InProcessChannel();
  }
  return absl::FailedPreconditionError(
      absl::StrCat("the service ", name, " does not run here: give --peer ", name, "=host:port"));
}

absl::StatusOr<std::string> Server::MintToken(const TokenRequest& request) const {
  return issuer_->MintToken(request, absl::Now());
}

absl::Status Server::WriteClientFile() const {
  ASSIGN_OR_RETURN(std::string token, MintToken({.subject = "local-administrator",
                                                 .roles = {"*:administrator"},
                                                 .lifetime = kClientTokenLifetime}));
  const client::ClientFile file = {
      .address = LocalAddress(address_), .token = std::move(token), .tls_ca = options_.tls_cert};
  return WriteFile(absl::StrCat(options_.data_dir, "/", client::kClientFileName),
                   client::FormatClientFile(file), 0600);
}

}  // namespace mudiriya::server
