#ifndef MUDIRIYA_SERVICES_STAFFING_ALLOCATION_ALLOCATE_H_
#define MUDIRIYA_SERVICES_STAFFING_ALLOCATION_ALLOCATE_H_

#include "absl/status/statusor.h"
#include "services/staffing/allocation/model.h"

namespace mudiriya::staffing::allocation {

// The moves that minimise
//   Σ p·R·s(F)² + Σ_moves (β + α·km − γ·[preferred] + penalty),   s(F) = max(0, 1 − F/R),
// exactly (costs in whole millionths), where
// - a facility gives, in a cadre, only what it has now above max(min_staff, ceil(φ·R)) and only
//   persons who may move; it receives only up to ceil(R) from what it has now. So each move stands
//   on its own: none relies on another having been made before;
// - in one cadre a facility gives or receives, not both, and nobody moves within a facility;
// - a person moves at most once, is full-time, permanent, not on leave, at the post for
//   min_days_at_post, and is not restricted from the destination;
// - distance and number of moves stay within their limits.
// Of interchangeable persons those longest at the post go first, then by id. The same request gives
// the same plan, whatever the order of its lists; threads do not matter. Thread-safe.
// Returns INVALID_ARGUMENT for what ValidateRequest refuses.
// Returns DEADLINE_EXCEEDED if the deadline passes first.
absl::StatusOr<Plan> Allocate(const Request& request, const SolverOptions& options = {});

}  // namespace mudiriya::staffing::allocation

#endif  // MUDIRIYA_SERVICES_STAFFING_ALLOCATION_ALLOCATE_H_
