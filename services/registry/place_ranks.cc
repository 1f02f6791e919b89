#include "services/registry/place_ranks.h"

#include <algorithm>
#include <cstddef>

#include "common/geo/mean_rank.h"

namespace mudiriya::registry {
namespace {

using Areas = std::map<std::string, AreaFacts>;

// Follows the tree from the facility's area to the top, taking from each area what is still
// missing.
PlaceFacts FromAreas(const Areas& areas, const FacilityFacts& facility) {
  PlaceFacts place;
  place.location = facility.location;
  auto area = areas.find(facility.area);
  // A tree has no more levels than areas: a cycle would end the walk, not the process.
  while (area != areas.end() && place.areas.size() < areas.size()) {
    const auto& [id, facts] = *area;
    place.areas.push_back(id);
    if (facts.district && place.district.empty()) place.district = id;
    if (facts.density.has_value() && !place.density.has_value()) {
      place.density_area = id;
      place.density = facts.density;
    }
    if (facts.centroid.has_value() && !place.location.has_value()) {
      place.location = facts.centroid;
      place.location_derived = true;
    }
    area = areas.find(facts.parent);
  }
  return place;
}

struct Referral {
  std::string id;
  geo::Point location;
};

void FindReferral(const FacilityFacts& facility, absl::Span<const Referral> referrals,
                  PlaceFacts& place) {
  if (facility.takes_referrals) {
    place.referral = facility.id;
    place.km = 0;
    return;
  }
  if (!place.location.has_value()) return;
  for (const Referral& referral : referrals) {
    const double km = geo::GreatCircleKm(*place.location, referral.location);
    if (place.km.has_value() && km >= *place.km) continue;
    place.referral = referral.id;
    place.km = km;
  }
}

// Ranks the places that have `value`, and leaves the others without a rank.
void Rank(std::optional<double> PlaceFacts::*value, std::optional<double> PlaceFacts::*rank,
          std::vector<PlaceFacts>& places) {
  std::vector<double> values;
  for (const PlaceFacts& place : places) {
    if ((place.*value).has_value()) values.push_back(*(place.*value));
  }
  const std::vector<double> ranks = geo::MeanRanks(values);
  size_t next = 0;
  for (PlaceFacts& place : places) {
    if ((place.*value).has_value()) place.*rank = ranks[next++];
  }
}

}  // namespace

std::vector<PlaceFacts> RankPlaces(const Areas& areas, absl::Span<const FacilityFacts> facilities) {
  std::vector<PlaceFacts> places;
  std::vector<Referral> referrals;
  for (const FacilityFacts& facility : facilities) {
    places.push_back(FromAreas(areas, facility));
    if (facility.takes_referrals && places.back().location.has_value()) {
      referrals.push_back({facility.id, *places.back().location});
    }
  }
  for (size_t i = 0; i < places.size(); ++i) FindReferral(facilities[i], referrals, places[i]);
  Rank(&PlaceFacts::density, &PlaceFacts::density_rank, places);
  Rank(&PlaceFacts::km, &PlaceFacts::remoteness_rank, places);
  return places;
}

}  // namespace mudiriya::registry
