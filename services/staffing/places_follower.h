#ifndef MUDIRIYA_SERVICES_STAFFING_PLACES_FOLLOWER_H_
#define MUDIRIYA_SERVICES_STAFFING_PLACES_FOLLOWER_H_

#include <memory>

#include "services/staffing/places.h"
#include "services/staffing/places_source.h"

namespace mudiriya::staffing {

// Places answered from the copy in this schema, which follows the registry's log of changes. A
// write looks into the log once a second at most (by the call's clock), except for a name that the
// copy does not know: then it looks at once, so what somebody has just entered is found.
std::shared_ptr<Places> FollowedPlaces(std::shared_ptr<PlacesSource> source);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_PLACES_FOLLOWER_H_
