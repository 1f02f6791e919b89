#include "services/staffing/place_areas.h"

#include <iterator>
#include <set>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "common/status/macros.h"
#include "services/staffing/id_list.h"
#include "services/staffing/insert_rows.h"
#include "services/staffing/row_id.h"

namespace mudiriya::staffing {
namespace {

using registry::v1::Area;

constexpr absl::string_view kColumns =
    "area_id, path, depth, display_name_ar, display_name_en, display_name_fr, population";
constexpr size_t kColumnCount = 7;

constexpr absl::string_view kSubtree =
    "SELECT s.area_id FROM place_area s JOIN place_area t ON t.directorate_id = s.directorate_id"
    " AND s.path LIKE CONCAT(t.path, '%') WHERE t.directorate_id = ? AND t.area_id = ?";

std::optional<int64_t> PopulationOf(const Area& area) {
  if (area.has_population()) return area.population();
  if (area.has_population_derived() && !area.population_incomplete()) {
    return area.population_derived();
  }
  return std::nullopt;
}

// The ids from the top to the area. The registry keeps cycles out; a broken copy ends here too.
std::string PathOf(const std::map<std::string, const Area*>& by_name, const Area& area,
                   int64_t* depth) {
  std::string path = absl::StrCat("/", IdOf(area.name()), "/");
  std::set<std::string> seen = {area.name()};
  const Area* at = &area;
  *depth = 0;
  while (true) {
    const auto parent = by_name.find(at->parent_area());
    if (parent == by_name.end() || !seen.insert(parent->first).second) return path;
    at = parent->second;
    path = absl::StrCat("/", IdOf(at->name()), path);
    ++*depth;
  }
}

PlaceArea ReadArea(const db::Row& row) {
  PlaceArea area;
  area.id = row.Text(0);
  area.path = row.Text(1);
  area.depth = row.Int64(2);
  area.display_name.set_ar(row.Text(3));
  area.display_name.set_en(row.Text(4));
  area.display_name.set_fr(row.Text(5));
  if (!row.IsNull(6)) area.population = row.Int64(6);
  return area;
}

}  // namespace

std::vector<PlaceArea> ArrangeAreas(const std::vector<Area>& areas) {
  std::map<std::string, const Area*> by_name;
  for (const Area& area : areas) by_name.emplace(area.name(), &area);
  std::vector<PlaceArea> arranged;
  for (const auto& [name, area] : by_name) {
    PlaceArea& place = arranged.emplace_back();
    place.id = std::string(IdOf(name));
    place.path = PathOf(by_name, *area, &place.depth);
    place.display_name = area->display_name();
    place.population = PopulationOf(*area);
  }
  return arranged;
}

absl::Status StoreAreas(db::Transaction& tx, absl::string_view directorate,
                        absl::Span<const PlaceArea> areas) {
  RETURN_IF_ERROR(
      tx.Execute("DELETE FROM place_area WHERE directorate_id = ?", {{std::string(directorate)}})
          .status());
  std::vector<db::Value> values;
  for (const PlaceArea& area : areas) {
    const db::Value row[] = {std::string(directorate),
                             area.id,
                             area.path,
                             area.depth,
                             area.display_name.ar(),
                             area.display_name.en(),
                             area.display_name.fr(),
                             area.population ? db::Value(*area.population) : db::Value(nullptr)};
    values.insert(values.end(), std::begin(row), std::end(row));
  }
  return InsertRows(tx, absl::StrCat("INSERT INTO place_area (directorate_id, ", kColumns, ")"),
                    kColumnCount + 1, "", values)
      .status();
}

absl::StatusOr<AreasById> LoadAreas(db::Transaction& tx, absl::string_view directorate) {
  ASSIGN_OR_RETURN(
      const db::ResultSet rows,
      tx.Query(absl::StrCat("SELECT ", kColumns, " FROM place_area WHERE directorate_id = ?"),
               {{std::string(directorate)}}));
  AreasById areas;
  for (const db::Row row : rows) {
    PlaceArea area = ReadArea(row);
    areas.emplace(area.id, std::move(area));
  }
  return areas;
}

absl::StatusOr<std::vector<std::string>> FindAreas(db::Transaction& tx,
                                                   absl::string_view directorate,
                                                   absl::Span<const std::string> ids) {
  std::vector<std::string> found;
  RETURN_IF_ERROR(ForEachChunk(ids, [&](const IdChunk& chunk) -> absl::Status {
    std::vector<db::Value> params = {std::string(directorate)};
    params.insert(params.end(), chunk.values.begin(), chunk.values.end());
    ASSIGN_OR_RETURN(const db::ResultSet rows,
                     tx.Query(absl::StrCat("SELECT area_id FROM place_area"
                                           " WHERE directorate_id = ? AND area_id IN (",
                                           chunk.marks, ")"),
                              params));
    for (const db::Row row : rows) found.push_back(row.Text(0));
    return absl::OkStatus();
  }));
  return found;
}

std::string AncestorAt(const PlaceArea& area, int64_t depth) {
  if (depth >= area.depth) return area.id;
  const std::vector<std::string> ids = absl::StrSplit(area.path, '/', absl::SkipEmpty());
  return ids[depth];
}

bool IsInside(const PlaceArea& area, const PlaceArea& top) {
  return absl::StartsWith(area.path, top.path);
}

resource::Condition InSubtree(absl::string_view column, absl::string_view directorate,
                              absl::string_view area) {
  return {absl::StrCat(column, " IN (", kSubtree, ")"),
          {std::string(directorate), std::string(area)}};
}

resource::Condition FacilityInSubtree(absl::string_view directorate, absl::string_view area) {
  return {absl::StrCat("facility_id IN (SELECT p.facility_id FROM place p"
                       " WHERE p.directorate_id = ? AND p.area_id IN (",
                       kSubtree, "))"),
          {std::string(directorate), std::string(directorate), std::string(area)}};
}

}  // namespace mudiriya::staffing
