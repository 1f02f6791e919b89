#ifndef MUDIRIYA_COMMON_RESOURCE_COMMON_SCHEMA_H_
#define MUDIRIYA_COMMON_RESOURCE_COMMON_SCHEMA_H_

#include <utility>
#include <vector>

namespace mudiriya::resource {

// The migrations of the tables that each service has: change log, idempotency. Component "common",
// before the service's own.
const std::vector<std::pair<const char*, const char*>>& CommonSchema();

}  // namespace mudiriya::resource

#endif  // MUDIRIYA_COMMON_RESOURCE_COMMON_SCHEMA_H_
