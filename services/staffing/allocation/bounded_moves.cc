#include "services/staffing/allocation/bounded_moves.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "absl/status/status.h"
#include "services/staffing/allocation/parallel.h"

namespace mudiriya::staffing::allocation {
namespace {

class Search {
 public:
  Search(const std::vector<NetworkSolver*>& solvers, const std::vector<Closed>& closed, int threads)
      : solvers_(solvers), closed_(closed), threads_(threads) {}

  // Each market under its own surcharge and limit; `only` leaves the others as they are in `into`.
  absl::Status Solve(const std::vector<Conditions>& conditions, const std::vector<bool>& only,
                     std::vector<MarketSolution>& into) const {
    std::vector<absl::Status> statuses(solvers_.size());
    ParallelFor(solvers_.size(), threads_, [&](size_t i) {
      if (!only[i]) return;
      absl::StatusOr<MarketSolution> solution = solvers_[i]->Solve(conditions[i]);
      statuses[i] = solution.status();
      if (solution.ok()) into[i] = *std::move(solution);
    });
    absl::Status all;
    for (const absl::Status& status : statuses) all.Update(status);
    return all;
  }

  std::vector<Conditions> Charging(int64_t surcharge) const {
    std::vector<Conditions> conditions;
    for (const Closed& closed : closed_) conditions.push_back({closed, surcharge});
    return conditions;
  }

  // Narrows [low, high] until the markets at λ = low + 1/2 exceed the limit and at high = low + 1
  // do not. A market that makes as many moves at both ends makes as many between.
  absl::Status Narrow(int64_t limit, std::vector<MarketSolution>& low,
                      std::vector<MarketSolution>& high) const;

  // The solution at exactly the moves that each market is due.
  absl::StatusOr<std::vector<MarketSolution>> Fill(int64_t limit,
                                                   const std::vector<MarketSolution>& low,
                                                   const std::vector<MarketSolution>& high) const;

 private:
  const std::vector<NetworkSolver*>& solvers_;
  const std::vector<Closed>& closed_;
  int threads_;
};

int64_t Moves(const std::vector<MarketSolution>& solutions) {
  return std::accumulate(
      solutions.begin(), solutions.end(), int64_t{0},
      [](int64_t sum, const MarketSolution& solution) { return sum + solution.moves; });
}

// No single move is worth more than all of them.
int64_t HighestWorth(const std::vector<MarketSolution>& solutions) {
  int64_t worth = 0;
  for (const MarketSolution& solution : solutions) worth = std::max(worth, -solution.change);
  return worth;
}

absl::Status Search::Narrow(int64_t limit, std::vector<MarketSolution>& low,
                            std::vector<MarketSolution>& high) const {
  int64_t low_worth = 0;
  int64_t high_worth = HighestWorth(low) + 1;
  while (high_worth - low_worth > 1) {
    const int64_t middle_worth = low_worth + (high_worth - low_worth) / 2;
    std::vector<bool> open(solvers_.size());
    for (size_t i = 0; i < open.size(); ++i) open[i] = low[i].moves != high[i].moves;
    std::vector<MarketSolution> middle = high;
    absl::Status solved = Solve(Charging(2 * middle_worth + 1), open, middle);
    if (!solved.ok()) return solved;
    const bool exceeds = Moves(middle) > limit;
    (exceeds ? low_worth : high_worth) = middle_worth;
    (exceeds ? low : high) = std::move(middle);
  }
  return absl::OkStatus();
}

absl::StatusOr<std::vector<MarketSolution>> Search::Fill(
    int64_t limit, const std::vector<MarketSolution>& low,
    const std::vector<MarketSolution>& high) const {
  std::vector<Conditions> conditions = Charging(1);
  int64_t left = limit - Moves(high);
  for (size_t i = 0; i < conditions.size(); ++i) {
    const int64_t extra = std::min(left, low[i].moves - high[i].moves);
    conditions[i].max_moves = high[i].moves + extra;
    left -= extra;
  }
  std::vector<MarketSolution> filled(solvers_.size());
  absl::Status solved = Solve(conditions, std::vector<bool>(solvers_.size(), true), filled);
  if (!solved.ok()) return solved;
  return filled;
}

JointSolution Join(std::vector<MarketSolution> markets) {
  JointSolution joint;
  joint.moves = Moves(markets);
  for (const MarketSolution& market : markets) joint.change += market.change;
  joint.markets = std::move(markets);
  return joint;
}

}  // namespace

absl::StatusOr<JointSolution> SolveWithin(const std::vector<NetworkSolver*>& solvers,
                                          const std::vector<Closed>& closed,
                                          std::optional<int64_t> max_moves, int threads) {
  const Search search(solvers, closed, threads);
  std::vector<MarketSolution> low(solvers.size());
  absl::Status solved =
      search.Solve(search.Charging(1), std::vector<bool>(solvers.size(), true), low);
  if (!solved.ok()) return solved;
  if (!max_moves.has_value() || Moves(low) <= *max_moves) return Join(std::move(low));

  std::vector<MarketSolution> high(solvers.size());  // at so high a charge nobody moves
  solved = search.Narrow(*max_moves, low, high);
  if (!solved.ok()) return solved;
  absl::StatusOr<std::vector<MarketSolution>> filled = search.Fill(*max_moves, low, high);
  if (!filled.ok()) return filled.status();
  return Join(*std::move(filled));
}

}  // namespace mudiriya::staffing::allocation
