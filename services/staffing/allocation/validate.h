#ifndef MUDIRIYA_SERVICES_STAFFING_ALLOCATION_VALIDATE_H_
#define MUDIRIYA_SERVICES_STAFFING_ALLOCATION_VALIDATE_H_

#include "absl/status/status.h"
#include "services/staffing/allocation/model.h"

namespace mudiriya::staffing::allocation {

// Checks a request before it is computed. Names facilities and cadres by id, persons by their place
// in the list only, so that a log of the message tells nothing of anyone.
// Returns INVALID_ARGUMENT if an id is empty or twice there, an index is outside its list, a figure
// is negative, not finite or too large, or a place counts fewer heads than may be moved.
absl::Status ValidateRequest(const Request& request);

}  // namespace mudiriya::staffing::allocation

#endif  // MUDIRIYA_SERVICES_STAFFING_ALLOCATION_VALIDATE_H_
