#ifndef MUDIRIYA_SERVICES_STAFFING_ALLOCATION_EXCLUSIVE_ROLES_H_
#define MUDIRIYA_SERVICES_STAFFING_ALLOCATION_EXCLUSIVE_ROLES_H_

#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "services/staffing/allocation/bounded_moves.h"
#include "services/staffing/allocation/network_solver.h"

namespace mudiriya::staffing::allocation {

struct ExclusiveSolution {
  JointSolution solution;
  bool optimal = true;
};

// The optimum under the rule that a position gives or receives, not both. Only a position between
// φ·R and R can do both at all; the network, which counts its loss and its relief apart, then
// overstates the cost, so its optimum nearly always keeps the rule by itself. Where it does not,
// both ways of keeping it are tried (branch and bound), so that the result is exact all the same.
// `optimal` is false only if that took more than a thousand networks and the search was cut short.
absl::StatusOr<ExclusiveSolution> SolveExclusive(const std::vector<NetworkSolver*>& solvers,
                                                 std::optional<int64_t> max_moves, int threads);

}  // namespace mudiriya::staffing::allocation

#endif  // MUDIRIYA_SERVICES_STAFFING_ALLOCATION_EXCLUSIVE_ROLES_H_
