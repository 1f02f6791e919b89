#ifndef MUDIRIYA_SERVICES_REGISTRY_TABLES_H_
#define MUDIRIYA_SERVICES_REGISTRY_TABLES_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "common/resource/table_core.h"

namespace mudiriya::registry {

// Every stored resource of the registry.
std::vector<const resource::TableCore*> AllTables();

// Of those that go in and out as CSV, the one of a resource type
// (`registry.mudiriya.health/Area`); null for any other text.
const resource::TableCore* FindTabular(absl::string_view resource_type);

// Their types, with commas between.
std::string TabularTypes();

}  // namespace mudiriya::registry

#endif  // MUDIRIYA_SERVICES_REGISTRY_TABLES_H_
