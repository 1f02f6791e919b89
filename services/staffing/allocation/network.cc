#include "services/staffing/allocation/network.h"

#include <algorithm>
#include <optional>

#include "services/staffing/allocation/min_cost_flow.h"
#include "services/staffing/allocation/objective.h"
#include "services/staffing/allocation/spatial_index.h"

namespace mudiriya::staffing::allocation {
namespace {

constexpr int32_t kSource = 0;
constexpr int32_t kSink = 1;
constexpr int32_t kNoNode = -1;

// source → donor → group → receiver → sink, and source → sink for staff who stay. A donor with one
// group is one node. Receivers that no column leads to are left out, as are donors that none
// leaves: most of a large market. Reliefs of a receiver and losses of a donor are unit arcs side by
// side: they fall and rise, so that the cheapest are used first.
class Builder {
 public:
  Builder(const Ordered& ordered, const Market& market, const std::vector<Column>& columns,
          const Conditions& conditions)
      : ordered_(ordered), market_(market), conditions_(conditions) {
    NumberNodes(columns);
    amount_ = static_cast<int32_t>(
        std::min({TotalSurplus(), TotalVacancy(), conditions.max_moves, int64_t{INT32_MAX / 2}}));
    arcs_.push_back({kSource, kSink, amount_, 0});
    for (size_t i = 0; i < market.donors.size(); ++i) AddDonor(static_cast<int32_t>(i));
    for (size_t i = 0; i < market.receivers.size(); ++i) AddReceiver(static_cast<int32_t>(i));
    first_column_ = arcs_.size();
    AddColumns(columns);
  }

  // Empty when there is nobody to move or nowhere to go.
  std::optional<FlowSolution> Solve() const {
    if (amount_ == 0) return std::nullopt;
    return MinCostFlow(nodes_, arcs_, kSource, kSink, amount_);
  }

  NetworkOptimum Read(const FlowSolution& solution) const;

 private:
  void NumberNodes(const std::vector<Column>& columns);
  void AddColumns(const std::vector<Column>& columns);
  int64_t TotalSurplus() const;
  int64_t TotalVacancy() const;
  int32_t FreeHeads(const Donor& donor) const;
  int64_t LossArc(const Donor& donor, int32_t given) const;
  int64_t ReliefArc(const Receiver& receiver, int32_t filled) const;
  void AddDonor(int32_t index);
  void AddReceiver(int32_t index);
  void ReadPrices(const FlowSolution& solution, NetworkOptimum& optimum) const;
  void ReadDonorPrices(int32_t index, const FlowSolution& solution, NetworkOptimum& optimum) const;

  const Ordered& ordered_;
  const Market& market_;
  const Conditions& conditions_;
  int32_t nodes_ = 2;
  int32_t amount_ = 0;
  std::vector<int32_t> donor_node_;
  std::vector<int32_t> group_node_;
  std::vector<int32_t> receiver_node_;
  std::vector<size_t> donor_arc_;  // first arc of each; the end of the list follows
  std::vector<size_t> receiver_arc_;
  size_t first_column_ = 0;
  std::vector<FlowArc> arcs_;
};

void Builder::NumberNodes(const std::vector<Column>& columns) {
  std::vector<bool> group_named(market_.groups.size(), false);
  std::vector<bool> receiver_named(market_.receivers.size(), false);
  for (const Column& column : columns) {
    group_named[column.group] = true;
    receiver_named[column.receiver] = true;
  }
  group_node_.assign(market_.groups.size(), kNoNode);
  for (const Donor& donor : market_.donors) {
    const auto first = group_named.begin() + donor.first_group;
    const bool named = std::find(first, first + donor.groups, true) != first + donor.groups;
    donor_node_.push_back(named ? nodes_++ : kNoNode);
    for (int32_t group = donor.first_group; named && group < donor.first_group + donor.groups;
         ++group) {
      group_node_[group] = donor.groups == 1 ? donor_node_.back() : nodes_++;
    }
  }
  for (bool named : receiver_named) receiver_node_.push_back(named ? nodes_++ : kNoNode);
}

void Builder::AddColumns(const std::vector<Column>& columns) {
  arcs_.reserve(arcs_.size() + columns.size());
  for (const Column& column : columns) {
    // One more than can ever flow: a full arc would hide that its price has turned.
    arcs_.push_back(
        {group_node_[column.group], receiver_node_[column.receiver], amount_ + 1, 2 * column.cost});
  }
}

int64_t Builder::TotalSurplus() const {
  int64_t total = 0;
  for (size_t i = 0; i < market_.donors.size(); ++i) {
    if (!conditions_.closed.donor(static_cast<int32_t>(i))) total += market_.donors[i].surplus;
  }
  return total;
}

int64_t Builder::TotalVacancy() const {
  int64_t total = 0;
  for (size_t i = 0; i < market_.receivers.size(); ++i) {
    if (conditions_.closed.receiver(static_cast<int32_t>(i))) continue;
    total += market_.receivers[i].vacancy;
  }
  return total;
}

// Heads above the requirement go without loss.
int32_t Builder::FreeHeads(const Donor& donor) const {
  const FacilityCadre& position = ordered_.position(donor.place);
  return std::clamp(position.heads - WholeStaff(position.required), 0, donor.surplus);
}

// In half millionths, with the surcharge, of the `given`-th head to go after so many.
int64_t Builder::LossArc(const Donor& donor, int32_t given) const {
  if (given < FreeHeads(donor)) return conditions_.surcharge;
  const FacilityCadre& position = ordered_.position(donor.place);
  return 2 * Scaled(Relief(ordered_.priority(position), position.required,
                           position.heads - given - 1)) +
         conditions_.surcharge;
}

int64_t Builder::ReliefArc(const Receiver& receiver, int32_t filled) const {
  const FacilityCadre& position = ordered_.position(receiver.place);
  return -2 *
         Scaled(Relief(ordered_.priority(position), position.required, position.heads + filled));
}

void Builder::AddDonor(int32_t index) {
  const Donor& donor = market_.donors[index];
  donor_arc_.push_back(arcs_.size());
  if (donor_node_[index] == kNoNode) return;
  const bool closed = conditions_.closed.donor(index);
  const int32_t free_heads = FreeHeads(donor);
  if (free_heads > 0) {
    arcs_.push_back({kSource, donor_node_[index], closed ? 0 : free_heads, LossArc(donor, 0)});
  }
  int64_t loss = 0;  // never falls: rounding must not make a later head cheaper than an earlier one
  for (int32_t given = free_heads; given < donor.surplus; ++given) {
    loss = std::max(loss, LossArc(donor, given));
    arcs_.push_back({kSource, donor_node_[index], closed ? 0 : 1, loss});
  }
  if (donor.groups == 1) return;
  for (int32_t i = donor.first_group; i < donor.first_group + donor.groups; ++i) {
    arcs_.push_back({donor_node_[index], group_node_[i], market_.groups[i].size, 0});
  }
}

void Builder::AddReceiver(int32_t index) {
  const Receiver& receiver = market_.receivers[index];
  receiver_arc_.push_back(arcs_.size());
  if (receiver_node_[index] == kNoNode) return;
  const int32_t capacity = conditions_.closed.receiver(index) ? 0 : 1;
  int64_t cost = INT64_MIN;  // never falls, for the same reason
  for (int32_t filled = 0; filled < std::min(receiver.vacancy, amount_); ++filled) {
    cost = std::max(cost, ReliefArc(receiver, filled));
    arcs_.push_back({receiver_node_[index], kSink, capacity, cost});
  }
}

NetworkOptimum Builder::Read(const FlowSolution& solution) const {
  NetworkOptimum optimum;
  optimum.flow.assign(solution.flow.begin() + first_column_, solution.flow.end());
  optimum.moves = amount_ - solution.flow[0];
  int64_t change = 0;
  for (size_t i = 0; i < arcs_.size(); ++i) change += arcs_[i].cost * solution.flow[i];
  optimum.change = (change - conditions_.surcharge * optimum.moves) / 2;
  ReadPrices(solution, optimum);
  return optimum;
}

// The potentials of the simplex leave those who do not move anyone a range. Its far end (donors
// as dear, receivers as cheap as they may be) is as much a proof, and calls fewer columns in. Those
// left out of the network have that price, too.
void Builder::ReadPrices(const FlowSolution& solution, NetworkOptimum& optimum) const {
  optimum.group_price.resize(market_.groups.size());
  for (size_t i = 0; i < market_.donors.size(); ++i) {
    ReadDonorPrices(static_cast<int32_t>(i), solution, optimum);
  }
  for (size_t i = 0; i < market_.receivers.size(); ++i) {
    const bool used = receiver_node_[i] != kNoNode && solution.flow[receiver_arc_[i]] > 0;
    int64_t price = used ? solution.potential[receiver_node_[i]]
                         : solution.potential[kSink] - ReliefArc(market_.receivers[i], 0);
    if (conditions_.closed.receiver(static_cast<int32_t>(i))) price = SpatialIndex::kNoValue;
    optimum.receiver_price.push_back(price);
  }
}

void Builder::ReadDonorPrices(int32_t index, const FlowSolution& solution,
                              NetworkOptimum& optimum) const {
  const Donor& donor = market_.donors[index];
  const size_t first = donor_arc_[index];
  const bool used = donor_node_[index] != kNoNode && solution.flow[first] > 0;
  int64_t price = used ? solution.potential[donor_node_[index]]
                       : solution.potential[kSource] + LossArc(donor, 0);
  if (conditions_.closed.donor(index)) price = kNeverSends;
  // The arcs to the donor's groups are the last of its arcs.
  const size_t end =
      static_cast<size_t>(index) + 1 < donor_arc_.size() ? donor_arc_[index + 1] : receiver_arc_[0];
  for (int32_t g = 0; g < donor.groups; ++g) {
    const int32_t group = donor.first_group + g;
    const bool apart = used && donor.groups > 1 && solution.flow[end - donor.groups + g] > 0;
    optimum.group_price[group] = apart ? solution.potential[group_node_[group]] : price;
  }
}

// No move can be made: nothing changes, and no further column can help.
NetworkOptimum Standstill(const Market& market, size_t columns) {
  NetworkOptimum optimum;
  optimum.flow.assign(columns, 0);
  optimum.group_price.assign(market.groups.size(), kNeverSends);
  optimum.receiver_price.assign(market.receivers.size(), SpatialIndex::kNoValue);
  return optimum;
}

}  // namespace

NetworkOptimum SolveNetwork(const Ordered& ordered, const Market& market,
                            const std::vector<Column>& columns, const Conditions& conditions) {
  const Builder builder(ordered, market, columns, conditions);
  const std::optional<FlowSolution> solution = builder.Solve();
  if (!solution.has_value()) return Standstill(market, columns.size());
  return builder.Read(*solution);
}

}  // namespace mudiriya::staffing::allocation
