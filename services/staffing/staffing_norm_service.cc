#include "common/server/rpc.h"
#include "mudiriya/staffing/v1/staffing_norm_service.grpc.pb.h"
#include "services/staffing/module.h"
#include "services/staffing/staffing_norms.h"

namespace mudiriya::staffing {
namespace handlers = ::mudiriya::staffing;
namespace {

class StaffingNormServiceImpl final : public server::Rpc<v1::StaffingNormService> {
 public:
  using Rpc::Rpc;
  UNARY_RPC(GetStaffingNorm)
  UNARY_RPC(ListStaffingNorms)
  UNARY_RPC(CreateStaffingNorm)
  UNARY_RPC(UpdateStaffingNorm)
  UNARY_RPC(DeleteStaffingNorm)
};

}  // namespace

server::Contract StaffingNormContract() { return server::ServedBy<StaffingNormServiceImpl>(); }

}  // namespace mudiriya::staffing
