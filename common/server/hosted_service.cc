#include "common/server/hosted_service.h"

#include <utility>

#include "common/db/connection.h"
#include "common/status/macros.h"

namespace mudiriya::server {
namespace {

std::vector<std::string> NamesOf(const std::vector<Contract>& contracts) {
  std::vector<std::string> names;
  for (const Contract& contract : contracts) names.emplace_back(contract.name);
  return names;
}

// Asks the database for a sign of life, on a session that is the prober's own.
absl::Status Probe(db::Connection& connection) {
  connection.set_deadline(absl::Now() + HealthMonitor::kBetweenProbes);
  return connection.ReadOne(
      [](db::Transaction& transaction) { return transaction.Query("SELECT 1", {}).status(); });
}

}  // namespace

absl::StatusOr<std::unique_ptr<HostedService>> HostedService::Create(const Service& service,
                                                                     Capacity capacity,
                                                                     const SharedParts& shared) {
  std::unique_ptr<HostedService> hosted(new HostedService(service, capacity));
  ASSIGN_OR_RETURN(hosted->dispatcher_, Dispatcher::Create({.service = service.name,
                                                            .contracts = NamesOf(service.contracts),
                                                            .authenticator = shared.authenticator,
                                                            .executor = &hosted->executor_,
                                                            .metrics = shared.metrics,
                                                            .services = &hosted->services_}));
  hosted->periodic_ =
      std::make_unique<PeriodicRunner>(PeriodicRunner::Parts{.service = service.name,
                                                             .executor = &hosted->executor_,
                                                             .metrics = shared.metrics,
                                                             .services = &hosted->services_,
                                                             .identity = shared.identity.get()},
                                       service.periodic_tasks);
  hosted->services_.Add(shared.identity);
  shared.metrics->Watch(service.name, hosted->executor_);
  return hosted;
}

HostedService::HostedService(const Service& service, Capacity capacity)
    : service_(service),
      executor_({.workers = capacity.workers,
                 .capacity = static_cast<size_t>(capacity.queue),
                 .connect = [this] { return Connect(); }}) {}

std::shared_ptr<db::Connection> HostedService::Connect() const {
  if (!stores()) return nullptr;
  auto connection = std::make_shared<db::Connection>(database_);
  // Opened now, so that the first call does not wait for it; if that fails, at the first call.
  connection->session().IgnoreError();
  return connection;
}

absl::Status HostedService::Migrate(const Database& database) {
  if (!stores()) return absl::OkStatus();
  const db::MigrationFiles files =
      service_.schema_files == nullptr ? db::MigrationFiles() : service_.schema_files();
  ASSIGN_OR_RETURN(database_, database.Prepare(service_.name, service_.schema, files));
  return absl::OkStatus();
}

void HostedService::Register(grpc::ServerBuilder& builder) {
  for (const Contract& contract : service_.contracts) {
    wires_.push_back(contract.make(*dispatcher_));
    builder.RegisterService(wires_.back().get());
  }
}

absl::Status HostedService::SetUp(Setup& setup) {
  return service_.setup ? service_.setup(setup) : absl::OkStatus();
}

void HostedService::Start() {
  executor_.Start();
  periodic_->Start();
}

void HostedService::StopBackground() {
  dispatcher_->EndStreams();
  periodic_->Stop();
}

void HostedService::Drain() { executor_.Drain(); }

HealthMonitor::Subject HostedService::HealthSubject() const {
  HealthMonitor::Subject subject{NamesOf(service_.contracts), nullptr};
  if (stores()) {
    auto connection = std::make_shared<db::Connection>(database_);
    subject.probe = [connection] { return Probe(*connection); };
  }
  return subject;
}

}  // namespace mudiriya::server
