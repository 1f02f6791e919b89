#ifndef MUDIRIYA_COMMON_SERVER_HOSTED_SERVICE_H_
#define MUDIRIYA_COMMON_SERVER_HOSTED_SERVICE_H_

#include <grpcpp/impl/service_type.h>
#include <grpcpp/server_builder.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "common/call/services.h"
#include "common/client/service_identity.h"
#include "common/db/options.h"
#include "common/server/auth/authenticator.h"
#include "common/server/database.h"
#include "common/server/dispatcher.h"
#include "common/server/executor.h"
#include "common/server/health.h"
#include "common/server/metrics.h"
#include "common/server/periodic.h"
#include "common/server/service.h"

namespace mudiriya::server {

// What the services of one process share; outlives them.
struct SharedParts {
  Authenticator* authenticator = nullptr;
  Metrics* metrics = nullptr;
  std::shared_ptr<client::ServiceIdentity> identity;
};

// One service of this process, with workers, queue, schema and dependencies of its own. The
// functions are called in the order in which they stand here.
class HostedService {
 public:
  struct Capacity {
    int workers;
    int queue;
  };

  // Checks the contracts; see Dispatcher::Create for the errors.
  static absl::StatusOr<std::unique_ptr<HostedService>> Create(const Service& service,
                                                               Capacity capacity,
                                                               const SharedParts& shared);

  // Brings the schema up to date. Returns the errors of Database::Prepare.
  absl::Status Migrate(const Database& database);

  // May be called for several servers.
  void Register(grpc::ServerBuilder& builder);

  // Adds the dependencies. Returns the error of the service's own setup.
  absl::Status SetUp(Setup& setup);

  // Answers from now on.
  void Start();

  // Ends streams and periodic tasks; calls go on.
  void StopBackground();

  // Finishes what was accepted, and takes nothing more.
  void Drain();

  const std::string& name() const { return service_.name; }
  bool stores() const { return !service_.schema.empty(); }
  Services& services() { return services_; }

  // For the health of this service.
  HealthMonitor::Subject HealthSubject() const;

 private:
  HostedService(const Service& service, Capacity capacity);

  std::shared_ptr<db::Connection> Connect() const;

  const Service service_;
  db::DatabaseOptions database_;
  Services services_;
  Executor executor_;
  std::unique_ptr<Dispatcher> dispatcher_;
  std::unique_ptr<PeriodicRunner> periodic_;
  std::vector<std::unique_ptr<grpc::Service>> wires_;
};

}  // namespace mudiriya::server

#endif  // MUDIRIYA_COMMON_SERVER_HOSTED_SERVICE_H_
