#include "services/staffing/allocation/network_solver.h"

#include <algorithm>
#include <tuple>

#include "absl/status/status.h"
#include "absl/time/clock.h"

namespace mudiriya::staffing::allocation {
namespace {

// Columns that each group may gain in a round.
constexpr int kColumnsPerRound = 8;

MarketSolution SolutionOf(const NetworkOptimum& optimum, const std::vector<Column>& columns) {
  MarketSolution solution;
  solution.moves = optimum.moves;
  solution.change = optimum.change;
  for (size_t i = 0; i < columns.size(); ++i) {
    if (optimum.flow[i] == 0) continue;
    solution.flows.push_back({columns[i].group, columns[i].receiver, optimum.flow[i]});
  }
  std::sort(solution.flows.begin(), solution.flows.end(), [](const Flow& a, const Flow& b) {
    return std::tie(a.group, a.receiver) < std::tie(b.group, b.receiver);
  });
  return solution;
}

}  // namespace

NetworkSolver::NetworkSolver(const Ordered& ordered, const Market& market,
                             const SolverOptions& options)
    : ordered_(ordered), market_(market), options_(options), pricing_(ordered, market) {}

void NetworkSolver::FindFirstColumns() {
  if (options_.all_arcs) {
    columns_ = AllColumns(ordered_, market_);
    return;
  }
  columns_ = PreferredColumns(ordered_, market_);
  const std::vector<Column> nearest = pricing_.Nearest(options_.neighbours);
  columns_.insert(columns_.end(), nearest.begin(), nearest.end());
}

absl::StatusOr<MarketSolution> NetworkSolver::Solve(const Conditions& conditions) {
  if (columns_.empty()) FindFirstColumns();
  while (true) {
    if (absl::Now() >= options_.deadline) {
      return absl::DeadlineExceededError("the allocation did not finish within its deadline");
    }
    const NetworkOptimum optimum = SolveNetwork(ordered_, market_, columns_, conditions);
    ++rounds_;
    const std::vector<Column> improving = pricing_.Improving(optimum, kColumnsPerRound);
    if (improving.empty()) return SolutionOf(optimum, columns_);
    columns_.insert(columns_.end(), improving.begin(), improving.end());
    priced_in_ += static_cast<int64_t>(improving.size());
  }
}

}  // namespace mudiriya::staffing::allocation
