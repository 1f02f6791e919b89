#include "services/registry/facility_places.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "common/db/connection.h"
#include "common/resource/name.h"
#include "common/resource/page_token.h"
#include "common/status/errors.h"
#include "common/status/macros.h"
#include "common/status/violations.h"
#include "services/registry/areas.h"
#include "services/registry/directorates.h"
#include "services/registry/facilities.h"
#include "services/registry/place_rows.h"

namespace mudiriya::registry {
namespace {

using resource::ResourceName;

constexpr int32_t kDefaultPlaces = 500;
constexpr int32_t kMaxPlaces = 2000;

std::string AreaName(const std::string& directorate, const std::string& id) {
  return id.empty() ? "" : Areas().pattern().Format({directorate, id});
}

// Adds to a place what was computed for it.
void Fill(const PlaceFacts& facts, const std::string& directorate, v1::FacilityPlace& place) {
  for (const std::string& area : facts.areas) place.add_areas(AreaName(directorate, area));
  place.set_district(AreaName(directorate, facts.district));
  place.set_density_area(AreaName(directorate, facts.density_area));
  place.set_location_derived(facts.location_derived);
  if (facts.location.has_value()) {
    place.mutable_location()->set_latitude(facts.location->latitude);
    place.mutable_location()->set_longitude(facts.location->longitude);
  }
  if (facts.density.has_value()) place.set_population_density_per_km2(*facts.density);
  if (facts.density_rank.has_value()) place.set_density_rank(*facts.density_rank);
  if (!facts.km.has_value()) return;
  place.set_referral_facility(Facilities().pattern().Format({directorate, facts.referral}));
  place.set_km_to_referral_hospital(*facts.km);
  if (facts.remoteness_rank.has_value()) place.set_remoteness_rank(*facts.remoteness_rank);
}

struct Places {
  std::vector<v1::FacilityPlace> all;  // by id of the facility
  std::vector<std::string> ids;        // of the same facilities
  int64_t sequence = 0;
};

absl::StatusOr<Places> ComputePlaces(Call& call, const std::string& directorate) {
  ASSIGN_OR_RETURN(PlaceRows rows, call.db().Read([&](db::Transaction& tx) {
    return ReadPlaceRows(tx, directorate);
  }));
  const std::vector<PlaceFacts> facts = RankPlaces(rows.areas, rows.facilities);
  Places places{std::move(rows.facility_places), {}, rows.sequence};
  for (size_t i = 0; i < facts.size(); ++i) {
    Fill(facts[i], directorate, places.all[i]);
    places.ids.push_back(std::move(rows.facilities[i].id));
  }
  return places;
}

absl::StatusOr<size_t> PageSize(int32_t asked) {
  RETURN_IF_ERROR(resource::EffectivePageSize(asked).status());
  return static_cast<size_t>(asked == 0 ? kDefaultPlaces : std::min(asked, kMaxPlaces));
}

// Where the page begins.
absl::StatusOr<size_t> PageStart(const v1::ListFacilityPlacesRequest& request,
                                 const std::string& fingerprint,
                                 const std::vector<std::string>& ids) {
  if (request.page_token().empty()) return 0;
  ASSIGN_OR_RETURN(const std::vector<db::Value> key,
                   resource::DecodePageToken(request.page_token(), fingerprint, 1));
  const std::string* last = std::get_if<std::string>(&key.front());
  if (last == nullptr) return InvalidField("page_token", Reason::INVALID_PAGE_TOKEN);
  return std::upper_bound(ids.begin(), ids.end(), *last) - ids.begin();
}

}  // namespace

absl::StatusOr<v1::FacilityPlace> GetFacilityPlace(Call& call,
                                                   const v1::GetFacilityPlaceRequest& request) {
  ASSIGN_OR_RETURN(const auto pattern,
                   resource::ResourcePattern::Of(*v1::FacilityPlace::descriptor()));
  ASSIGN_OR_RETURN(const ResourceName name, pattern.ParseName(request.name()));
  ASSIGN_OR_RETURN(Places places, ComputePlaces(call, name.directorate()));
  const auto found = std::lower_bound(places.ids.begin(), places.ids.end(), name.id());
  if (found == places.ids.end() || *found != name.id()) return NotFound(request.name());
  return std::move(places.all[found - places.ids.begin()]);
}

absl::StatusOr<v1::ListFacilityPlacesResponse> ListFacilityPlaces(
    Call& call, const v1::ListFacilityPlacesRequest& request) {
  ASSIGN_OR_RETURN(const ResourceName parent,
                   Directorates().pattern().ParseName(request.parent(), "parent"));
  ASSIGN_OR_RETURN(const size_t size, PageSize(request.page_size()));
  const std::string fingerprint = resource::Fingerprint({"ListFacilityPlaces", parent.text()});
  ASSIGN_OR_RETURN(Places places, ComputePlaces(call, parent.directorate()));
  ASSIGN_OR_RETURN(const size_t start, PageStart(request, fingerprint, places.ids));
  const size_t end = std::min(start + size, places.all.size());
  v1::ListFacilityPlacesResponse response;
  response.set_sequence(places.sequence);
  for (size_t i = start; i < end; ++i) {
    *response.add_facility_places() = std::move(places.all[i]);
  }
  if (end < places.all.size()) {
    response.set_next_page_token(resource::EncodePageToken(fingerprint, {places.ids[end - 1]}));
  }
  return response;
}

}  // namespace mudiriya::registry
