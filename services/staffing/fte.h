#ifndef MUDIRIYA_SERVICES_STAFFING_FTE_H_
#define MUDIRIYA_SERVICES_STAFFING_FTE_H_

#include <optional>
#include <vector>

#include "absl/time/civil_time.h"

namespace mudiriya::staffing {

// A share of full time over a run of days.
struct Stint {
  double fte = 0;
  absl::CivilDay first;
  std::optional<absl::CivilDay> last;  // included; empty: open-ended
};

// A day on which a person's shares add up to more than 1.
struct FteExcess {
  absl::CivilDay day;
  double total = 0;
};

// The first day on which the stints of one person exceed 1 in sum, or nothing. Shares such as ten
// times 0.1 count as 1, whatever binary fractions make of them.
std::optional<FteExcess> FirstExcess(std::vector<Stint> stints);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_FTE_H_
