#ifndef MUDIRIYA_SERVICES_REGISTRY_NEAREST_FACILITIES_H_
#define MUDIRIYA_SERVICES_REGISTRY_NEAREST_FACILITIES_H_

#include "absl/status/statusor.h"
#include "common/call/call.h"
#include "mudiriya/registry/v1/facility_place_service.pb.h"

namespace mudiriya::registry {

// The contract says what it returns.
absl::StatusOr<v1::SearchNearestFacilitiesResponse> SearchNearestFacilities(
    Call& call, const v1::SearchNearestFacilitiesRequest& request);

}  // namespace mudiriya::registry

#endif  // MUDIRIYA_SERVICES_REGISTRY_NEAREST_FACILITIES_H_
