#include "common/server/rpc.h"
#include "mudiriya/registry/v1/facility_service.grpc.pb.h"
#include "services/registry/facilities.h"
#include "services/registry/facility_moves.h"
#include "services/registry/facility_status.h"
#include "services/registry/module.h"

namespace mudiriya::registry {
namespace handlers = ::mudiriya::registry;
namespace {

class FacilityServiceImpl final : public server::Rpc<v1::FacilityService> {
 public:
  using Rpc::Rpc;
  UNARY_RPC(CreateFacility)
  UNARY_RPC(GetFacility)
  UNARY_RPC(ListFacilities)
  UNARY_RPC(UpdateFacility)
  UNARY_RPC(DeleteFacility)
  UNARY_RPC(UndeleteFacility)
  UNARY_RPC(ChangeFacilityStatus)
  UNARY_RPC(ListFacilityStatusChanges)
  UNARY_RPC(MoveFacility)
  UNARY_RPC(ListFacilityLocations)
};

}  // namespace

server::Contract FacilityContract() { return server::ServedBy<FacilityServiceImpl>(); }

}  // namespace mudiriya::registry
