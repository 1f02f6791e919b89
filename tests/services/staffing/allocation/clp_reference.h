#ifndef MUDIRIYA_TESTS_SERVICES_STAFFING_ALLOCATION_CLP_REFERENCE_H_
#define MUDIRIYA_TESTS_SERVICES_STAFFING_ALLOCATION_CLP_REFERENCE_H_

#include <cstdint>
#include <optional>

#include "absl/time/time.h"
#include "services/staffing/allocation/model.h"

namespace mudiriya::staffing::allocation {

struct ReferenceOptimum {
  std::optional<int64_t> change;  // of the objective, in millionths; empty: Clp did not finish
  absl::Duration solving;         // by Clp alone, without building the programmes
  int64_t columns = 0;
};

// The optimum by COIN-OR Clp, over every permitted move, as a linear programme (that of a network
// has whole solutions). Without a limit of moves each market is a programme of its own, which is
// the quickest way for Clp; with one, all are one programme. For requests that keep shares of 1.
ReferenceOptimum ClpOptimum(const Request& request);

}  // namespace mudiriya::staffing::allocation

#endif  // MUDIRIYA_TESTS_SERVICES_STAFFING_ALLOCATION_CLP_REFERENCE_H_
