#ifndef MUDIRIYA_SERVICES_REGISTRY_MODULE_H_
#define MUDIRIYA_SERVICES_REGISTRY_MODULE_H_

#include "common/server/rpc.h"
#include "common/server/service.h"

namespace mudiriya::registry {

// The service as a program that serves it describes it: its contracts, schema and periodic work.
server::Service Registry();

// What answers each of its contracts.
server::Contract DirectorateContract();
server::Contract CalendarContract();
server::Contract AreaContract();
server::Contract FacilityContract();
server::Contract FacilityPlaceContract();
server::Contract DepartmentContract();
server::Contract ProgrammeContract();
server::Contract ChangeContract();
server::Contract ImportContract();
server::Contract ExportContract();

}  // namespace mudiriya::registry

#endif  // MUDIRIYA_SERVICES_REGISTRY_MODULE_H_
