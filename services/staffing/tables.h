#ifndef MUDIRIYA_SERVICES_STAFFING_TABLES_H_
#define MUDIRIYA_SERVICES_STAFFING_TABLES_H_

#include <string>

#include "absl/strings/string_view.h"
#include "common/resource/table_core.h"

namespace mudiriya::staffing {

// The records that are imported and exported as tables, by resource type, e.g.
// `staffing.mudiriya.health/Assignment`. Null if there is no such type among them.
const resource::TableCore* FindTabular(absl::string_view resource_type);

// Their types, separated by commas, for the error that names what is allowed.
std::string TabularTypes();

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_TABLES_H_
