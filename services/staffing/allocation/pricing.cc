#include "services/staffing/allocation/pricing.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <tuple>
#include <utility>

#include "services/staffing/allocation/objective.h"

namespace mudiriya::staffing::allocation {
namespace {

size_t CadreNumber(const Market& market, int32_t cadre) {
  return std::lower_bound(market.cadres.begin(), market.cadres.end(), cadre) -
         market.cadres.begin();
}

// Rounding takes no more off a cost.
constexpr double kRounding = 1;

// What both sides have found is there once.
void RemoveDoubles(std::vector<Column>& columns) {
  const auto key = [](const Column& column) { return std::tie(column.group, column.receiver); };
  std::sort(columns.begin(), columns.end(),
            [&key](const Column& a, const Column& b) { return key(a) < key(b); });
  columns.erase(std::unique(columns.begin(), columns.end(),
                            [&key](const Column& a, const Column& b) { return key(a) == key(b); }),
                columns.end());
}

}  // namespace

Pricing::Pricing(const Ordered& ordered, const Market& market)
    : ordered_(ordered), market_(market), cost_(ordered.request->parameters) {
  std::vector<std::vector<int32_t>> groups(market.cadres.size());
  for (size_t i = 0; i < market.groups.size(); ++i) {
    const int32_t cadre = market.donors[market.groups[i].donor].cadre;
    groups[CadreNumber(market, cadre)].push_back(static_cast<int32_t>(i));
  }
  std::vector<std::vector<int32_t>> receivers(market.cadres.size());
  for (size_t i = 0; i < market.receivers.size(); ++i) {
    receivers[CadreNumber(market, market.receivers[i].cadre)].push_back(static_cast<int32_t>(i));
  }
  groups_ = SidesOf(groups, true);
  receivers_ = SidesOf(receivers, false);
  for (size_t cadre = 0; cadre < market.cadres.size(); ++cadre) {
    for (const Target& target : market.targets[cadre]) {
      pairings_.push_back(
          {cadre, CadreNumber(market, target.cadre), cost_.OfPenalty(target.penalty)});
    }
  }
}

const std::optional<UnitVector>& Pricing::PlaceOfGroup(int32_t group) const {
  return ordered_.locations[market_.donors[market_.groups[group].donor].facility];
}

const std::optional<UnitVector>& Pricing::PlaceOfReceiver(int32_t receiver) const {
  return ordered_.locations[market_.receivers[receiver].facility];
}

std::vector<Pricing::Side> Pricing::SidesOf(const std::vector<std::vector<int32_t>>& members,
                                            bool groups) const {
  std::vector<Side> sides;
  for (const std::vector<int32_t>& side : members) {
    std::vector<std::optional<UnitVector>> places;
    for (int32_t member : side) {
      places.push_back(groups ? PlaceOfGroup(member) : PlaceOfReceiver(member));
    }
    sides.push_back({side, SpatialIndex(std::move(places))});
  }
  return sides;
}

Column Pricing::ColumnOf(int32_t group, int32_t receiver, int64_t penalty) const {
  const std::optional<double> km = KmBetween(PlaceOfGroup(group), PlaceOfReceiver(receiver));
  return {group, receiver, cost_.OfKm(km) + penalty};
}

bool Pricing::Permitted(int32_t group, int32_t receiver, std::optional<double> km) const {
  return cost_.Within(km) && MayGo(market_, market_.groups[group], market_.receivers[receiver]);
}

// The value 0 for receivers whose first place is among as many most pressing places as there are
// staff to give; no value for the others.
std::vector<int64_t> Pricing::LikelyReceivers() const {
  int64_t supply = 0;
  for (const Donor& donor : market_.donors) supply += donor.surplus;
  std::vector<double> reliefs;
  std::vector<double> first;
  for (const Receiver& receiver : market_.receivers) {
    const FacilityCadre& position = ordered_.position(receiver.place);
    const int32_t places = static_cast<int32_t>(std::min<int64_t>(receiver.vacancy, supply));
    first.push_back(Relief(ordered_.priority(position), position.required, position.heads));
    for (int32_t i = 0; i < places; ++i) {
      reliefs.push_back(Relief(ordered_.priority(position), position.required, position.heads + i));
    }
  }
  double least = 0;
  if (static_cast<size_t>(supply) < reliefs.size()) {
    std::nth_element(reliefs.begin(), reliefs.begin() + supply, reliefs.end(), std::greater<>());
    least = reliefs[supply];
  }
  std::vector<int64_t> values;
  for (double relief : first) values.push_back(relief >= least ? 0 : SpatialIndex::kNoValue);
  return values;
}

void Pricing::SetValues(const std::vector<int64_t>& groups, const std::vector<int64_t>& receivers) {
  const auto set = [](std::vector<Side>& sides, const std::vector<int64_t>& values) {
    for (Side& side : sides) {
      std::vector<int64_t> of_side;
      for (int32_t member : side.members) of_side.push_back(values[member]);
      side.index.SetValues(of_side);
    }
  };
  set(groups_, groups);
  set(receivers_, receivers);
}

struct Pricing::Search {
  std::function<int64_t(std::optional<double> km)> cost;
  SpatialIndex::Floor floor;
  const std::vector<int64_t>& group_limit;  // kNoValue: does not search
  const std::vector<int64_t>& receiver_limit;
  size_t count = 0;
  std::function<bool(int32_t group, int32_t receiver)> accept;
};

void Pricing::SearchByGroup(const Pairing& pairing, const Search& search,
                            std::vector<Column>& columns) const {
  const Side& offers = receivers_[pairing.receivers];
  for (int32_t group : groups_[pairing.groups].members) {
    if (search.group_limit[group] == SpatialIndex::kNoValue) continue;
    const auto accept = [&](int32_t item, std::optional<double> km) {
      const int32_t receiver = offers.members[item];
      return Permitted(group, receiver, km) && search.accept(group, receiver);
    };
    for (const SpatialIndex::Found& found :
         offers.index.Search({PlaceOfGroup(group), search.cost, search.floor, accept,
                              search.group_limit[group], search.count})) {
      columns.push_back(ColumnOf(group, offers.members[found.item], pairing.penalty));
    }
  }
}

void Pricing::SearchByReceiver(const Pairing& pairing, const Search& search,
                               std::vector<Column>& columns) const {
  const Side& offers = groups_[pairing.groups];
  for (int32_t receiver : receivers_[pairing.receivers].members) {
    if (search.receiver_limit[receiver] == SpatialIndex::kNoValue) continue;
    const auto accept = [&](int32_t item, std::optional<double> km) {
      const int32_t group = offers.members[item];
      return Permitted(group, receiver, km) && search.accept(group, receiver);
    };
    for (const SpatialIndex::Found& found :
         offers.index.Search({PlaceOfReceiver(receiver), search.cost, search.floor, accept,
                              search.receiver_limit[receiver], search.count})) {
      columns.push_back(ColumnOf(offers.members[found.item], receiver, pairing.penalty));
    }
  }
}

std::vector<Column> Pricing::Nearest(int count) {
  const double unknown_km = cost_.parameters().unknown_km;
  const auto millimetres = [unknown_km](std::optional<double> km) {
    return static_cast<int64_t>(std::llround(km.value_or(unknown_km) * 1e6));
  };
  const auto not_preferred = [this](int32_t group, int32_t receiver) {
    const std::vector<int32_t>& preferred = market_.groups[group].preferred;
    return !std::binary_search(preferred.begin(), preferred.end(),
                               market_.receivers[receiver].facility);
  };
  const std::vector<int64_t> likely = LikelyReceivers();
  SetValues(std::vector<int64_t>(market_.groups.size(), 0), likely);
  const std::vector<int64_t> group_limit(market_.groups.size(), INT64_MAX);
  std::vector<int64_t> receiver_limit = likely;
  for (int64_t& limit : receiver_limit) {
    if (limit != SpatialIndex::kNoValue) limit = INT64_MAX;
  }
  const Search search = {millimetres,    {-kRounding, 1e6},          group_limit,
                         receiver_limit, static_cast<size_t>(count), not_preferred};
  std::vector<Column> columns;
  for (const Pairing& pairing : pairings_) {
    SearchByGroup(pairing, search, columns);
    SearchByReceiver(pairing, search, columns);
  }
  RemoveDoubles(columns);
  return columns;
}

std::vector<Column> Pricing::Improving(const NetworkOptimum& optimum, int count) {
  std::vector<int64_t> group_values;
  for (int64_t price : optimum.group_price) {
    group_values.push_back(price == kNeverSends ? SpatialIndex::kNoValue : -price);
  }
  // A receiver's price, and a group's negative price, are both a value and the limit of a search.
  SetValues(group_values, optimum.receiver_price);
  std::vector<Column> columns;
  for (const Pairing& pairing : pairings_) {
    const auto doubled_cost = [this, &pairing](std::optional<double> km) {
      return 2 * (cost_.OfKm(km) + pairing.penalty);
    };
    const Parameters& parameters = cost_.parameters();
    const SpatialIndex::Floor floor = {
        2 * (kCostScale * parameters.base_move_cost + pairing.penalty - kRounding),
        2 * kCostScale * parameters.cost_per_km};
    const Search search = {doubled_cost,
                           floor,
                           group_values,
                           optimum.receiver_price,
                           static_cast<size_t>(count),
                           [](int32_t, int32_t) { return true; }};
    const size_t before = columns.size();
    SearchByGroup(pairing, search, columns);
    // Had any receiver a column to find, the groups would have found one.
    if (columns.size() > before) SearchByReceiver(pairing, search, columns);
  }
  RemoveDoubles(columns);
  return columns;
}

}  // namespace mudiriya::staffing::allocation
