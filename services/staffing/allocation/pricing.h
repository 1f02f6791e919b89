#ifndef MUDIRIYA_SERVICES_STAFFING_ALLOCATION_PRICING_H_
#define MUDIRIYA_SERVICES_STAFFING_ALLOCATION_PRICING_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "services/staffing/allocation/columns.h"
#include "services/staffing/allocation/market.h"
#include "services/staffing/allocation/network.h"
#include "services/staffing/allocation/spatial_index.h"

namespace mudiriya::staffing::allocation {

// Finds columns for the network of a market by place and price, without looking at all pairs.
// PreferredColumns must be in the network already: what is found here carries no credit.
// Not thread-safe.
class Pricing {
 public:
  Pricing(const Ordered& ordered, const Market& market);

  // The moves from each group to its `count` nearest receivers of each cadre it may serve in.
  std::vector<Column> Nearest(int count);

  // For each group, up to `count` of the columns that could improve the optimum (those of negative
  // reduced cost), the strongest first. Empty means that no column at all could: the optimum over
  // the columns of the network is the optimum over all.
  std::vector<Column> Improving(const NetworkOptimum& optimum, int count);

 private:
  // The receivers of one cadre.
  struct Side {
    std::vector<int32_t> receivers;
    SpatialIndex index;
  };

  const std::vector<Target>& TargetsOf(const Group& group) const;
  void AppendNearest(int32_t group, const Target& target, int count,
                     std::vector<Column>& columns) const;
  void AppendImproving(int32_t group, const Target& target, int64_t price, int count,
                       std::vector<Column>& columns) const;

  const Ordered& ordered_;
  const Market& market_;
  MoveCost cost_;
  std::vector<Side> sides_;  // of each of Market::cadres
};

}  // namespace mudiriya::staffing::allocation

#endif  // MUDIRIYA_SERVICES_STAFFING_ALLOCATION_PRICING_H_
