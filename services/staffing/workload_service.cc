#include "common/server/rpc.h"
#include "mudiriya/staffing/v1/workload_service.grpc.pb.h"
#include "services/staffing/module.h"
#include "services/staffing/workloads.h"

namespace mudiriya::staffing {
namespace handlers = ::mudiriya::staffing;
namespace {

class WorkloadServiceImpl final : public server::Rpc<v1::WorkloadService> {
 public:
  using Rpc::Rpc;
  UNARY_RPC(GetWorkload)
  UNARY_RPC(ListWorkloads)
  UNARY_RPC(CreateWorkload)
  UNARY_RPC(UpdateWorkload)
  UNARY_RPC(DeleteWorkload)
};

}  // namespace

server::Contract WorkloadContract() { return server::ServedBy<WorkloadServiceImpl>(); }

}  // namespace mudiriya::staffing
