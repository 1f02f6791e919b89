#include "services/registry/facilities.h"

#include "common/resource/standard.h"
#include "common/status/macros.h"
#include "services/registry/facility_rules.h"
#include "services/registry/subtree.h"

namespace mudiriya::registry {

namespace standard = resource::standard;

const resource::Table<v1::Facility>& Facilities() {
  using namespace resource;  // The column functions read as a list.
  static const Table<v1::Facility> table(
      "facility", {
                      Text("code").EmptyIsNull().Filterable().Sortable(),
                      Text("display_name.ar").Filterable().Sortable(),
                      Text("display_name.en").Filterable().Sortable(),
                      Text("display_name.fr").Filterable().Sortable(),
                      Search("display_name").Filterable().Sortable(),
                      EnumName("type").Filterable().Sortable(),
                      EnumName("level").Filterable().Sortable(),
                      Reference("area").Filterable(),
                      Number("location.latitude"),
                      Number("location.longitude"),
                      Integer("catchment_population").Filterable().Sortable(),
                      Integer("beds").Filterable().Sortable(),
                      Json("services_offered").Filterable(),
                      Bool("referral").Filterable(),
                      Bool("critical_service").Filterable(),
                      EnumName("operational_status").Filterable().Sortable(),
                      Reference("parent_facility").Filterable(),
                      Json("programmes").Filterable(),
                      Bool("synthetic").Filterable(),
                  });
  return table;
}

absl::StatusOr<v1::Facility> CreateFacility(Call& call, const v1::CreateFacilityRequest& request) {
  return standard::Create(call, Facilities(), request, FacilityHooks(call));
}

absl::StatusOr<v1::Facility> GetFacility(Call& call, const v1::GetFacilityRequest& request) {
  return standard::Get(call, Facilities(), request);
}

absl::StatusOr<v1::ListFacilitiesResponse> ListFacilities(
    Call& call, const v1::ListFacilitiesRequest& request) {
  ASSIGN_OR_RETURN(const resource::Condition within,
                   FacilitiesWithin(call, request.parent(), request.ancestor_area()));
  return standard::List<v1::ListFacilitiesResponse>(call, Facilities(), request, within);
}

absl::StatusOr<v1::Facility> UpdateFacility(Call& call, const v1::UpdateFacilityRequest& request) {
  return standard::Update(call, Facilities(), request, FacilityHooks(call));
}

absl::StatusOr<v1::Facility> DeleteFacility(Call& call, const v1::DeleteFacilityRequest& request) {
  return standard::Delete<v1::Facility>(call, Facilities(), request, FacilityHooks(call));
}

absl::StatusOr<v1::Facility> UndeleteFacility(Call& call,
                                              const v1::UndeleteFacilityRequest& request) {
  return standard::Undelete(call, Facilities(), request, FacilityHooks(call));
}

}  // namespace mudiriya::registry
