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

// source → donor → group → receiver → sink, and source → sink for staff who stay. A donor with one
// group is one node. Reliefs of a receiver and losses of a donor are unit arcs side by side: they
// fall and rise, so that the cheapest are used first.
class Builder {
 public:
  Builder(const Ordered& ordered, const Market& market, const Conditions& conditions)
      : ordered_(ordered), market_(market), conditions_(conditions) {
    NumberNodes();
    amount_ = static_cast<int32_t>(
        std::min({TotalSurplus(), TotalVacancy(), conditions.max_moves, int64_t{INT32_MAX / 2}}));
    arcs_.push_back({kSource, kSink, amount_, 0});
    for (size_t i = 0; i < market.donors.size(); ++i) AddDonor(static_cast<int32_t>(i));
    for (size_t i = 0; i < market.receivers.size(); ++i) AddReceiver(static_cast<int32_t>(i));
    first_column_ = arcs_.size();
  }

  void AddColumns(const std::vector<Column>& columns) {
    arcs_.reserve(arcs_.size() + columns.size());
    for (const Column& column : columns) {
      // One more than can ever flow: a full arc would hide that its price has turned.
      arcs_.push_back({group_node_[column.group], receiver_node_[column.receiver], amount_ + 1,
                       2 * column.cost});
    }
  }

  // Empty when there is nobody to move or nowhere to go.
  std::optional<FlowSolution> Solve() const {
    if (amount_ == 0) return std::nullopt;
    return MinCostFlow(nodes_, arcs_, kSource, kSink, amount_);
  }

  NetworkOptimum Read(const FlowSolution& solution) const;

 private:
  void NumberNodes();
  int64_t TotalSurplus() const;
  int64_t TotalVacancy() const;
  void AddDonor(int32_t index);
  void AddReceiver(int32_t index);
  void ReadPrices(const FlowSolution& solution, NetworkOptimum& optimum) const;

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

void Builder::NumberNodes() {
  for (const Donor& donor : market_.donors) {
    donor_node_.push_back(nodes_++);
    for (int32_t i = 0; i < donor.groups; ++i) {
      group_node_.push_back(donor.groups == 1 ? donor_node_.back() : nodes_++);
    }
  }
  for (size_t i = 0; i < market_.receivers.size(); ++i) receiver_node_.push_back(nodes_++);
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

void Builder::AddDonor(int32_t index) {
  const Donor& donor = market_.donors[index];
  const FacilityCadre& position = ordered_.position(donor.place);
  donor_arc_.push_back(arcs_.size());
  // Heads above the requirement go without loss; each one below it costs more than the last.
  const int32_t free_heads =
      std::clamp(position.heads - WholeStaff(position.required), 0, donor.surplus);
  const bool closed = conditions_.closed.donor(index);
  if (free_heads > 0) {
    arcs_.push_back({kSource, donor_node_[index], closed ? 0 : free_heads, conditions_.surcharge});
  }
  int64_t loss = 0;
  for (int32_t given = free_heads; given < donor.surplus; ++given) {
    loss = std::max(loss, Scaled(Relief(ordered_.priority(position), position.required,
                                        position.heads - given - 1)));
    arcs_.push_back(
        {kSource, donor_node_[index], closed ? 0 : 1, 2 * loss + conditions_.surcharge});
  }
  if (donor.groups == 1) return;
  for (int32_t i = donor.first_group; i < donor.first_group + donor.groups; ++i) {
    arcs_.push_back({donor_node_[index], group_node_[i], market_.groups[i].size, 0});
  }
}

void Builder::AddReceiver(int32_t index) {
  const Receiver& receiver = market_.receivers[index];
  const FacilityCadre& position = ordered_.position(receiver.place);
  receiver_arc_.push_back(arcs_.size());
  const int32_t places = std::min(receiver.vacancy, amount_);
  const int32_t capacity = conditions_.closed.receiver(index) ? 0 : 1;
  int64_t relief = INT64_MAX;
  for (int32_t filled = 0; filled < places; ++filled) {
    relief = std::min(relief, Scaled(Relief(ordered_.priority(position), position.required,
                                            position.heads + filled)));
    arcs_.push_back({receiver_node_[index], kSink, capacity, -2 * relief});
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
// as dear, receivers as cheap as they may be) is as much a proof, and calls fewer columns in.
void Builder::ReadPrices(const FlowSolution& solution, NetworkOptimum& optimum) const {
  const auto arc_used = [&](size_t arc) { return solution.flow[arc] > 0; };
  std::vector<bool> group_used(market_.groups.size(), false);
  optimum.group_price.resize(market_.groups.size());
  for (size_t i = 0; i < market_.donors.size(); ++i) {
    const Donor& donor = market_.donors[i];
    const size_t first = donor_arc_[i];
    int64_t price = solution.potential[donor_node_[i]];
    if (!arc_used(first)) price = solution.potential[kSource] + arcs_[first].cost;
    if (conditions_.closed.donor(static_cast<int32_t>(i))) price = kNeverSends;
    const size_t group_arcs =
        (i + 1 < donor_arc_.size() ? donor_arc_[i + 1] : receiver_arc_[0]) - donor.groups;
    for (int32_t g = 0; g < donor.groups; ++g) {
      const int32_t group = donor.first_group + g;
      const bool apart = donor.groups > 1 && arc_used(group_arcs + g);
      optimum.group_price[group] = apart ? solution.potential[group_node_[group]] : price;
    }
  }
  optimum.receiver_price.resize(market_.receivers.size());
  for (size_t i = 0; i < market_.receivers.size(); ++i) {
    int64_t price = solution.potential[receiver_node_[i]];
    const size_t first = receiver_arc_[i];
    if (!arc_used(first)) price = solution.potential[kSink] - arcs_[first].cost;
    if (conditions_.closed.receiver(static_cast<int32_t>(i))) price = SpatialIndex::kNoValue;
    optimum.receiver_price[i] = price;
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
  Builder builder(ordered, market, conditions);
  builder.AddColumns(columns);
  const std::optional<FlowSolution> solution = builder.Solve();
  if (!solution.has_value()) return Standstill(market, columns.size());
  return builder.Read(*solution);
}

}  // namespace mudiriya::staffing::allocation
