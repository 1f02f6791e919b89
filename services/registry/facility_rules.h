#ifndef MUDIRIYA_SERVICES_REGISTRY_FACILITY_RULES_H_
#define MUDIRIYA_SERVICES_REGISTRY_FACILITY_RULES_H_

#include "common/call/call.h"
#include "common/resource/hooks.h"
#include "mudiriya/registry/v1/facility.pb.h"

namespace mudiriya::registry {

// What a write of a facility keeps to:
// - its directorate, area, parent facility and programmes are there and not deleted;
// - it is not a branch of itself or of its own branches (CYCLE);
// - the place of a mobile clinic changes by a move only (MOVE_INSTEAD);
// - it is not deleted while branches or departments remain (IN_USE).
// A new facility works fully; a new mobile clinic begins the history of its places. `call` must
// outlive the hooks.
resource::Hooks<v1::Facility> FacilityHooks(Call& call);

}  // namespace mudiriya::registry

#endif  // MUDIRIYA_SERVICES_REGISTRY_FACILITY_RULES_H_
