#ifndef MUDIRIYA_SERVICES_REGISTRY_PLACE_RANKS_H_
#define MUDIRIYA_SERVICES_REGISTRY_PLACE_RANKS_H_

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "absl/types/span.h"
#include "common/geo/great_circle.h"

// How densely peopled and how remote the surroundings of facilities are, computed from areas and
// facilities of one directorate. Pure; everything is named by id.
namespace mudiriya::registry {

// What is taken from an area.
struct AreaFacts {
  std::string parent;             // "" at the top
  bool district = false;          // whether it is of that level
  std::optional<double> density;  // inhabitants/km², if both are known
  std::optional<geo::Point> centroid;
};

// What is taken from a facility.
struct FacilityFacts {
  std::string id;
  std::string area;
  std::optional<geo::Point> location;
  bool takes_referrals = false;  // a referral facility that is not closed
};

// What follows for a facility. Ranks run from 0 (smallest value) to 1 (largest) among the
// facilities that have the value; see geo::MeanRanks for ties.
struct PlaceFacts {
  std::vector<std::string> areas;  // from the nearest to the top
  std::string district;            // "" if none of `areas` is one
  std::optional<geo::Point> location;
  bool location_derived = false;  // from the centroid of an area
  std::string density_area;       // the nearest area with a density, "" if none has one
  std::optional<double> density;
  std::string referral;      // nearest that takes referrals, "" if unknown
  std::optional<double> km;  // great-circle distance to it; 0 for itself
  std::optional<double> density_rank;
  std::optional<double> remoteness_rank;
};

// One for each facility, in order. Of referral facilities equally near, the first one is taken. The
// time taken grows with facilities × those that take referrals.
std::vector<PlaceFacts> RankPlaces(const std::map<std::string, AreaFacts>& areas,
                                   absl::Span<const FacilityFacts> facilities);

}  // namespace mudiriya::registry

#endif  // MUDIRIYA_SERVICES_REGISTRY_PLACE_RANKS_H_
