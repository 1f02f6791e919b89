#ifndef MUDIRIYA_SERVICES_REGISTRY_FACILITIES_H_
#define MUDIRIYA_SERVICES_REGISTRY_FACILITIES_H_

#include "absl/status/statusor.h"
#include "common/call/call.h"
#include "common/resource/table.h"
#include "mudiriya/registry/v1/facility.pb.h"
#include "mudiriya/registry/v1/facility_service.pb.h"

// Facilities. The contract says what each method returns; the rules are in facility_rules.h, the
// methods with a verb of their own in facility_status.h and facility_moves.h.
namespace mudiriya::registry {

const resource::Table<v1::Facility>& Facilities();

absl::StatusOr<v1::Facility> CreateFacility(Call& call, const v1::CreateFacilityRequest& request);
absl::StatusOr<v1::Facility> GetFacility(Call& call, const v1::GetFacilityRequest& request);
absl::StatusOr<v1::ListFacilitiesResponse> ListFacilities(Call& call,
                                                          const v1::ListFacilitiesRequest& request);
absl::StatusOr<v1::Facility> UpdateFacility(Call& call, const v1::UpdateFacilityRequest& request);
absl::StatusOr<v1::Facility> DeleteFacility(Call& call, const v1::DeleteFacilityRequest& request);
absl::StatusOr<v1::Facility> UndeleteFacility(Call& call,
                                              const v1::UndeleteFacilityRequest& request);

}  // namespace mudiriya::registry

#endif  // MUDIRIYA_SERVICES_REGISTRY_FACILITIES_H_
