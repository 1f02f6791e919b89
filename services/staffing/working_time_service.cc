#include "common/server/rpc.h"
#include "mudiriya/staffing/v1/working_time_service.grpc.pb.h"
#include "services/staffing/module.h"
#include "services/staffing/working_times.h"

namespace mudiriya::staffing {
namespace handlers = ::mudiriya::staffing;
namespace {

class WorkingTimeServiceImpl final : public server::Rpc<v1::WorkingTimeService> {
 public:
  using Rpc::Rpc;
  UNARY_RPC(GetWorkingTime)
  UNARY_RPC(ListWorkingTimes)
  UNARY_RPC(CreateWorkingTime)
  UNARY_RPC(UpdateWorkingTime)
  UNARY_RPC(DeleteWorkingTime)
};

}  // namespace

server::Contract WorkingTimeContract() { return server::ServedBy<WorkingTimeServiceImpl>(); }

}  // namespace mudiriya::staffing
