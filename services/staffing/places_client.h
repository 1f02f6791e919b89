#ifndef MUDIRIYA_SERVICES_STAFFING_PLACES_CLIENT_H_
#define MUDIRIYA_SERVICES_STAFFING_PLACES_CLIENT_H_

#include <grpcpp/channel.h>

#include <memory>

#include "services/staffing/places_source.h"

namespace mudiriya::staffing {

// The registry behind a channel. Asks in the name of this service, whose copy must be whole
// whatever its callers may read.
std::shared_ptr<PlacesSource> RegistryPlaces(std::shared_ptr<grpc::Channel> channel);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_PLACES_CLIENT_H_
