#include "common/server/rpc.h"
#include "mudiriya/staffing/v1/requirement_service.grpc.pb.h"
#include "services/staffing/module.h"
#include "services/staffing/requirements.h"

namespace mudiriya::staffing {
namespace handlers = ::mudiriya::staffing;
namespace {

class RequirementServiceImpl final : public server::Rpc<v1::RequirementService> {
 public:
  using Rpc::Rpc;
  UNARY_RPC(GetRequirement)
  UNARY_RPC(ListRequirements)
  UNARY_RPC(ComputeRequirement)
};

}  // namespace

server::Contract RequirementContract() { return server::ServedBy<RequirementServiceImpl>(); }

}  // namespace mudiriya::staffing
