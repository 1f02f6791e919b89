#ifndef MUDIRIYA_SERVICES_STAFFING_ALLOCATION_NETWORK_SOLVER_H_
#define MUDIRIYA_SERVICES_STAFFING_ALLOCATION_NETWORK_SOLVER_H_

#include <cstdint>
#include <vector>

#include "absl/status/statusor.h"
#include "services/staffing/allocation/columns.h"
#include "services/staffing/allocation/market.h"
#include "services/staffing/allocation/network.h"
#include "services/staffing/allocation/pricing.h"

namespace mudiriya::staffing::allocation {

// Moves of one kind that a solution makes.
struct Flow {
  int32_t group = 0;
  int32_t receiver = 0;
  int32_t heads = 0;
};

struct MarketSolution {
  std::vector<Flow> flows;  // by group, then receiver
  int64_t moves = 0;
  int64_t change = 0;  // of the objective, in millionths; at most 0
};

// Solves one market, again and again under different conditions: columns that were found once stay.
// Each optimum is proven: no column outside the network could improve it.
// One thread at a time.
class NetworkSolver {
 public:
  NetworkSolver(const Ordered& ordered, const Market& market, const SolverOptions& options);

  // Returns DEADLINE_EXCEEDED if the deadline of the options passes first.
  absl::StatusOr<MarketSolution> Solve(const Conditions& conditions);

  const Market& market() const { return market_; }
  int64_t rounds() const { return rounds_; }
  int64_t columns() const { return static_cast<int64_t>(columns_.size()); }
  int64_t priced_in() const { return priced_in_; }

 private:
  void FindFirstColumns();
  // Forgets the columns of highest reduced cost, which slow every later round down.
  void DropFarFromUse(const NetworkOptimum& optimum);

  const Ordered& ordered_;
  const Market& market_;
  const SolverOptions& options_;
  Pricing pricing_;
  std::vector<Column> columns_;
  size_t preferred_ = 0;  // so many of the first are to preferred destinations: never dropped
  int64_t rounds_ = 0;
  int64_t priced_in_ = 0;
};

}  // namespace mudiriya::staffing::allocation

#endif  // MUDIRIYA_SERVICES_STAFFING_ALLOCATION_NETWORK_SOLVER_H_
