#include "services/staffing/allocation/market.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "services/staffing/allocation/groups.h"
#include "services/staffing/allocation/objective.h"

namespace mudiriya::staffing::allocation {
namespace {

// Which cadres stand together: the lowest rank of those that substitution joins, for each rank.
std::vector<int32_t> LowestJoined(const Ordered& ordered) {
  std::vector<int32_t> parent(ordered.request->cadres.size());
  std::iota(parent.begin(), parent.end(), 0);
  const auto root = [&parent](int32_t cadre) {
    while (parent[cadre] != cadre) cadre = parent[cadre] = parent[parent[cadre]];
    return cadre;
  };
  for (const Substitution& pair : ordered.request->substitutions) {
    const int32_t a = root(ordered.cadre_rank[pair.from]);
    const int32_t b = root(ordered.cadre_rank[pair.to]);
    parent[std::max(a, b)] = std::min(a, b);
  }
  std::vector<int32_t> lowest(parent.size());
  for (size_t cadre = 0; cadre < parent.size(); ++cadre) {
    lowest[cadre] = root(static_cast<int32_t>(cadre));
  }
  return lowest;
}

std::vector<Target> TargetsOf(const Ordered& ordered, int32_t cadre) {
  std::vector<Target> targets = {{cadre, 0}};
  for (const Substitution& pair : ordered.request->substitutions) {
    if (ordered.cadre_rank[pair.from] != cadre) continue;
    targets.push_back({ordered.cadre_rank[pair.to], pair.penalty});
  }
  std::sort(targets.begin() + 1, targets.end(),
            [](const Target& a, const Target& b) { return a.cadre < b.cadre; });
  return targets;
}

void AddDonor(const Ordered& ordered, int32_t place, const std::vector<int32_t>& persons,
              Market& market) {
  const FacilityCadre& position = ordered.position(place);
  const int32_t surplus = Surplus(position, ordered.request->parameters);
  if (surplus == 0) return;
  std::vector<Group> groups = GroupsOf(ordered, place, persons);
  if (groups.empty()) return;
  Donor donor{place, ordered.facility_rank[position.facility], ordered.cadre_rank[position.cadre]};
  donor.first_group = static_cast<int32_t>(market.groups.size());
  donor.groups = static_cast<int32_t>(groups.size());
  for (Group& group : groups) {
    group.donor = static_cast<int32_t>(market.donors.size());
    group.size = std::min(group.size, surplus);
    donor.surplus = std::min(surplus, donor.surplus + group.size);
    market.groups.push_back(std::move(group));
  }
  market.donors.push_back(donor);
}

void AddReceiver(const Ordered& ordered, int32_t place, Market& market) {
  const FacilityCadre& position = ordered.position(place);
  const int32_t vacancy = Vacancy(position);
  if (vacancy == 0) return;
  if (!market.donors.empty() && market.donors.back().place == place) {
    market.donors.back().as_receiver = static_cast<int32_t>(market.receivers.size());
  }
  market.receivers.push_back({place, ordered.facility_rank[position.facility],
                              ordered.cadre_rank[position.cadre], vacancy});
}

}  // namespace

std::vector<Market> BuildMarkets(const Ordered& ordered) {
  const std::vector<int32_t> lowest = LowestJoined(ordered);
  std::vector<Market> markets(lowest.size());
  for (size_t cadre = 0; cadre < lowest.size(); ++cadre) {
    Market& market = markets[lowest[cadre]];
    market.cadres.push_back(static_cast<int32_t>(cadre));
    market.targets.push_back(TargetsOf(ordered, static_cast<int32_t>(cadre)));
  }
  const std::vector<std::vector<int32_t>> persons = MovablePersons(ordered);
  for (size_t i = 0; i < ordered.positions.size(); ++i) {
    const int32_t place = static_cast<int32_t>(i);
    Market& market = markets[lowest[ordered.cadre_rank[ordered.position(place).cadre]]];
    AddDonor(ordered, place, persons[i], market);
    AddReceiver(ordered, place, market);
  }
  std::erase_if(markets, [](const Market& market) {
    return market.donors.empty() || market.receivers.empty();
  });
  return markets;
}

}  // namespace mudiriya::staffing::allocation
