#ifndef MUDIRIYA_SERVICES_REGISTRY_REGISTRY_SCHEMA_H_
#define MUDIRIYA_SERVICES_REGISTRY_REGISTRY_SCHEMA_H_

#include <utility>
#include <vector>

namespace mudiriya::registry {

// The migrations of the registry, embedded from schema/; they come after resource::CommonSchema.
const std::vector<std::pair<const char*, const char*>>& RegistrySchema();

}  // namespace mudiriya::registry

#endif  // MUDIRIYA_SERVICES_REGISTRY_REGISTRY_SCHEMA_H_
