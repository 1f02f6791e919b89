#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/time/civil_time.h"
#include "common/resource/name.h"
#include "common/status/macros.h"
#include "services/staffing/dates.h"
#include "services/staffing/gap_table.h"
#include "services/staffing/level_names.h"
#include "services/staffing/place_table.h"
#include "services/staffing/priority.h"
#include "services/staffing/row_id.h"

namespace mudiriya::staffing {
namespace {

// What gaps of one directorate are completed from.
struct Details {
  std::map<std::string, Place> places;
  NamesById cadres;
  LevelsAsOf as_of;
};

absl::StatusOr<Details> Load(db::Transaction& tx, const std::string& directorate,
                             const std::set<std::string>& facilities) {
  Details details;
  const std::vector<std::string> ids(facilities.begin(), facilities.end());
  ASSIGN_OR_RETURN(std::vector<Place> places, FindPlaces(tx, directorate, ids));
  for (Place& place : places) details.places.emplace(place.facility, std::move(place));
  ASSIGN_OR_RETURN(details.cadres, CadreNames(tx, directorate));
  ASSIGN_OR_RETURN(details.as_of, FindLevelsAsOf(tx, directorate));
  return details;
}

PriorityWeights Weighed(PriorityWeights own, const v1::PriorityWeights& asked) {
  if (asked.has_density()) own.density = asked.density();
  if (asked.has_remoteness()) own.remoteness = asked.remoteness();
  if (asked.has_critical()) own.critical = asked.critical();
  return own;
}

void SetTerms(const PriorityWeights& weights, v1::PriorityTerms& terms) {
  const Priority priority = PriorityFromRanks(terms.density_rank(), terms.remoteness_rank(),
                                              terms.critical_service(), weights);
  terms.set_priority(priority.total);
  terms.set_density_term(priority.density_term);
  terms.set_remoteness_term(priority.remoteness_term);
  terms.set_critical_term(priority.critical_term);
}

void Complete(const Details& details, const v1::PriorityWeights& weights, v1::Gap& gap) {
  SetTerms(Weighed(details.as_of.weights, weights), *gap.mutable_priority());
  *gap.mutable_as_of_date() = ToDate(details.as_of.day);
  const auto cadre = details.cadres.find(std::string(IdOf(gap.cadre())));
  if (cadre != details.cadres.end()) *gap.mutable_cadre_display_name() = cadre->second;
  const auto place = details.places.find(std::string(IdOf(gap.facility())));
  if (place == details.places.end()) return;
  *gap.mutable_facility_display_name() = place->second.display_name;
  v1::PriorityTerms& terms = *gap.mutable_priority();
  if (place->second.density_per_km2) terms.set_population_per_km2(*place->second.density_per_km2);
  if (place->second.referral_km) terms.set_km_to_referral_hospital(*place->second.referral_km);
}

}  // namespace

absl::Status CompleteGaps(db::Transaction& tx, const v1::PriorityWeights& weights,
                          absl::Span<v1::Gap> gaps) {
  std::map<std::string, std::set<std::string>> facilities;  // by directorate
  for (const v1::Gap& gap : gaps) {
    facilities[std::string(resource::DirectorateOf(gap.name()))].emplace(IdOf(gap.facility()));
  }
  std::map<std::string, Details> details;
  for (const auto& [directorate, ids] : facilities) {
    ASSIGN_OR_RETURN(details[directorate], Load(tx, directorate, ids));
  }
  for (v1::Gap& gap : gaps) {
    Complete(details.at(std::string(resource::DirectorateOf(gap.name()))), weights, gap);
  }
  return absl::OkStatus();
}

}  // namespace mudiriya::staffing
