#ifndef MUDIRIYA_SERVICES_STAFFING_ALLOCATION_NETWORK_H_
#define MUDIRIYA_SERVICES_STAFFING_ALLOCATION_NETWORK_H_

#include <cstdint>
#include <vector>

#include "services/staffing/allocation/columns.h"
#include "services/staffing/allocation/market.h"

namespace mudiriya::staffing::allocation {

// Which donors and receivers of a market may not act; empty lists: all may.
struct Closed {
  std::vector<bool> donors;
  std::vector<bool> receivers;

  bool donor(int32_t index) const { return !donors.empty() && donors[index]; }
  bool receiver(int32_t index) const { return !receivers.empty() && receivers[index]; }
};

// What a solution must keep to besides the market itself.
struct Conditions {
  Closed closed;
  // Added to the cost of each move, in HALF millionths. Costs are whole millionths, so with an odd
  // surcharge no move is worth exactly nothing: 1 chooses, among the optimal plans, those of fewest
  // moves, and 2λ+1 decides between λ and λ+1 millionths for each move without a tie.
  int64_t surcharge = 1;
  int64_t max_moves = INT64_MAX;
};

// The optimum over the given columns, and prices that tell whether another column could improve
// it: those whose 2·cost + group price − receiver price is negative (in half millionths).
struct NetworkOptimum {
  std::vector<int32_t> flow;  // of each column
  int64_t moves = 0;
  int64_t change = 0;  // of the objective, in millionths, without the surcharge; at most 0
  std::vector<int64_t> group_price;     // kNeverSends for a closed donor's
  std::vector<int64_t> receiver_price;  // SpatialIndex::kNoValue for a closed one
};

inline constexpr int64_t kNeverSends = INT64_MAX / 4;

NetworkOptimum SolveNetwork(const Ordered& ordered, const Market& market,
                            const std::vector<Column>& columns, const Conditions& conditions);

}  // namespace mudiriya::staffing::allocation

#endif  // MUDIRIYA_SERVICES_STAFFING_ALLOCATION_NETWORK_H_
