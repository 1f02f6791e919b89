#ifndef MUDIRIYA_SERVICES_STAFFING_STAFFING_SCHEMA_H_
#define MUDIRIYA_SERVICES_STAFFING_STAFFING_SCHEMA_H_

#include <utility>
#include <vector>

namespace mudiriya::staffing {

// The migrations of staffing, embedded from schema/; they come after resource::CommonSchema.
const std::vector<std::pair<const char*, const char*>>& StaffingSchema();

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_STAFFING_SCHEMA_H_
