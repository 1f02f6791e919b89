#ifndef MUDIRIYA_SERVICES_REGISTRY_FACILITY_PLACES_H_
#define MUDIRIYA_SERVICES_REGISTRY_FACILITY_PLACES_H_

#include "absl/status/statusor.h"
#include "common/call/call.h"
#include "mudiriya/registry/v1/facility_place_service.pb.h"

// Density, remoteness and ranks of facilities. The contract says what each method returns.
namespace mudiriya::registry {

absl::StatusOr<v1::FacilityPlace> GetFacilityPlace(Call& call,
                                                   const v1::GetFacilityPlaceRequest& request);
absl::StatusOr<v1::ListFacilityPlacesResponse> ListFacilityPlaces(
    Call& call, const v1::ListFacilityPlacesRequest& request);

}  // namespace mudiriya::registry

#endif  // MUDIRIYA_SERVICES_REGISTRY_FACILITY_PLACES_H_
