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

  // The moves between near places: from each group to its `count` nearest receivers, and to each
  // receiver from its `count` nearest groups, of each cadre. Only receivers whose first place would
  // be filled if distance cost nothing are considered: the others seldom matter.
  std::vector<Column> Nearest(int count);

  // Columns that could improve the optimum (those of negative reduced cost), the strongest first:
  // up to `count` of each group and of each receiver in each cadre. Both sides choose, for the
  // groups alone would all call for the same receivers. Empty means that no column at all could
  // improve it: the optimum over the columns of the network is the optimum over all.
  std::vector<Column> Improving(const NetworkOptimum& optimum, int count);

 private:
  // The groups, or the receivers, of one cadre, by place.
  struct Side {
    std::vector<int32_t> members;
    SpatialIndex index;
  };
  // A cadre whose groups may serve in a cadre of receivers.
  struct Pairing {
    size_t groups = 0;  // cadre numbers in Market::cadres
    size_t receivers = 0;
    int64_t penalty = 0;
  };
  // What one side looks for on the other: per member, scores below a limit.
  struct Search;

  std::vector<Side> SidesOf(const std::vector<std::vector<int32_t>>& members, bool groups) const;
  const std::optional<UnitVector>& PlaceOfGroup(int32_t group) const;
  const std::optional<UnitVector>& PlaceOfReceiver(int32_t receiver) const;
  std::vector<int64_t> LikelyReceivers() const;
  // Give the sides' members their values for searches, by group and by receiver.
  void SetValues(const std::vector<int64_t>& groups, const std::vector<int64_t>& receivers);
  void SearchByGroup(const Pairing& pairing, const Search& search,
                     std::vector<Column>& columns) const;
  void SearchByReceiver(const Pairing& pairing, const Search& search,
                        std::vector<Column>& columns) const;
  bool Permitted(int32_t group, int32_t receiver, std::optional<double> km) const;
  Column ColumnOf(int32_t group, int32_t receiver, int64_t penalty) const;

  const Ordered& ordered_;
  const Market& market_;
  MoveCost cost_;
  std::vector<Side> groups_;     // of each of Market::cadres
  std::vector<Side> receivers_;  // of each of Market::cadres
  std::vector<Pairing> pairings_;
};

}  // namespace mudiriya::staffing::allocation

#endif  // MUDIRIYA_SERVICES_STAFFING_ALLOCATION_PRICING_H_
