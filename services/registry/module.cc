#include "services/registry/module.h"

#include "absl/time/time.h"
#include "common/resource/write.h"
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
          .periodic_tasks = {{"seal_changes", absl::Seconds(2), &SealChanges},
                             {"prune_answers", absl::Hours(1), &resource::PruneAnswers}}};
}

}  // namespace mudiriya::registry
