#include "services/staffing/allocation/pricing.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace mudiriya::staffing::allocation {
namespace {

size_t CadreNumber(const Market& market, int32_t cadre) {
  return std::lower_bound(market.cadres.begin(), market.cadres.end(), cadre) -
         market.cadres.begin();
}

}  // namespace

Pricing::Pricing(const Ordered& ordered, const Market& market)
    : ordered_(ordered), market_(market), cost_(ordered.request->parameters) {
  std::vector<std::vector<int32_t>> receivers(market.cadres.size());
  for (size_t i = 0; i < market.receivers.size(); ++i) {
    receivers[CadreNumber(market, market.receivers[i].cadre)].push_back(static_cast<int32_t>(i));
  }
  for (std::vector<int32_t>& side : receivers) {
    std::vector<std::optional<UnitVector>> locations;
    for (int32_t receiver : side) {
      locations.push_back(ordered.locations[market.receivers[receiver].facility]);
    }
    sides_.push_back({std::move(side), SpatialIndex(std::move(locations))});
  }
}

const std::vector<Target>& Pricing::TargetsOf(const Group& group) const {
  return market_.targets[CadreNumber(market_, market_.donors[group.donor].cadre)];
}

void Pricing::AppendNearest(int32_t group, const Target& target, int count,
                            std::vector<Column>& columns) const {
  constexpr double kMillimetres = 1e6;
  const Group& from = market_.groups[group];
  const Side& side = sides_[CadreNumber(market_, target.cadre)];
  const auto accept = [&](int32_t item, std::optional<double> km) {
    const Receiver& to = market_.receivers[side.receivers[item]];
    return cost_.Within(km) && MayGo(market_, from, to) &&
           !std::binary_search(from.preferred.begin(), from.preferred.end(), to.facility);
  };
  const double unknown_km = cost_.parameters().unknown_km;
  const auto millimetres = [unknown_km](std::optional<double> km) {
    return static_cast<int64_t>(std::llround(km.value_or(unknown_km) * kMillimetres));
  };
  const auto& origin = ordered_.locations[market_.donors[from.donor].facility];
  const std::vector<SpatialIndex::Found> nearest =
      side.index.Search({origin, millimetres, accept, INT64_MAX, static_cast<size_t>(count)});
  for (const SpatialIndex::Found& found : nearest) {
    const int32_t receiver = side.receivers[found.item];
    const std::optional<double> km =
        KmBetween(origin, ordered_.locations[market_.receivers[receiver].facility]);
    columns.push_back({group, receiver, cost_.OfKm(km) + cost_.OfPenalty(target.penalty)});
  }
}

std::vector<Column> Pricing::Nearest(int count) {
  std::vector<Column> columns;
  for (Side& side : sides_) {
    side.index.SetValues(std::vector<int64_t>(side.receivers.size(), 0));
  }
  for (size_t group = 0; group < market_.groups.size(); ++group) {
    for (const Target& target : TargetsOf(market_.groups[group])) {
      AppendNearest(static_cast<int32_t>(group), target, count, columns);
    }
  }
  return columns;
}

void Pricing::AppendImproving(int32_t group, const Target& target, int64_t price, int count,
                              std::vector<Column>& columns) const {
  const Group& from = market_.groups[group];
  const Side& side = sides_[CadreNumber(market_, target.cadre)];
  const auto accept = [&](int32_t item, std::optional<double> km) {
    return cost_.Within(km) && MayGo(market_, from, market_.receivers[side.receivers[item]]);
  };
  const int64_t penalty = cost_.OfPenalty(target.penalty);
  const auto doubled_cost = [&](std::optional<double> km) {
    return 2 * (cost_.OfKm(km) + penalty);
  };
  const auto& origin = ordered_.locations[market_.donors[from.donor].facility];
  const std::vector<SpatialIndex::Found> improving =
      side.index.Search({origin, doubled_cost, accept, -price, static_cast<size_t>(count)});
  for (const SpatialIndex::Found& found : improving) {
    const int32_t receiver = side.receivers[found.item];
    const std::optional<double> km =
        KmBetween(origin, ordered_.locations[market_.receivers[receiver].facility]);
    columns.push_back({group, receiver, cost_.OfKm(km) + penalty});
  }
}

std::vector<Column> Pricing::Improving(const NetworkOptimum& optimum, int count) {
  for (Side& side : sides_) {
    std::vector<int64_t> values;
    for (int32_t receiver : side.receivers) values.push_back(optimum.receiver_price[receiver]);
    side.index.SetValues(values);
  }
  std::vector<Column> columns;
  for (size_t group = 0; group < market_.groups.size(); ++group) {
    const int64_t price = optimum.group_price[group];
    if (price == kNeverSends) continue;
    for (const Target& target : TargetsOf(market_.groups[group])) {
      AppendImproving(static_cast<int32_t>(group), target, price, count, columns);
    }
  }
  return columns;
}

}  // namespace mudiriya::staffing::allocation
