#include "common/server/rpc.h"
#include "mudiriya/registry/v1/area_service.grpc.pb.h"
#include "services/registry/areas.h"
#include "services/registry/module.h"

namespace mudiriya::registry {
namespace handlers = ::mudiriya::registry;
namespace {

class AreaServiceImpl final : public server::Rpc<v1::AreaService> {
 public:
  using Rpc::Rpc;
  UNARY_RPC(CreateArea)
  UNARY_RPC(GetArea)
  UNARY_RPC(ListAreas)
  UNARY_RPC(UpdateArea)
  UNARY_RPC(DeleteArea)
  UNARY_RPC(UndeleteArea)
};

}  // namespace

server::Contract AreaContract() { return server::ServedBy<AreaServiceImpl>(); }

}  // namespace mudiriya::registry
