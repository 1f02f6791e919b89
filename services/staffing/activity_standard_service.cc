#include "common/server/rpc.h"
#include "mudiriya/staffing/v1/activity_standard_service.grpc.pb.h"
#include "services/staffing/activity_standards.h"
#include "services/staffing/module.h"

namespace mudiriya::staffing {
namespace handlers = ::mudiriya::staffing;
namespace {

class ActivityStandardServiceImpl final : public server::Rpc<v1::ActivityStandardService> {
 public:
  using Rpc::Rpc;
  UNARY_RPC(GetActivityStandard)
  UNARY_RPC(ListActivityStandards)
  UNARY_RPC(CreateActivityStandard)
  UNARY_RPC(UpdateActivityStandard)
  UNARY_RPC(DeleteActivityStandard)
};

}  // namespace

server::Contract ActivityStandardContract() {
  return server::ServedBy<ActivityStandardServiceImpl>();
}

}  // namespace mudiriya::staffing
