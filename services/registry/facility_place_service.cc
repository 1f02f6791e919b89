#include "common/server/rpc.h"
#include "mudiriya/registry/v1/facility_place_service.grpc.pb.h"
#include "services/registry/facility_places.h"
#include "services/registry/module.h"
#include "services/registry/nearest_facilities.h"

namespace mudiriya::registry {
namespace handlers = ::mudiriya::registry;
namespace {

class FacilityPlaceServiceImpl final : public server::Rpc<v1::FacilityPlaceService> {
 public:
  using Rpc::Rpc;
  UNARY_RPC(SearchNearestFacilities)
  UNARY_RPC(GetFacilityPlace)
  UNARY_RPC(ListFacilityPlaces)
};

}  // namespace

server::Contract FacilityPlaceContract() { return server::ServedBy<FacilityPlaceServiceImpl>(); }

}  // namespace mudiriya::registry
