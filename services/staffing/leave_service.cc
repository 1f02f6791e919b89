#include "common/server/rpc.h"
#include "mudiriya/staffing/v1/leave_service.grpc.pb.h"
#include "services/staffing/leaves.h"
#include "services/staffing/module.h"

namespace mudiriya::staffing {
namespace handlers = ::mudiriya::staffing;
namespace {

class LeaveServiceImpl final : public server::Rpc<v1::LeaveService> {
 public:
  using Rpc::Rpc;
  UNARY_RPC(GetLeave)
  UNARY_RPC(ListLeaves)
  UNARY_RPC(CreateLeave)
  UNARY_RPC(UpdateLeave)
  UNARY_RPC(DeleteLeave)
};

}  // namespace

server::Contract LeaveContract() { return server::ServedBy<LeaveServiceImpl>(); }

}  // namespace mudiriya::staffing
