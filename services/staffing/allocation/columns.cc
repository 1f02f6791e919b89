#include "services/staffing/allocation/columns.h"

#include <algorithm>

#include "services/staffing/allocation/objective.h"

namespace mudiriya::staffing::allocation {
namespace {

bool Contains(const std::vector<int32_t>& sorted, int32_t value) {
  return std::binary_search(sorted.begin(), sorted.end(), value);
}

const std::vector<Target>& TargetsOf(const Market& market, const Group& group) {
  const int32_t cadre = market.donors[group.donor].cadre;
  const auto found = std::lower_bound(market.cadres.begin(), market.cadres.end(), cadre);
  return market.targets[found - market.cadres.begin()];
}

// Appends the moves of `group` to `receiver` in the cadre of `target`, if permitted.
void AppendColumn(const Ordered& ordered, const Market& market, int32_t group, int32_t receiver,
                  const Target& target, std::vector<Column>& columns) {
  const Group& from = market.groups[group];
  const Receiver& to = market.receivers[receiver];
  if (to.cadre != target.cadre || !MayGo(market, from, to)) return;
  const MoveCost cost(ordered.request->parameters);
  const std::optional<double> km = KmBetween(ordered.locations[market.donors[from.donor].facility],
                                             ordered.locations[to.facility]);
  if (!cost.Within(km)) return;
  int64_t total = cost.OfKm(km) + cost.OfPenalty(target.penalty);
  if (Contains(from.preferred, to.facility)) total -= cost.OfPreference();
  columns.push_back({group, receiver, total});
}

}  // namespace

int64_t MoveCost::OfKm(std::optional<double> km) const {
  return Scaled(parameters_.base_move_cost +
                parameters_.cost_per_km * km.value_or(parameters_.unknown_km));
}

int64_t MoveCost::OfPenalty(double penalty) const { return Scaled(penalty); }

int64_t MoveCost::OfPreference() const { return Scaled(parameters_.preference_credit); }

bool MoveCost::Within(std::optional<double> km) const {
  if (!parameters_.max_km.has_value()) return true;
  return km.has_value() && *km <= *parameters_.max_km;
}

bool MayGo(const Market& market, const Group& group, const Receiver& receiver) {
  return market.donors[group.donor].facility != receiver.facility &&
         !Contains(group.restricted, receiver.facility);
}

std::vector<Column> PreferredColumns(const Ordered& ordered, const Market& market) {
  std::vector<Column> columns;
  for (size_t group = 0; group < market.groups.size(); ++group) {
    for (int32_t facility : market.groups[group].preferred) {
      // Receivers are ordered by place, hence by facility.
      auto receiver = std::lower_bound(
          market.receivers.begin(), market.receivers.end(), facility,
          [](const Receiver& candidate, int32_t wanted) { return candidate.facility < wanted; });
      for (; receiver != market.receivers.end() && receiver->facility == facility; ++receiver) {
        for (const Target& target : TargetsOf(market, market.groups[group])) {
          AppendColumn(ordered, market, static_cast<int32_t>(group),
                       static_cast<int32_t>(receiver - market.receivers.begin()), target, columns);
        }
      }
    }
  }
  return columns;
}

std::vector<Column> AllColumns(const Ordered& ordered, const Market& market) {
  std::vector<Column> columns;
  for (size_t group = 0; group < market.groups.size(); ++group) {
    for (const Target& target : TargetsOf(market, market.groups[group])) {
      for (size_t receiver = 0; receiver < market.receivers.size(); ++receiver) {
        AppendColumn(ordered, market, static_cast<int32_t>(group), static_cast<int32_t>(receiver),
                     target, columns);
      }
    }
  }
  return columns;
}

}  // namespace mudiriya::staffing::allocation
