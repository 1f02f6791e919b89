#include "services/staffing/allocation/allocate.h"

#include <memory>
#include <numeric>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/clock.h"
#include "services/staffing/allocation/exclusive_roles.h"
#include "services/staffing/allocation/market.h"
#include "services/staffing/allocation/network_solver.h"
#include "services/staffing/allocation/parallel.h"
#include "services/staffing/allocation/report.h"
#include "services/staffing/allocation/validate.h"

namespace mudiriya::staffing::allocation {
namespace {

using Solvers = std::vector<std::unique_ptr<NetworkSolver>>;

// Each market by itself, as if there were no limit of moves.
absl::StatusOr<ExclusiveSolution> SolveEach(const Solvers& solvers, int threads) {
  std::vector<absl::StatusOr<ExclusiveSolution>> solved(solvers.size());
  ParallelFor(solvers.size(), threads,
              [&](size_t i) { solved[i] = SolveExclusive({solvers[i].get()}, std::nullopt, 1); });
  ExclusiveSolution all;
  for (absl::StatusOr<ExclusiveSolution>& one : solved) {
    if (!one.ok()) return one.status();
    all.optimal = all.optimal && one->optimal;
    all.solution.moves += one->solution.moves;
    all.solution.change += one->solution.change;
    all.solution.markets.push_back(std::move(one->solution.markets.front()));
  }
  return all;
}

absl::StatusOr<ExclusiveSolution> Solve(const Solvers& solvers, std::optional<int64_t> max_moves,
                                        int threads) {
  absl::StatusOr<ExclusiveSolution> each = SolveEach(solvers, threads);
  if (!each.ok() || !max_moves.has_value() || each->solution.moves <= *max_moves) return each;
  std::vector<NetworkSolver*> together;
  for (const std::unique_ptr<NetworkSolver>& solver : solvers) together.push_back(solver.get());
  return SolveExclusive(together, max_moves, threads);
}

Proof ProofOf(const Solvers& solvers, const ExclusiveSolution& solution) {
  Proof proof;
  proof.optimal = solution.optimal;
  proof.scaled_change = solution.solution.change;
  proof.networks = static_cast<int64_t>(solvers.size());
  for (const std::unique_ptr<NetworkSolver>& solver : solvers) {
    proof.arcs += solver->columns();
    proof.arcs_priced_in += solver->priced_in();
    proof.rounds += solver->rounds();
  }
  return proof;
}

}  // namespace

absl::StatusOr<Plan> Allocate(const Request& request, const SolverOptions& options) {
  const absl::Time start = absl::Now();
  if (absl::Status valid = ValidateRequest(request); !valid.ok()) return valid;
  const Ordered ordered = PutInOrder(request);
  const std::vector<Market> markets = BuildMarkets(ordered);
  Solvers solvers;
  for (const Market& market : markets) {
    solvers.push_back(std::make_unique<NetworkSolver>(ordered, market, options));
  }
  absl::StatusOr<ExclusiveSolution> solution =
      Solve(solvers, request.parameters.max_moves, options.threads);
  if (!solution.ok()) return solution.status();
  Plan plan = MakePlan(ordered, markets, solution->solution.markets);
  plan.proof = ProofOf(solvers, *solution);
  plan.proof.elapsed = absl::Now() - start;
  return plan;
}

}  // namespace mudiriya::staffing::allocation
