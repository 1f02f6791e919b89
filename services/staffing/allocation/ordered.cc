#include <algorithm>
#include <numeric>
#include <utility>

#include "services/staffing/allocation/market.h"

namespace mudiriya::staffing::allocation {
namespace {

template <typename T>
std::vector<int32_t> IndexesById(const std::vector<T>& items) {
  std::vector<int32_t> indexes(items.size());
  std::iota(indexes.begin(), indexes.end(), 0);
  std::sort(indexes.begin(), indexes.end(),
            [&items](int32_t a, int32_t b) { return items[a].id < items[b].id; });
  return indexes;
}

std::vector<int32_t> Inverse(const std::vector<int32_t>& indexes) {
  std::vector<int32_t> ranks(indexes.size());
  for (size_t rank = 0; rank < indexes.size(); ++rank) {
    ranks[indexes[rank]] = static_cast<int32_t>(rank);
  }
  return ranks;
}

}  // namespace

Ordered PutInOrder(const Request& request) {
  Ordered ordered;
  ordered.request = &request;
  ordered.facility_index = IndexesById(request.facilities);
  ordered.facility_rank = Inverse(ordered.facility_index);
  ordered.cadre_rank = Inverse(IndexesById(request.cadres));
  ordered.positions.resize(request.positions.size());
  std::iota(ordered.positions.begin(), ordered.positions.end(), 0);
  const auto rank = [&](int32_t index) {
    const FacilityCadre& position = request.positions[index];
    return std::pair(ordered.facility_rank[position.facility], ordered.cadre_rank[position.cadre]);
  };
  std::sort(ordered.positions.begin(), ordered.positions.end(),
            [&rank](int32_t a, int32_t b) { return rank(a) < rank(b); });
  for (int32_t index : ordered.facility_index) {
    const std::optional<geo::Point>& location = request.facilities[index].location;
    ordered.locations.push_back(location ? std::optional(ToUnitVector(*location)) : std::nullopt);
  }
  return ordered;
}

int32_t PlaceOf(const Ordered& ordered, int32_t facility, int32_t cadre) {
  const std::pair wanted(ordered.facility_rank[facility], ordered.cadre_rank[cadre]);
  const auto rank = [&ordered](int32_t index) {
    const FacilityCadre& position = ordered.request->positions[index];
    return std::pair(ordered.facility_rank[position.facility], ordered.cadre_rank[position.cadre]);
  };
  const auto found =
      std::lower_bound(ordered.positions.begin(), ordered.positions.end(), wanted,
                       [&rank](int32_t index, const auto& key) { return rank(index) < key; });
  if (found == ordered.positions.end() || rank(*found) != wanted) return -1;
  return static_cast<int32_t>(found - ordered.positions.begin());
}

}  // namespace mudiriya::staffing::allocation
