#include "common/server/rpc.h"
#include "mudiriya/staffing/v1/staff_return_service.grpc.pb.h"
#include "services/staffing/module.h"
#include "services/staffing/staff_returns.h"

namespace mudiriya::staffing {
namespace handlers = ::mudiriya::staffing;
namespace {

class StaffReturnServiceImpl final : public server::Rpc<v1::StaffReturnService> {
 public:
  using Rpc::Rpc;
  UNARY_RPC(GetStaffReturn)
  UNARY_RPC(ListStaffReturns)
  UNARY_RPC(CreateStaffReturn)
  UNARY_RPC(UpdateStaffReturn)
  UNARY_RPC(DeleteStaffReturn)
};

}  // namespace

server::Contract StaffReturnContract() { return server::ServedBy<StaffReturnServiceImpl>(); }

}  // namespace mudiriya::staffing
