#include <malloc.h>
#include <spdlog/spdlog.h>

#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <variant>

#include "absl/status/status.h"
#include "absl/time/clock.h"
#include "common/server/files.h"
#include "common/server/log.h"
#include "common/server/server.h"
#include "common/server/server_options.h"
#include "common/server/service.h"
#include "common/server/signals.h"
#include "common/status/macros.h"

namespace mudiriya::server {
namespace {

constexpr int kCannotStart = 1;

// A large import or plan leaves freed memory behind that the allocator would keep for itself.
constexpr absl::Duration kMemoryReturned = absl::Minutes(1);

absl::Status Seed(Server& server, const Program& program) {
  ASSIGN_OR_RETURN(const std::string token,
                   server.MintToken({.subject = "seed", .roles = {"*:administrator"}}));
  return program.seed(server.InProcessChannel(), token);
}

void RenewClientFile(Server& server) {
  const absl::Status renewed = server.WriteClientFile();
  if (!renewed.ok()) spdlog::warn("client.json cannot be renewed: {}", renewed.ToString());
}

void ServeUntilStopped(Server& server) {
  absl::Time renewal = absl::Now() + Server::kClientTokenLifetime / 2;
  while (!WaitForStopSignal(kMemoryReturned)) {
    malloc_trim(0);
    if (absl::Now() < renewal) continue;
    RenewClientFile(server);
    renewal = absl::Now() + Server::kClientTokenLifetime / 2;
  }
  server.Stop();
}

absl::Status Run(const ServerOptions& options, const Program& program) {
  RETURN_IF_ERROR(InitLog(options.log_level));
  CatchStopSignals();
  ASSIGN_OR_RETURN(const std::unique_ptr<Server> server, Server::Start(options, program.services));
  RETURN_IF_ERROR(server->WriteClientFile());
  if (options.seed) RETURN_IF_ERROR(Seed(*server, program));
  if (!options.ready_file.empty()) {
    RETURN_IF_ERROR(WriteFile(options.ready_file, server->address() + "\n", 0644));
  }
  ServeUntilStopped(*server);
  return absl::OkStatus();
}

}  // namespace

int RunServer(int argc, char** argv, Program program) {
  const auto parsed = ParseServerOptions(argc, argv, program.seed != nullptr);
  if (const int* exit_code = std::get_if<int>(&parsed)) return *exit_code;
  const absl::Status status = Run(std::get<ServerOptions>(parsed), program);
  spdlog::shutdown();
  if (status.ok()) return 0;
  std::cerr << argv[0] << ": " << status.message() << std::endl;
  return kCannotStart;
}

}  // namespace mudiriya::server
