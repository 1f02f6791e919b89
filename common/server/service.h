#ifndef MUDIRIYA_COMMON_SERVER_SERVICE_H_
#define MUDIRIYA_COMMON_SERVER_SERVICE_H_

#include <grpcpp/channel.h>

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "common/call/call.h"
#include "common/server/rpc.h"

namespace mudiriya::server {

// What a service finds while it starts. The database is migrated by then, and services of this
// process that stand before it in the program's list can be called already; nobody calls yet from
// outside.
class Setup {
 public:
  virtual ~Setup() = default;

  // Where to add what handlers reach by call.service<T>().
  virtual Services& services() = 0;

  // A channel to another service by its name, e.g. "registry": in this process if it runs here,
  // else to the address given by `--peer registry=host:port`.
  // Returns FAILED_PRECONDITION if it neither runs here nor has an address.
  virtual absl::StatusOr<std::shared_ptr<grpc::Channel>> Peer(absl::string_view service) = 0;

  // The server's own directory, for keys and the like.
  virtual const std::string& data_dir() const = 0;
};

// Work that a service does by itself, again and again, on one of its workers, e.g. sealing the
// change log. The caller is the service itself (`*:service`). The next turn comes `every` after the
// last one ended; a turn that failed is logged, counted and tried again at the next.
struct PeriodicTask {
  const char* name;  // "seal_changes"
  absl::Duration every;
  absl::Status (*run)(Call&);
};

// A service as main() describes it, e.g. in services/registry/module.cc:
//
//   server::Service Registry() {
//     return {.name = "registry",
//             .schema = "mudiriya_registry",
//             .schema_files = &RegistrySchema,           // from mudiriya_embed
//             .contracts = {DirectorateContract(), AreaContract(), FacilityContract()},
//             .periodic_tasks = {{"seal_changes", absl::Seconds(2), &SealChanges}}};
//   }
//
// and its main.cc:
//
//   int main(int argc, char** argv) {
//     return mudiriya::server::RunServer(argc, argv, {.services =
//     {mudiriya::registry::Registry()}});
//   }
struct Service {
  // Also its label in metrics and logs, and the name that other services call it by.
  std::string name;

  // Its MySQL schema; empty for a service that stores nothing.
  std::string schema = "";

  // Its own migrations. Those of common/resource come before them by themselves.
  const std::vector<std::pair<const char*, const char*>>& (*schema_files)() = nullptr;

  std::vector<Contract> contracts;

  // Adds the dependencies; may be empty.
  std::function<absl::Status(Setup&)> setup = nullptr;

  std::vector<PeriodicTask> periodic_tasks = {};
};

// A program that serves.
struct Program {
  std::vector<Service> services;

  // Loads demonstration data through the public RPCs, after `--seed`, as administrator of all.
  std::function<absl::Status(std::shared_ptr<grpc::Channel>, const std::string& token)> seed =
      nullptr;
};

// Reads the options, starts the services, serves until SIGTERM or SIGINT, drains and stops.
// Returns the exit code: 0, 1 if it could not start (the reason is on stderr), 2 for wrong usage.
int RunServer(int argc, char** argv, Program program);

}  // namespace mudiriya::server

#endif  // MUDIRIYA_COMMON_SERVER_SERVICE_H_
