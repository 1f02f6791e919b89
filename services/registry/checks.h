#ifndef MUDIRIYA_SERVICES_REGISTRY_CHECKS_H_
#define MUDIRIYA_SERVICES_REGISTRY_CHECKS_H_

#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "common/status/violations.h"
#include "google/protobuf/repeated_field.h"
#include "google/type/date.pb.h"
#include "google/type/latlng.pb.h"

// Checks of values that the contract's rules cannot express. Those that take violations add theirs
// under `field`, the path from the request, e.g. "area.centroid".
namespace mudiriya::registry {

// OUT_OF_RANGE if the point is off the globe: latitude beyond ±90° or longitude beyond ±180°, or
// not a number.
void CheckPoint(const google::type::LatLng& point, absl::string_view field, Violations& violations);

// DUPLICATE_ITEM for each text that stands in the list again.
void CheckDistinct(const google::protobuf::RepeatedPtrField<std::string>& texts,
                   absl::string_view field, Violations& violations);

// DUPLICATE_ITEM for a day named twice, UNKNOWN_VALUE for what is no day of the week.
void CheckWeekend(const google::protobuf::RepeatedField<int>& days, absl::string_view field,
                  Violations& violations);

// The day, if year, month and day are given and there is such a day.
std::optional<absl::CivilDay> ToCivilDay(const google::type::Date& date);

google::type::Date ToDate(absl::CivilDay day);

// The day; INVALID_DATE and nothing if there is no such day.
std::optional<absl::CivilDay> CheckDate(const google::type::Date& date, absl::string_view field,
                                        Violations& violations);

}  // namespace mudiriya::registry

#endif  // MUDIRIYA_SERVICES_REGISTRY_CHECKS_H_
