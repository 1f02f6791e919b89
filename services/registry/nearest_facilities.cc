#include "services/registry/nearest_facilities.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "common/db/connection.h"
#include "common/resource/list_query.h"
#include "common/resource/name.h"
#include "common/status/macros.h"
#include "services/registry/directorates.h"
#include "services/registry/facilities.h"
#include "services/registry/nearest_search.h"

namespace mudiriya::registry {
namespace {

using resource::ResourceName;
using Response = v1::SearchNearestFacilitiesResponse;

constexpr int kDefaultLimit = 10;
constexpr double kAnywhereKm = 20040;  // more than half of the Earth's circumference

NearestQuery QueryOf(const v1::SearchNearestFacilitiesRequest& request) {
  NearestQuery query;
  query.centre = {request.location().latitude(), request.location().longitude()};
  query.max_km = request.max_km() > 0 ? request.max_km() : kAnywhereKm;
  for (const int type : request.types()) {
    query.types.push_back(v1::Facility::Type_Name(static_cast<v1::Facility::Type>(type)));
  }
  query.operational_only = request.operational_only();
  query.limit = request.limit() > 0 ? request.limit() : kDefaultLimit;
  return query;
}

// The ids that `parent` stands for: its own, or for `-` those that the caller may read.
absl::StatusOr<std::vector<std::string>> DirectoratesOf(Call& call, db::Transaction& tx,
                                                        const ResourceName& parent) {
  if (parent.id() != resource::kAny) return std::vector<std::string>{parent.id()};
  resource::ListQuery query;
  query.scope = call.readable();
  query.page_size = resource::kMaxPageSize;
  std::string next_page_token;
  ASSIGN_OR_RETURN(const std::vector<v1::Directorate> rows,
                   Directorates().List(tx, query, &next_page_token));
  std::vector<std::string> ids;
  for (const v1::Directorate& row : rows) {
    ids.emplace_back(resource::DirectorateOf(row.name()));
  }
  return ids;
}

absl::StatusOr<Response> Describe(db::Transaction& tx, const std::vector<Hit>& hits) {
  std::vector<ResourceName> names;
  for (const Hit& hit : hits) {
    ASSIGN_OR_RETURN(ResourceName name, Facilities().pattern().ParseName(hit.facility));
    names.push_back(std::move(name));
  }
  ASSIGN_OR_RETURN(std::vector<std::optional<v1::Facility>> rows, Facilities().GetMany(tx, names));
  Response response;
  for (size_t i = 0; i < hits.size(); ++i) {
    if (!rows[i].has_value()) continue;
    v1::NearFacility& near = *response.add_near_facilities();
    *near.mutable_facility() = *std::move(rows[i]);
    near.set_km(hits[i].km);
  }
  return response;
}

}  // namespace

absl::StatusOr<Response> SearchNearestFacilities(
    Call& call, const v1::SearchNearestFacilitiesRequest& request) {
  const NearestQuery query = QueryOf(request);
  ASSIGN_OR_RETURN(const ResourceName parent,
                   Directorates().pattern().ParseParent(request.parent()));
  return call.db().Read([&](db::Transaction& tx) -> absl::StatusOr<Response> {
    ASSIGN_OR_RETURN(const std::vector<std::string> directorates, DirectoratesOf(call, tx, parent));
    ASSIGN_OR_RETURN(const std::vector<Hit> hits, FindNearest(tx, directorates, query));
    return Describe(tx, hits);
  });
}

}  // namespace mudiriya::registry
