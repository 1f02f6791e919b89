#include "services/registry/nearest_search.h"

#include <algorithm>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "common/resource/table_sql.h"
#include "common/status/macros.h"
#include "services/registry/facilities.h"

namespace mudiriya::registry {
namespace {

constexpr double kFirstRadiusKm = 20;
constexpr double kGrowth = 4;

std::string BoxStatement(const NearestQuery& query) {
  std::string sql =
      "SELECT facility_id, location_latitude, location_longitude FROM facility "
      "WHERE directorate_id = ? AND delete_time IS NULL "
      "AND location_latitude BETWEEN ? AND ? AND location_longitude BETWEEN ? AND ?";
  if (!query.types.empty()) {
    absl::StrAppend(&sql, " AND type IN (", resource::Placeholders(query.types.size()), ")");
  }
  if (query.operational_only) absl::StrAppend(&sql, " AND operational_status IN (?, ?)");
  return sql;
}

std::vector<db::Value> BoxParams(const NearestQuery& query, const std::string& directorate,
                                 const geo::Box& box) {
  std::vector<db::Value> params = {directorate, box.south, box.north, box.west, box.east};
  params.insert(params.end(), query.types.begin(), query.types.end());
  if (!query.operational_only) return params;
  params.emplace_back(v1::Facility::OperationalStatus_Name(v1::Facility::FULL));
  params.emplace_back(v1::Facility::OperationalStatus_Name(v1::Facility::PARTIAL));
  return params;
}

// Adds what lies within the radius; a box has corners that do not.
absl::Status SearchDirectorate(db::Transaction& tx, const std::string& directorate,
                               const NearestQuery& query, double radius_km,
                               std::vector<Hit>& hits) {
  const std::string sql = BoxStatement(query);
  for (const geo::Box& box : geo::BoxesAround(query.centre, radius_km)) {
    ASSIGN_OR_RETURN(const db::ResultSet rows, tx.Query(sql, BoxParams(query, directorate, box)));
    for (const db::Row row : rows) {
      const double km = geo::GreatCircleKm(query.centre, geo::Point{row.Double(1), row.Double(2)});
      if (km > radius_km) continue;
      hits.push_back({Facilities().pattern().Format({directorate, row.Text(0)}), km});
    }
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<std::vector<Hit>> FindNearest(db::Transaction& tx,
                                             const std::vector<std::string>& directorates,
                                             const NearestQuery& query) {
  std::vector<Hit> hits;
  for (double radius = std::min(kFirstRadiusKm, query.max_km);;
       radius = std::min(radius * kGrowth, query.max_km)) {
    hits.clear();
    for (const std::string& directorate : directorates) {
      RETURN_IF_ERROR(SearchDirectorate(tx, directorate, query, radius, hits));
    }
    if (hits.size() >= query.limit || radius >= query.max_km) break;
  }
  std::sort(hits.begin(), hits.end());
  // Both boxes at the antimeridian hold what lies on it.
  hits.erase(std::unique(hits.begin(), hits.end(),
                         [](const Hit& a, const Hit& b) { return a.facility == b.facility; }),
             hits.end());
  if (hits.size() > query.limit) hits.resize(query.limit);
  return hits;
}

}  // namespace mudiriya::registry
