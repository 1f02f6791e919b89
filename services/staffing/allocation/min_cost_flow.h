#ifndef MUDIRIYA_SERVICES_STAFFING_ALLOCATION_MIN_COST_FLOW_H_
#define MUDIRIYA_SERVICES_STAFFING_ALLOCATION_MIN_COST_FLOW_H_

#include <cstdint>
#include <optional>
#include <vector>

namespace mudiriya::staffing::allocation {

// An arc of a flow network; nodes are numbered from 0.
struct FlowArc {
  int32_t from = 0;
  int32_t to = 0;
  int32_t capacity = 0;
  int64_t cost = 0;
};

struct FlowSolution {
  std::vector<int32_t> flow;       // of each arc, in the order given
  std::vector<int64_t> potential;  // of each node: cost + potential[from] - potential[to] is >= 0
                                   // on arcs with room left and <= 0 on arcs with flow
};

// The cheapest flow of `amount` from `source` to `sink` by the network simplex method (LEMON).
// Empty when the capacities do not let that much through. Deterministic.
std::optional<FlowSolution> MinCostFlow(int32_t nodes, const std::vector<FlowArc>& arcs,
                                        int32_t source, int32_t sink, int32_t amount);

}  // namespace mudiriya::staffing::allocation

#endif  // MUDIRIYA_SERVICES_STAFFING_ALLOCATION_MIN_COST_FLOW_H_
