#ifndef MUDIRIYA_SERVICES_STAFFING_ALLOCATION_BOUNDED_MOVES_H_
#define MUDIRIYA_SERVICES_STAFFING_ALLOCATION_BOUNDED_MOVES_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "services/staffing/allocation/network_solver.h"

namespace mudiriya::staffing::allocation {

// Solutions of several markets that share one limit of moves.
struct JointSolution {
  std::vector<MarketSolution> markets;
  int64_t moves = 0;
  int64_t change = 0;
};

// The optimum over all markets together with at most `max_moves` moves (empty: no limit).
// The cost of a market is convex in its number of moves, so what one more move is worth, λ,
// decides: the least λ is sought at which the markets, charged λ a move, stay within the limit;
// what is then left of the limit goes to moves worth exactly λ. `closed` is given for each market.
// Returns DEADLINE_EXCEEDED as NetworkSolver does.
absl::StatusOr<JointSolution> SolveWithin(const std::vector<NetworkSolver*>& solvers,
                                          const std::vector<Closed>& closed,
                                          std::optional<int64_t> max_moves, int threads);

}  // namespace mudiriya::staffing::allocation

#endif  // MUDIRIYA_SERVICES_STAFFING_ALLOCATION_BOUNDED_MOVES_H_
