#ifndef MUDIRIYA_SERVICES_STAFFING_PLAN_INSTANCE_H_
#define MUDIRIYA_SERVICES_STAFFING_PLAN_INSTANCE_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "common/db/transaction.h"
#include "mudiriya/staffing/v1/allocation_parameters.pb.h"
#include "mudiriya/staffing/v1/gap.pb.h"
#include "services/staffing/allocation/model.h"
#include "services/staffing/place_table.h"

namespace mudiriya::staffing {

// The post that a person of an instance would leave.
struct HeldPost {
  std::string assignment;  // id
  std::string etag;        // of the assignment, as it is pinned
};

// The staffing of a directorate on a day, as the allocation is asked about it.
struct PlanInstance {
  allocation::Request request;
  std::vector<v1::PriorityTerms> priorities;  // of request.facilities
  std::vector<HeldPost> posts;                // of request.persons
};

// What an instance is read for.
struct PlanScope {
  std::string directorate;  // id
  absl::CivilDay today;
  bool returns = false;                 // staff are counted by returns; nobody has a name
  v1::AllocationParameters parameters;  // resolved
};

// Reads levels, facilities, those who may be moved, and substitution rules. Only those are read who
// stand where there is somebody to spare, so that a large directorate costs what its surplus does.
absl::StatusOr<PlanInstance> LoadInstance(db::Transaction& tx, const PlanScope& scope);

// Whether nobody is moved to or from the place: it is deleted, or closed for a time or for good.
bool IsOutOfService(const Place& place);

// The ids of the facilities whose names a stored list holds: a JSON array of resource names, which
// have no character that JSON escapes.
std::vector<std::string> FacilityIdsIn(absl::string_view json);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_PLAN_INSTANCE_H_
