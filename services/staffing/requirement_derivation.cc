#include "services/staffing/requirement_derivation.h"

#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "absl/strings/str_cat.h"
#include "common/status/macros.h"
#include "services/staffing/place_table.h"
#include "services/staffing/requirement_inputs.h"
#include "services/staffing/staffing_settings.h"

namespace mudiriya::staffing {
namespace {

using Source = v1::Requirement::Source;

std::vector<std::string> FacilitiesOf(absl::Span<const LevelKey> keys) {
  std::vector<std::string> ids;
  for (const LevelKey& key : keys) ids.push_back(key.facility);
  return ids;
}

std::vector<std::string> CadresOf(absl::Span<const LevelKey> keys) {
  std::vector<std::string> ids;
  for (const LevelKey& key : keys) ids.push_back(key.cadre);
  return ids;
}

FacilityFacts FactsOf(const Place& place) {
  return {
      .type = place.type, .beds = place.beds, .catchment_population = place.catchment_population};
}

// What one computation of requirements has read, and what it has made of it so far.
class Derivation {
 public:
  Derivation(db::Transaction& tx, absl::string_view directorate)
      : tx_(tx), directorate_(directorate) {}

  absl::Status Load(absl::Span<const LevelKey> keys) {
    ASSIGN_OR_RETURN(const v1::StaffingSettings settings, EffectiveSettings(tx_, directorate_));
    for (const int source : settings.requirement_sources()) {
      order_.push_back(static_cast<Source>(source));
    }
    ASSIGN_OR_RETURN(cadres_, LoadCadreRecords(tx_, directorate_, CadresOf(keys)));
    ASSIGN_OR_RETURN(std::vector<Place> places, FindPlaces(tx_, directorate_, FacilitiesOf(keys)));
    return AddPlaces(std::move(places));
  }

  absl::StatusOr<v1::Requirement> Of(const LevelKey& key) {
    v1::Requirement requirement = Named(key);
    for (const Source source : order_) {
      if (source == v1::Requirement::ESTIMATED) {
        ASSIGN_OR_RETURN(const bool answered, Estimate(key, requirement));
        if (answered) return requirement;
      } else {
        ASSIGN_OR_RETURN(const bool answered, Ask(source, key, requirement));
        if (answered) return requirement;
      }
    }
    return requirement;
  }

 private:
  // The sum of the requirements of the facilities of a type in a district.
  struct Peers {
    int32_t count = 0;
    double sum = 0;
  };
  using District = std::pair<std::string, int>;  // area id, Facility::Type

  v1::Requirement Named(const LevelKey& key) const {
    v1::Requirement requirement;
    const std::string facility =
        absl::StrCat("directorates/", directorate_, "/facilities/", key.facility);
    requirement.set_name(absl::StrCat(facility, "/requirements/", key.cadre));
    requirement.set_facility(facility);
    requirement.set_cadre(absl::StrCat("directorates/", directorate_, "/cadres/", key.cadre));
    return requirement;
  }

  // Takes places that were not read before, with what is on record at them.
  absl::Status AddPlaces(std::vector<Place> places) {
    std::vector<std::string> fresh;
    for (Place& place : places) {
      std::string id = place.facility;
      if (places_.emplace(id, std::move(place)).second) fresh.push_back(std::move(id));
    }
    ASSIGN_OR_RETURN(FacilityRecordsByKey records, LoadFacilityRecords(tx_, directorate_, fresh));
    records_.merge(records);
    return absl::OkStatus();
  }

  absl::StatusOr<bool> Ask(Source source, const LevelKey& key, v1::Requirement& requirement) {
    const auto place = places_.find(key.facility);
    const FacilityFacts facts = place == places_.end() ? FacilityFacts() : FactsOf(place->second);
    return AskSource(source, cadres_.at(key.cadre), records_[key], facts, requirement);
  }

  // The requirement from the facility's own figures.
  absl::StatusOr<v1::Requirement> OwnOf(const LevelKey& key) {
    v1::Requirement requirement;
    for (const Source source : order_) {
      if (source == v1::Requirement::ESTIMATED) continue;
      ASSIGN_OR_RETURN(const bool answered, Ask(source, key, requirement));
      if (answered) break;
    }
    return requirement;
  }

  absl::StatusOr<bool> Estimate(const LevelKey& key, v1::Requirement& requirement) {
    const auto found = places_.find(key.facility);
    Peers peers;
    if (found != places_.end() && !found->second.district.empty()) {
      const District district{found->second.district, found->second.type};
      ASSIGN_OR_RETURN(peers, PeersOf(district, key.cadre));
    }
    if (peers.count == 0) {
      Skip(v1::Requirement::ESTIMATED, v1::Requirement::NO_PEERS, requirement);
      return false;
    }
    Show(found->second, peers, requirement);
    return true;
  }

  void Show(const Place& place, const Peers& peers, v1::Requirement& requirement) const {
    v1::Requirement::EstimateDerivation& shown = *requirement.mutable_estimate();
    shown.set_facility_type(place.type);
    shown.set_district(absl::StrCat("directorates/", directorate_, "/areas/", place.district));
    shown.set_facility_count(peers.count);
    shown.set_required_sum(peers.sum);
    requirement.set_source(v1::Requirement::ESTIMATED);
    requirement.set_required(peers.sum / peers.count);
  }

  // A facility that has to be estimated has no requirement of its own, so it is not among them.
  absl::StatusOr<Peers> PeersOf(const District& district, const std::string& cadre) {
    const auto known = peers_.find({district, cadre});
    if (known != peers_.end()) return known->second;
    ASSIGN_OR_RETURN(const std::vector<std::string>* const facilities, FacilitiesIn(district));
    Peers peers;
    for (const std::string& facility : *facilities) {
      ASSIGN_OR_RETURN(const v1::Requirement own, OwnOf({facility, cadre}));
      if (!own.has_required()) continue;
      ++peers.count;
      peers.sum += own.required();
    }
    return peers_[{district, cadre}] = peers;
  }

  absl::StatusOr<const std::vector<std::string>*> FacilitiesIn(const District& district) {
    const auto [entry, fresh] = districts_.try_emplace(district);
    if (!fresh) return &entry->second;
    ASSIGN_OR_RETURN(std::vector<Place> places,
                     PlacesInDistrict(tx_, directorate_,
                                      static_cast<registry::v1::Facility::Type>(district.second),
                                      district.first));
    for (const Place& place : places) entry->second.push_back(place.facility);
    RETURN_IF_ERROR(AddPlaces(std::move(places)));
    return &entry->second;
  }

  db::Transaction& tx_;
  const std::string directorate_;
  std::vector<Source> order_;
  CadreRecordsById cadres_;
  std::map<std::string, Place> places_;
  FacilityRecordsByKey records_;
  std::map<District, std::vector<std::string>> districts_;
  std::map<std::pair<District, std::string>, Peers> peers_;
};

}  // namespace

absl::StatusOr<std::vector<v1::Requirement>> DeriveRequirements(db::Transaction& tx,
                                                                absl::string_view directorate,
                                                                absl::Span<const LevelKey> keys) {
  Derivation derivation(tx, directorate);
  RETURN_IF_ERROR(derivation.Load(keys));
  std::vector<v1::Requirement> requirements;
  requirements.reserve(keys.size());
  for (const LevelKey& key : keys) {
    ASSIGN_OR_RETURN(v1::Requirement requirement, derivation.Of(key));
    requirements.push_back(std::move(requirement));
  }
  return requirements;
}

}  // namespace mudiriya::staffing
