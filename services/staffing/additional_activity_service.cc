#include "common/server/rpc.h"
#include "mudiriya/staffing/v1/additional_activity_service.grpc.pb.h"
#include "services/staffing/additional_activities.h"
#include "services/staffing/module.h"

namespace mudiriya::staffing {
namespace handlers = ::mudiriya::staffing;
namespace {

class AdditionalActivityServiceImpl final : public server::Rpc<v1::AdditionalActivityService> {
 public:
  using Rpc::Rpc;
  UNARY_RPC(GetAdditionalActivity)
  UNARY_RPC(ListAdditionalActivities)
  UNARY_RPC(CreateAdditionalActivity)
  UNARY_RPC(UpdateAdditionalActivity)
  UNARY_RPC(DeleteAdditionalActivity)
};

}  // namespace

server::Contract AdditionalActivityContract() {
  return server::ServedBy<AdditionalActivityServiceImpl>();
}

}  // namespace mudiriya::staffing
