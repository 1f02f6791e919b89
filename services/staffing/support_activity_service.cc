#include "common/server/rpc.h"
#include "mudiriya/staffing/v1/support_activity_service.grpc.pb.h"
#include "services/staffing/module.h"
#include "services/staffing/support_activities.h"

namespace mudiriya::staffing {
namespace handlers = ::mudiriya::staffing;
namespace {

class SupportActivityServiceImpl final : public server::Rpc<v1::SupportActivityService> {
 public:
  using Rpc::Rpc;
  UNARY_RPC(GetSupportActivity)
  UNARY_RPC(ListSupportActivities)
  UNARY_RPC(CreateSupportActivity)
  UNARY_RPC(UpdateSupportActivity)
  UNARY_RPC(DeleteSupportActivity)
};

}  // namespace

server::Contract SupportActivityContract() {
  return server::ServedBy<SupportActivityServiceImpl>();
}

}  // namespace mudiriya::staffing
