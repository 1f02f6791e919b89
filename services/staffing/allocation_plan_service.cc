#include "mudiriya/staffing/v1/allocation_plan_service.grpc.pb.h"
#include "services/staffing/allocation_moves.h"
#include "services/staffing/allocation_plans.h"
#include "services/staffing/module.h"
#include "services/staffing/plan_steps.h"
#include "services/staffing/transfer_orders.h"

namespace mudiriya::staffing {
namespace handlers = ::mudiriya::staffing;
namespace {

class AllocationPlanServiceImpl final : public server::Rpc<v1::AllocationPlanService> {
 public:
  using Rpc::Rpc;
  UNARY_RPC(ComputeAllocation)
  UNARY_RPC(CreateAllocationPlan)
  UNARY_RPC(GetAllocationPlan)
  UNARY_RPC(ListAllocationPlans)
  UNARY_RPC(UpdateAllocationPlan)
  UNARY_RPC(DeleteAllocationPlan)
  UNARY_RPC(ListAllocationMoves)
  UNARY_RPC(ProposeAllocationPlan)
  UNARY_RPC(ApproveAllocationPlan)
  UNARY_RPC(RejectAllocationPlan)
  UNARY_RPC(CancelAllocationPlan)
  UNARY_RPC(OrderAllocationPlan)
  UNARY_RPC(ApplyAllocationPlan)
  UNARY_RPC(PrintTransferOrders)
};

}  // namespace

server::Contract AllocationPlanContract() { return server::ServedBy<AllocationPlanServiceImpl>(); }

}  // namespace mudiriya::staffing
