#include "services/registry/place_rows.h"

#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "common/status/macros.h"
#include "services/registry/facilities.h"

namespace mudiriya::registry {
namespace {

std::optional<geo::Point> PointOf(const db::Row& row, absl::string_view latitude,
                                  absl::string_view longitude) {
  if (row.IsNull(latitude) || row.IsNull(longitude)) return std::nullopt;
  return geo::Point{row.Double(latitude), row.Double(longitude)};
}

// From the area's own population, or a complete sum over its children: an incomplete one would make
// a crowded place look empty.
std::optional<double> DensityOf(const db::Row& row) {
  if (row.IsNull("area_km2") || row.Double("area_km2") <= 0) return std::nullopt;
  if (!row.IsNull("population")) return row.Double("population") / row.Double("area_km2");
  if (row.IsNull("population_derived") || row.Bool("population_incomplete")) return std::nullopt;
  return row.Double("population_derived") / row.Double("area_km2");
}

absl::Status ReadAreas(db::Transaction& tx, const std::string& directorate, PlaceRows& rows) {
  ASSIGN_OR_RETURN(
      const db::ResultSet result,
      tx.Query("SELECT area_id, parent_area_id, level, population, population_derived, "
               "population_incomplete, area_km2, centroid_latitude, centroid_longitude "
               "FROM area WHERE directorate_id = ? AND delete_time IS NULL",
               {directorate}));
  for (const db::Row row : result) {
    AreaFacts& facts = rows.areas[row.Text("area_id")];
    facts.parent = row.Text("parent_area_id");
    facts.district = row.Text("level") == "DISTRICT";
    facts.density = DensityOf(row);
    facts.centroid = PointOf(row, "centroid_latitude", "centroid_longitude");
  }
  return absl::OkStatus();
}

v1::FacilityPlace PlaceOf(const db::Row& row, const std::string& directorate) {
  v1::FacilityPlace place;
  place.set_facility(Facilities().pattern().Format({directorate, row.Text("facility_id")}));
  place.set_name(absl::StrCat(place.facility(), "/place"));
  place.mutable_display_name()->set_ar(row.Text("display_name_ar"));
  place.mutable_display_name()->set_en(row.Text("display_name_en"));
  place.mutable_display_name()->set_fr(row.Text("display_name_fr"));
  v1::Facility::Type type = v1::Facility::TYPE_UNSPECIFIED;
  if (v1::Facility::Type_Parse(row.Text("type"), &type)) place.set_type(type);
  v1::Facility::OperationalStatus status = v1::Facility::OPERATIONAL_STATUS_UNSPECIFIED;
  if (v1::Facility::OperationalStatus_Parse(row.Text("operational_status"), &status)) {
    place.set_operational_status(status);
  }
  place.set_referral(row.Bool("referral"));
  place.set_critical_service(row.Bool("critical_service"));
  if (!row.IsNull("catchment_population")) {
    place.set_catchment_population(row.Int64("catchment_population"));
  }
  if (!row.IsNull("beds")) place.set_beds(static_cast<int32_t>(row.Int64("beds")));
  return place;
}

bool TakesReferrals(const v1::FacilityPlace& place) {
  return place.referral() && place.operational_status() != v1::Facility::CLOSED &&
         place.operational_status() != v1::Facility::CLOSED_TEMPORARILY;
}

absl::Status ReadFacilities(db::Transaction& tx, const std::string& directorate, PlaceRows& rows) {
  ASSIGN_OR_RETURN(
      const db::ResultSet result,
      tx.Query("SELECT facility_id, area_id, display_name_ar, display_name_en, display_name_fr, "
               "type, operational_status, referral, critical_service, catchment_population, beds, "
               "location_latitude, location_longitude FROM facility "
               "WHERE directorate_id = ? AND delete_time IS NULL ORDER BY facility_id",
               {directorate}));
  for (const db::Row row : result) {
    v1::FacilityPlace place = PlaceOf(row, directorate);
    rows.facilities.push_back({row.Text("facility_id"), row.Text("area_id"),
                               PointOf(row, "location_latitude", "location_longitude"),
                               TakesReferrals(place)});
    rows.facility_places.push_back(std::move(place));
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<PlaceRows> ReadPlaceRows(db::Transaction& tx, const std::string& directorate) {
  PlaceRows rows;
  ASSIGN_OR_RETURN(const db::ResultSet sealed,
                   tx.Query("SELECT COALESCE(MAX(sequence), 0) FROM change_log "
                            "WHERE directorate_id = ?",
                            {directorate}));
  rows.sequence = sealed.front().Int64(0);
  RETURN_IF_ERROR(ReadAreas(tx, directorate, rows));
  RETURN_IF_ERROR(ReadFacilities(tx, directorate, rows));
  return rows;
}

}  // namespace mudiriya::registry
