#ifndef MUDIRIYA_SERVICES_REGISTRY_CHECKS_H_
#define MUDIRIYA_SERVICES_REGISTRY_CHECKS_H_

#include <string>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "common/status/violations.h"
#include "google/protobuf/repeated_field.h"
#include "google/type/date.pb.h"

// Checks of values that the contract's rules cannot express. Those that take violations add theirs
// under `field`, the path from the request, e.g. "area.centroid".
namespace mudiriya::registry {

// DUPLICATE_ITEM for each text that stands in the list again.
void CheckDistinct(const google::protobuf::RepeatedPtrField<std::string>& texts,
                   absl::string_view field, Violations& violations);

// DUPLICATE_ITEM for a day named twice, UNKNOWN_VALUE for what is no day of the week.
void CheckWeekend(const google::protobuf::RepeatedField<int>& days, absl::string_view field,
                  Violations& violations);

// The day of a valid date (requests are validated before handlers see them).
absl::CivilDay ToCivilDay(const google::type::Date& date);

google::type::Date ToDate(absl::CivilDay day);

}  // namespace mudiriya::registry

#endif  // MUDIRIYA_SERVICES_REGISTRY_CHECKS_H_
