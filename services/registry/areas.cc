#include "services/registry/areas.h"

#include "common/resource/standard.h"
#include "common/status/macros.h"
#include "services/registry/area_rules.h"
#include "services/registry/subtree.h"

namespace mudiriya::registry {

namespace standard = resource::standard;

const resource::Table<v1::Area>& Areas() {
  using namespace resource;  // The column functions read as a list.
  static const Table<v1::Area> table("area", {
                                                 Text("code").EmptyIsNull().Filterable().Sortable(),
                                                 Text("display_name.ar").Filterable().Sortable(),
                                                 Text("display_name.en").Filterable().Sortable(),
                                                 Text("display_name.fr").Filterable().Sortable(),
                                                 Search("display_name").Filterable().Sortable(),
                                                 EnumName("level").Filterable().Sortable(),
                                                 Reference("parent_area").Filterable(),
                                                 Integer("population").Filterable().Sortable(),
                                                 Integer("population_year").Filterable(),
                                                 Text("population_source"),
                                                 Integer("population_derived").Sortable(),
                                                 Bool("population_incomplete"),
                                                 Number("area_km2").Filterable().Sortable(),
                                                 Text("area_km2_source"),
                                                 Number("centroid.latitude"),
                                                 Number("centroid.longitude"),
                                                 Text("centroid_source"),
                                                 Bool("synthetic").Filterable(),
                                             });
  return table;
}

absl::StatusOr<v1::Area> CreateArea(Call& call, const v1::CreateAreaRequest& request) {
  return standard::Create(call, Areas(), request, AreaHooks());
}

absl::StatusOr<v1::Area> GetArea(Call& call, const v1::GetAreaRequest& request) {
  return standard::Get(call, Areas(), request);
}

absl::StatusOr<v1::ListAreasResponse> ListAreas(Call& call, const v1::ListAreasRequest& request) {
  ASSIGN_OR_RETURN(const resource::Condition below,
                   AreasBelow(call, request.parent(), request.ancestor_area()));
  return standard::List<v1::ListAreasResponse>(call, Areas(), request, below);
}

absl::StatusOr<v1::Area> UpdateArea(Call& call, const v1::UpdateAreaRequest& request) {
  return standard::Update(call, Areas(), request, AreaHooks());
}

absl::StatusOr<v1::Area> DeleteArea(Call& call, const v1::DeleteAreaRequest& request) {
  return standard::Delete<v1::Area>(call, Areas(), request, AreaHooks());
}

absl::StatusOr<v1::Area> UndeleteArea(Call& call, const v1::UndeleteAreaRequest& request) {
  return standard::Undelete(call, Areas(), request, AreaHooks());
}

}  // namespace mudiriya::registry
