#include "services/staffing/allocation/network_solver.h"

#include <algorithm>
#include <tuple>

#include "absl/status/status.h"
#include "absl/time/clock.h"

namespace mudiriya::staffing::allocation {
namespace {

// Columns that each group and each receiver may gain in a round.
constexpr int kColumnsPerRound = 4;

// Columns kept after a round, for each group and receiver.
constexpr size_t kColumnsPerNode = 2;

int64_t ReducedCost(const NetworkOptimum& optimum, const Column& column) {
  return 2 * column.cost + optimum.group_price[column.group] -
         optimum.receiver_price[column.receiver];
}

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
  preferred_ = columns_.size();
  const std::vector<Column> nearest = pricing_.Nearest(options_.neighbours);
  columns_.insert(columns_.end(), nearest.begin(), nearest.end());
}

void NetworkSolver::DropFarFromUse(const NetworkOptimum& optimum) {
  const size_t keep = kColumnsPerNode * (market_.groups.size() + market_.receivers.size());
  if (columns_.size() - preferred_ <= keep) return;
  std::vector<int64_t> costs;
  for (size_t i = preferred_; i < columns_.size(); ++i) {
    costs.push_back(ReducedCost(optimum, columns_[i]));
  }
  std::nth_element(costs.begin(), costs.begin() + keep, costs.end());
  const int64_t limit = costs[keep];
  size_t kept = preferred_;
  for (size_t i = preferred_; i < columns_.size(); ++i) {
    const bool used = optimum.flow[i] > 0;
    if (used || ReducedCost(optimum, columns_[i]) < limit) columns_[kept++] = columns_[i];
  }
  columns_.resize(kept);
}

absl::StatusOr<MarketSolution> NetworkSolver::Solve(const Conditions& conditions) {
  if (columns_.empty()) FindFirstColumns();
  // What the surcharge adds is part of what the network minimises.
  const auto minimised = [&conditions](const NetworkOptimum& optimum) {
    return 2 * optimum.change + conditions.surcharge * optimum.moves;
  };
  int64_t least = 0;
  while (true) {
    if (absl::Now() >= options_.deadline) {
      return absl::DeadlineExceededError("the allocation did not finish within its deadline");
    }
    const NetworkOptimum optimum = SolveNetwork(ordered_, market_, columns_, conditions);
    ++rounds_;
    const std::vector<Column> improving = pricing_.Improving(optimum, kColumnsPerRound);
    if (improving.empty()) return SolutionOf(optimum, columns_);
    // Dropping only after progress cannot go on for ever; what is needed is priced in again.
    if (minimised(optimum) < least) DropFarFromUse(optimum);
    least = std::min(least, minimised(optimum));
    columns_.insert(columns_.end(), improving.begin(), improving.end());
    priced_in_ += static_cast<int64_t>(improving.size());
  }
}

}  // namespace mudiriya::staffing::allocation
