#ifndef MUDIRIYA_SERVICES_STAFFING_PLACES_H_
#define MUDIRIYA_SERVICES_STAFFING_PLACES_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "absl/types/span.h"
#include "common/call/call.h"

namespace mudiriya::staffing {

// What staffing asks of the registry, which owns directorates, areas, facilities and departments.
// Asked before a transaction opens (an answer may take a call to the registry); what is needed
// inside of one is read from the copy of the facilities in this schema, see place_table.h. Handlers
// reach it by call.service<Places>(). Thread-safe.
class Places {
 public:
  virtual ~Places() = default;

  // Those among the full resource names (of areas, facilities, departments, in any mix, all of one
  // directorate) that do not exist or are deleted, in the order given. A facility that is not among
  // them is in the copy when this returns.
  // Returns UNAVAILABLE if the registry cannot be reached.
  virtual absl::StatusOr<std::vector<std::string>> FindMissing(
      Call& call, absl::Span<const std::string> names) = 0;

  // The time zone of a directorate, given by id. Also tells whether there is such a directorate.
  // Returns NOT_FOUND if there is none or it is deleted, UNAVAILABLE as above.
  virtual absl::StatusOr<absl::TimeZone> TimeZone(Call& call, absl::string_view directorate) = 0;

  // Public holidays of a year that fall on working days of the directorate; 0 if none is entered.
  // Returns as TimeZone does.
  virtual absl::StatusOr<int> PublicHolidays(Call& call, absl::string_view directorate,
                                             int year) = 0;

  // Brings the copy of a directorate's places up to the registry's last change, for a reader who
  // wants figures of now. Where the registry cannot be reached, what is known stands.
  // Returns UNAVAILABLE if nothing is known, NOT_FOUND as TimeZone does.
  virtual absl::Status Follow(Call& /*call*/, absl::string_view /*directorate*/) {
    return absl::OkStatus();  // places that never change, as tests have them
  }
};

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_PLACES_H_
