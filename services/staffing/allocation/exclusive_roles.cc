#include "services/staffing/allocation/exclusive_roles.h"

#include <utility>

namespace mudiriya::staffing::allocation {
namespace {

constexpr int kMaxBranches = 1000;

struct Conflict {
  size_t market = 0;
  int32_t donor = 0;
  int32_t receiver = 0;
};

std::optional<Conflict> ConflictIn(const Market& market, const MarketSolution& solution) {
  std::vector<bool> receives(market.receivers.size(), false);
  for (const Flow& flow : solution.flows) receives[flow.receiver] = true;
  for (const Flow& flow : solution.flows) {
    const int32_t donor = market.groups[flow.group].donor;
    const int32_t receiver = market.donors[donor].as_receiver;
    if (receiver >= 0 && receives[receiver]) return Conflict{0, donor, receiver};
  }
  return std::nullopt;
}

std::optional<Conflict> FirstConflict(const std::vector<NetworkSolver*>& solvers,
                                      const JointSolution& solution) {
  for (size_t i = 0; i < solvers.size(); ++i) {
    std::optional<Conflict> conflict = ConflictIn(solvers[i]->market(), solution.markets[i]);
    if (!conflict.has_value()) continue;
    conflict->market = i;
    return conflict;
  }
  return std::nullopt;
}

void Close(std::vector<bool>& closed, size_t size, int32_t index) {
  closed.resize(size, false);
  closed[index] = true;
}

// The two ways to keep the rule: the position does not give, or it does not receive.
std::vector<std::vector<Closed>> Branches(const std::vector<NetworkSolver*>& solvers,
                                          const std::vector<Closed>& closed,
                                          const Conflict& conflict) {
  const Market& market = solvers[conflict.market]->market();
  std::vector<std::vector<Closed>> branches(2, closed);
  Close(branches[0][conflict.market].donors, market.donors.size(), conflict.donor);
  Close(branches[1][conflict.market].receivers, market.receivers.size(), conflict.receiver);
  return branches;
}

}  // namespace

absl::StatusOr<ExclusiveSolution> SolveExclusive(const std::vector<NetworkSolver*>& solvers,
                                                 std::optional<int64_t> max_moves, int threads) {
  ExclusiveSolution best;
  bool found = false;
  std::vector<std::vector<Closed>> open = {std::vector<Closed>(solvers.size())};
  for (int tried = 0; !open.empty(); ++tried) {
    const std::vector<Closed> closed = std::move(open.back());
    open.pop_back();
    absl::StatusOr<JointSolution> solution = SolveWithin(solvers, closed, max_moves, threads);
    if (!solution.ok()) return solution.status();
    if (found && solution->change >= best.solution.change) continue;
    const std::optional<Conflict> conflict = FirstConflict(solvers, *solution);
    if (!conflict.has_value()) {
      best.solution = *std::move(solution);
      found = true;
      continue;
    }
    if (tried >= kMaxBranches) {
      // Cut short: follow one way only until some solution keeps the rule.
      best.optimal = false;
      if (found) return best;
      open.clear();
    }
    for (std::vector<Closed>& branch : Branches(solvers, closed, *conflict)) {
      open.push_back(std::move(branch));
    }
  }
  return best;
}

}  // namespace mudiriya::staffing::allocation
