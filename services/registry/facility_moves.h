#ifndef MUDIRIYA_SERVICES_REGISTRY_FACILITY_MOVES_H_
#define MUDIRIYA_SERVICES_REGISTRY_FACILITY_MOVES_H_

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "common/call/call.h"
#include "common/db/transaction.h"
#include "common/resource/table.h"
#include "mudiriya/registry/v1/facility_service.pb.h"

// Where mobile clinics stand and have stood. The contract says what each method returns.
namespace mudiriya::registry {

const resource::Table<v1::FacilityLocation>& FacilityLocations();

// Adds the facility's present place to its history. Its row is locked.
absl::Status AppendLocation(Call& call, db::Transaction& tx, const v1::Facility& facility,
                            const std::string& note);

absl::StatusOr<v1::Facility> MoveFacility(Call& call, const v1::MoveFacilityRequest& request);
absl::StatusOr<v1::ListFacilityLocationsResponse> ListFacilityLocations(
    Call& call, const v1::ListFacilityLocationsRequest& request);

}  // namespace mudiriya::registry

#endif  // MUDIRIYA_SERVICES_REGISTRY_FACILITY_MOVES_H_
