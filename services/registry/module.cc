#include "services/registry/module.h"

#include "absl/time/time.h"
#include "services/registry/changes.h"
#include "services/registry/registry_schema.h"

namespace mudiriya::registry {

server::Service Registry() {
  return {.name = "registry",
          .schema = "mudiriya_registry",
          .schema_files = &RegistrySchema,
          .contracts = {DirectorateContract(), CalendarContract(), AreaContract(),
                        FacilityContract(), FacilityPlaceContract(), DepartmentContract(),
                        ProgrammeContract(), ChangeContract(), ImportContract(), ExportContract()},
          .periodic_tasks = {{"seal_changes", absl::Seconds(2), &SealChanges}}};
}

}  // namespace mudiriya::registry
