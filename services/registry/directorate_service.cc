#include "common/server/rpc.h"
#include "mudiriya/registry/v1/directorate_service.grpc.pb.h"
#include "services/registry/directorates.h"
#include "services/registry/module.h"

namespace mudiriya::registry {
namespace handlers = ::mudiriya::registry;
namespace {

class DirectorateServiceImpl final : public server::Rpc<v1::DirectorateService> {
 public:
  using Rpc::Rpc;
  UNARY_RPC(CreateDirectorate)
  UNARY_RPC(GetDirectorate)
  UNARY_RPC(ListDirectorates)
  UNARY_RPC(UpdateDirectorate)
  UNARY_RPC(DeleteDirectorate)
  UNARY_RPC(UndeleteDirectorate)
};

}  // namespace

server::Contract DirectorateContract() { return server::ServedBy<DirectorateServiceImpl>(); }

}  // namespace mudiriya::registry
