#include "services/staffing/places_copy.h"

#include <map>
#include <tuple>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/time/civil_time.h"
#include "common/status/macros.h"
#include "services/staffing/level_changes.h"
#include "services/staffing/level_pricing.h"
#include "services/staffing/level_refresh.h"
#include "services/staffing/level_scope.h"
#include "services/staffing/level_upkeep.h"
#include "services/staffing/place_areas.h"
#include "services/staffing/place_table.h"
#include "services/staffing/row_id.h"

namespace mudiriya::staffing {
namespace {

using registry::v1::Facility;
using registry::v1::FacilityPlace;

absl::StatusOr<std::optional<PlaceDirectorate>> Load(db::Transaction& tx,
                                                     absl::string_view directorate,
                                                     absl::string_view lock) {
  ASSIGN_OR_RETURN(const db::ResultSet rows,
                   tx.Query(absl::StrCat("SELECT time_zone, deleted, sequence"
                                         " FROM place_directorate WHERE directorate_id = ?",
                                         lock),
                            {{std::string(directorate)}}));
  if (rows.empty()) return std::nullopt;
  const db::Row row = rows.front();
  return PlaceDirectorate{
      .time_zone = row.Text(0), .deleted = row.Bool(1), .sequence = row.Int64(2)};
}

void SetMeasures(const FacilityPlace& from, Place& place) {
  if (from.has_catchment_population()) place.catchment_population = from.catchment_population();
  if (from.has_beds()) place.beds = from.beds();
  if (from.has_location()) {
    place.latitude = from.location().latitude();
    place.longitude = from.location().longitude();
  }
  if (from.has_population_density_per_km2()) {
    place.density_per_km2 = from.population_density_per_km2();
  }
  if (from.has_km_to_referral_hospital()) place.referral_km = from.km_to_referral_hospital();
  if (from.has_density_rank()) place.density_rank = from.density_rank();
  if (from.has_remoteness_rank()) place.remoteness_rank = from.remoteness_rank();
}

Place PlaceOf(const FacilityPlace& from) {
  Place place;
  place.facility = std::string(IdOf(from.facility()));
  place.display_name = from.display_name();
  place.type = from.type();
  place.operational_status = from.operational_status();
  for (const std::string& area : from.areas()) place.areas.emplace_back(IdOf(area));
  place.district = std::string(IdOf(from.district()));
  place.referral = from.referral();
  place.critical_service = from.critical_service();
  SetMeasures(from, place);
  return place;
}

bool SameName(const type::v1::LocalizedText& a, const type::v1::LocalizedText& b) {
  return a.ar() == b.ar() && a.en() == b.en() && a.fr() == b.fr();
}

auto FactsOf(const Place& place) {
  return std::tie(place.facility, place.type, place.operational_status, place.areas, place.district,
                  place.catchment_population, place.beds, place.referral, place.critical_service,
                  place.latitude, place.longitude, place.density_per_km2, place.referral_km,
                  place.density_rank, place.remoteness_rank, place.deleted);
}

bool Same(const Place& a, const Place& b) {
  return SameName(a.display_name, b.display_name) && FactsOf(a) == FactsOf(b);
}

// Whether a requirement, or what its figures are summed by, may follow from the difference.
bool ChangesLevels(const Place& before, const Place& after) {
  return before.deleted != after.deleted || before.type != after.type ||
         before.beds != after.beds || before.catchment_population != after.catchment_population ||
         before.district != after.district || before.areas.empty() != after.areas.empty() ||
         (!before.areas.empty() && before.areas.front() != after.areas.front());
}

bool ChangesPeers(const Place& before, const Place& after) {
  return before.district != after.district || before.type != after.type ||
         before.deleted != after.deleted;
}

// What of the places differs.
struct Difference {
  std::vector<Place> stored;                                   // to be written
  std::vector<std::string> facilities;                         // whose levels change
  std::vector<std::pair<std::string, std::string>> districts;  // whose peers change, with type

  void Add(const Place& before, const Place& after) {
    stored.push_back(after);
    if (ChangesLevels(before, after)) facilities.push_back(after.facility);
    if (!ChangesPeers(before, after)) return;
    for (const Place* place : {&before, &after}) {
      districts.emplace_back(place->district, Facility::Type_Name(place->type));
    }
  }
};

Place Unknown(const std::string& facility) {
  Place place;
  place.facility = facility;
  place.deleted = true;
  return place;
}

Difference Compare(std::map<std::string, Place> before,
                   const std::vector<FacilityPlace>& facilities) {
  Difference difference;
  for (const FacilityPlace& facility : facilities) {
    const Place after = PlaceOf(facility);
    const auto found = before.find(after.facility);
    const Place old = found == before.end() ? Unknown(after.facility) : found->second;
    if (found != before.end()) before.erase(found);
    if (!Same(old, after)) difference.Add(old, after);
  }
  for (const auto& [id, old] : before) {
    Place after = old;
    after.deleted = true;
    difference.Add(old, after);
  }
  return difference;
}

absl::Status RefreshAfter(LevelScope& scope, const Difference& difference) {
  RETURN_IF_ERROR(RefreshFacilities(scope, difference.facilities, "", Estimates::kMark));
  std::map<std::pair<std::string, std::string>, bool> marked;
  for (const auto& group : difference.districts) {
    if (!marked.emplace(group, true).second) continue;
    RETURN_IF_ERROR(MarkDistrict(scope, group.first, group.second));
  }
  return TakeOverRanks(scope);
}

absl::Status StoreDirectorate(db::Transaction& tx, absl::string_view id,
                              const PlacesSnapshot& snapshot) {
  const registry::v1::Directorate& from = snapshot.directorate;
  return tx
      .Execute(
          "REPLACE INTO place_directorate (directorate_id, display_name_ar, display_name_en,"
          " display_name_fr, time_zone, country, deleted, sequence)"
          " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
          {{std::string(id), from.display_name().ar(), from.display_name().en(),
            from.display_name().fr(), from.time_zone(), from.country(), from.has_delete_time(),
            snapshot.sequence}})
      .status();
}

// The day there; in UTC for a zone that this machine does not know.
absl::CivilDay DayAt(const std::string& time_zone, absl::Time now) {
  absl::TimeZone zone = absl::UTCTimeZone();
  absl::LoadTimeZone(time_zone, &zone);
  return absl::ToCivilDay(now, zone);
}

}  // namespace

absl::StatusOr<std::optional<PlaceDirectorate>> FindDirectorate(db::Transaction& tx,
                                                                absl::string_view directorate) {
  return Load(tx, directorate, "");
}

absl::Status StoreSnapshot(db::Transaction& tx, absl::string_view directorate,
                           const std::optional<PlaceDirectorate>& expected,
                           const PlacesSnapshot& snapshot, absl::Time now) {
  const absl::CivilDay today = DayAt(snapshot.directorate.time_zone(), now);
  ASSIGN_OR_RETURN(LevelScope scope, HoldLevels(tx, directorate, today, Hold::kAlone));
  ASSIGN_OR_RETURN(const std::optional<PlaceDirectorate> found,
                   Load(tx, directorate, " FOR UPDATE"));
  const bool moved_on = found.has_value() != expected.has_value() ||
                        (found.has_value() && found->sequence != expected->sequence);
  if (moved_on) return absl::OkStatus();
  RETURN_IF_ERROR(RollOver(scope, today));
  RETURN_IF_ERROR(StoreDirectorate(tx, directorate, snapshot));
  RETURN_IF_ERROR(StoreAreas(tx, directorate, ArrangeAreas(snapshot.areas)));
  ASSIGN_OR_RETURN(std::vector<Place> places, AllPlaces(tx, directorate));
  std::map<std::string, Place> before;
  for (Place& place : places) before.emplace(place.facility, std::move(place));
  const Difference difference = Compare(std::move(before), snapshot.facilities);
  if (difference.stored.empty()) return absl::OkStatus();
  RETURN_IF_ERROR(StorePlaces(tx, directorate, difference.stored));
  return RefreshAfter(scope, difference);
}

absl::Status SkipChanges(db::Transaction& tx, absl::string_view directorate, int64_t expected,
                         int64_t sequence) {
  return tx
      .Execute(
          "UPDATE place_directorate SET sequence = ? WHERE directorate_id = ?"
          " AND sequence = ?",
          {{sequence, std::string(directorate), expected}})
      .status();
}

}  // namespace mudiriya::staffing
