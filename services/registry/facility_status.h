#ifndef MUDIRIYA_SERVICES_REGISTRY_FACILITY_STATUS_H_
#define MUDIRIYA_SERVICES_REGISTRY_FACILITY_STATUS_H_

#include "absl/status/statusor.h"
#include "common/call/call.h"
#include "common/resource/table.h"
#include "mudiriya/registry/v1/facility_service.pb.h"

// Whether a facility works, and the record of who changed that, when and why. The contract says
// what each method returns.
namespace mudiriya::registry {

const resource::Table<v1::FacilityStatusChange>& FacilityStatusChanges();

absl::StatusOr<v1::Facility> ChangeFacilityStatus(Call& call,
                                                  const v1::ChangeFacilityStatusRequest& request);
absl::StatusOr<v1::ListFacilityStatusChangesResponse> ListFacilityStatusChanges(
    Call& call, const v1::ListFacilityStatusChangesRequest& request);

}  // namespace mudiriya::registry

#endif  // MUDIRIYA_SERVICES_REGISTRY_FACILITY_STATUS_H_
