#include "services/staffing/place_table.h"

#include <iterator>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "common/status/macros.h"
#include "common/text/normalize.h"
#include "services/staffing/id_list.h"

namespace mudiriya::staffing {
namespace {

using registry::v1::Facility;

constexpr absl::string_view kColumns =
    "facility_id, display_name_ar, display_name_en, display_name_fr, display_name_search, type,"
    " operational_status, area_id, area_ids, district_id, catchment_population, beds, referral,"
    " critical_service, latitude, longitude, density_per_km2, referral_km, density_rank,"
    " remoteness_rank, deleted";
constexpr size_t kColumnCount = 21;
constexpr size_t kRowsPerStatement = 500;

// Ids hold no character that JSON escapes, so the list needs no parser: ["a","b"].
std::string AreasToJson(const std::vector<std::string>& areas) {
  if (areas.empty()) return "[]";
  return absl::StrCat("[\"", absl::StrJoin(areas, "\",\""), "\"]");
}

std::vector<std::string> AreasFromJson(absl::string_view json) {
  const std::string bare = absl::StrReplaceAll(absl::StripSuffix(absl::StripPrefix(json, "["), "]"),
                                               {{"\"", ""}, {" ", ""}});
  if (bare.empty()) return {};
  return absl::StrSplit(bare, ',');
}

std::optional<int64_t> MaybeInt64(const db::Row& row, absl::string_view column) {
  return row.IsNull(column) ? std::nullopt : std::optional<int64_t>(row.Int64(column));
}

std::optional<double> MaybeDouble(const db::Row& row, absl::string_view column) {
  return row.IsNull(column) ? std::nullopt : std::optional<double>(row.Double(column));
}

template <typename T>
db::Value ValueOf(const std::optional<T>& value) {
  return value ? db::Value(*value) : db::Value(nullptr);
}

void ReadMeasures(const db::Row& row, Place& place) {
  place.catchment_population = MaybeInt64(row, "catchment_population");
  place.beds = MaybeInt64(row, "beds");
  place.latitude = MaybeDouble(row, "latitude");
  place.longitude = MaybeDouble(row, "longitude");
  place.density_per_km2 = MaybeDouble(row, "density_per_km2");
  place.referral_km = MaybeDouble(row, "referral_km");
  place.density_rank = MaybeDouble(row, "density_rank");
  place.remoteness_rank = MaybeDouble(row, "remoteness_rank");
}

Place ReadPlace(const db::Row& row) {
  Place place;
  place.facility = row.Text("facility_id");
  place.display_name.set_ar(row.Text("display_name_ar"));
  place.display_name.set_en(row.Text("display_name_en"));
  place.display_name.set_fr(row.Text("display_name_fr"));
  Facility::Type_Parse(row.Text("type"), &place.type);
  Facility::OperationalStatus_Parse(row.Text("operational_status"), &place.operational_status);
  place.areas = AreasFromJson(row.Text("area_ids"));
  place.district = row.Text("district_id");
  place.referral = row.Bool("referral");
  place.critical_service = row.Bool("critical_service");
  place.deleted = row.Bool("deleted");
  ReadMeasures(row, place);
  return place;
}

absl::StatusOr<std::vector<Place>> Select(db::Transaction& tx, absl::string_view where,
                                          db::Params params) {
  ASSIGN_OR_RETURN(
      const db::ResultSet rows,
      tx.Query(absl::StrCat("SELECT ", kColumns, " FROM place WHERE directorate_id = ?", where,
                            " ORDER BY facility_id"),
               params));
  std::vector<Place> places;
  places.reserve(rows.size());
  for (const db::Row row : rows) places.push_back(ReadPlace(row));
  return places;
}

// All languages, as a search column of a table holds them.
std::string SearchText(const type::v1::LocalizedText& name) {
  return text::NormalizeForSearch(absl::StrCat(name.ar(), " ", name.en(), " ", name.fr()));
}

void AppendValues(absl::string_view directorate, const Place& place,
                  std::vector<db::Value>& values) {
  const db::Value row[] = {
      std::string(directorate),
      place.facility,
      place.display_name.ar(),
      place.display_name.en(),
      place.display_name.fr(),
      SearchText(place.display_name),
      Facility::Type_Name(place.type),
      Facility::OperationalStatus_Name(place.operational_status),
      place.areas.empty() ? db::Value(nullptr) : db::Value(place.areas.front()),
      AreasToJson(place.areas),
      place.district,
      ValueOf(place.catchment_population),
      ValueOf(place.beds),
      place.referral,
      place.critical_service,
      ValueOf(place.latitude),
      ValueOf(place.longitude),
      ValueOf(place.density_per_km2),
      ValueOf(place.referral_km),
      ValueOf(place.density_rank),
      ValueOf(place.remoteness_rank),
      place.deleted};
  values.insert(values.end(), std::begin(row), std::end(row));
}

}  // namespace

absl::StatusOr<std::vector<Place>> FindPlaces(db::Transaction& tx, absl::string_view directorate,
                                              absl::Span<const std::string> facilities) {
  std::vector<Place> found;
  RETURN_IF_ERROR(ForEachChunk(facilities, [&](const IdChunk& ids) -> absl::Status {
    std::vector<db::Value> params = {std::string(directorate)};
    params.insert(params.end(), ids.values.begin(), ids.values.end());
    ASSIGN_OR_RETURN(std::vector<Place> part,
                     Select(tx, absl::StrCat(" AND facility_id IN (", ids.marks, ")"), params));
    std::move(part.begin(), part.end(), std::back_inserter(found));
    return absl::OkStatus();
  }));
  return found;
}

absl::StatusOr<std::vector<Place>> AllPlaces(db::Transaction& tx, absl::string_view directorate) {
  return Select(tx, " AND deleted = FALSE", {{std::string(directorate)}});
}

absl::StatusOr<std::vector<Place>> PlacesInDistrict(db::Transaction& tx,
                                                    absl::string_view directorate,
                                                    Facility::Type type,
                                                    absl::string_view district) {
  return Select(tx, " AND district_id = ? AND type = ? AND deleted = FALSE",
                {{std::string(directorate), std::string(district), Facility::Type_Name(type)}});
}

absl::StatusOr<std::vector<std::string>> FacilityIdsAfter(db::Transaction& tx,
                                                          absl::string_view directorate,
                                                          absl::string_view after, int limit) {
  ASSIGN_OR_RETURN(const db::ResultSet rows,
                   tx.Query("SELECT facility_id FROM place WHERE directorate_id = ?"
                            " AND facility_id > ? AND deleted = FALSE"
                            " ORDER BY facility_id LIMIT ?",
                            {{std::string(directorate), std::string(after), int64_t{limit}}}));
  std::vector<std::string> ids;
  for (const db::Row row : rows) ids.push_back(row.Text(0));
  return ids;
}

absl::Status StorePlaces(db::Transaction& tx, absl::string_view directorate,
                         absl::Span<const Place> places) {
  const std::string marks =
      absl::StrCat("(", absl::StrJoin(std::vector<const char*>(kColumnCount + 1, "?"), ", "), ")");
  for (size_t start = 0; start < places.size(); start += kRowsPerStatement) {
    const absl::Span<const Place> part = places.subspan(start, kRowsPerStatement);
    std::vector<db::Value> values;
    for (const Place& place : part) AppendValues(directorate, place, values);
    const std::string sql =
        absl::StrCat("REPLACE INTO place (directorate_id, ", kColumns, ") VALUES ",
                     absl::StrJoin(std::vector<absl::string_view>(part.size(), marks), ", "));
    RETURN_IF_ERROR(tx.Execute(sql, values).status());
  }
  return absl::OkStatus();
}

}  // namespace mudiriya::staffing
