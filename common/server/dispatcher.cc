#include "common/server/dispatcher.h"

#include "common/status/macros.h"

namespace mudiriya::server {

absl::StatusOr<std::unique_ptr<Dispatcher>> Dispatcher::Create(const DispatcherParts& parts) {
  ASSIGN_OR_RETURN(PolicyTable policies, PolicyTable::Read(parts.contracts));
  return std::unique_ptr<Dispatcher>(new Dispatcher(parts, std::move(policies)));
}

Dispatcher::Dispatcher(const DispatcherParts& parts, PolicyTable policies)
    : parts_(parts),
      admission_(std::move(policies), parts.authenticator, parts.clock),
      telemetry_(parts.service, admission_.policies(), parts.metrics) {}

}  // namespace mudiriya::server
