#ifndef MUDIRIYA_SERVICES_REGISTRY_SUBTREE_H_
#define MUDIRIYA_SERVICES_REGISTRY_SUBTREE_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "common/call/call.h"
#include "common/resource/list_query.h"

// Lists that are limited to an area and what lies below it.
namespace mudiriya::registry {

// The condition for areas that lie below `ancestor_area` (a name; "" for no condition), itself not
// included. `parent` is the list's, `directorates/homs` or `directorates/-`.
// Returns INVALID_ARGUMENT if the area lies in another directorate than the parent or is malformed,
// FAILED_PRECONDITION REFERENCE_NOT_FOUND if there is no such area where the caller may read.
absl::StatusOr<resource::Condition> AreasBelow(Call& call, const std::string& parent,
                                               const std::string& ancestor_area);

// The same for facilities that lie in the area or in any below it.
absl::StatusOr<resource::Condition> FacilitiesWithin(Call& call, const std::string& parent,
                                                     const std::string& ancestor_area);

}  // namespace mudiriya::registry

#endif  // MUDIRIYA_SERVICES_REGISTRY_SUBTREE_H_
