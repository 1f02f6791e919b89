#include "common/server/rpc.h"
#include "mudiriya/registry/v1/change_service.grpc.pb.h"
#include "services/registry/changes.h"
#include "services/registry/module.h"

namespace mudiriya::registry {
namespace handlers = ::mudiriya::registry;
namespace {

class ChangeServiceImpl final : public server::Rpc<v1::ChangeService> {
 public:
  using Rpc::Rpc;
  UNARY_RPC(ListChanges)
  STREAM_RPC(WatchChanges)
};

}  // namespace

server::Contract ChangeContract() { return server::ServedBy<ChangeServiceImpl>(); }

}  // namespace mudiriya::registry
