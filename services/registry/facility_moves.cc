#include "services/registry/facility_moves.h"

#include "common/resource/name.h"
#include "common/resource/standard.h"
#include "common/status/errors.h"
#include "common/status/macros.h"
#include "common/status/violations.h"
#include "services/registry/facilities.h"
#include "services/registry/facility_tree.h"
#include "services/registry/facility_verbs.h"
#include "services/registry/references.h"

namespace mudiriya::registry {
namespace {

// The area that the clinic is to serve: in its own directorate, and there.
absl::Status CheckArea(db::Transaction& tx, const v1::Facility& old, const std::string& area) {
  const absl::string_view directorate = resource::DirectorateOf(old.name());
  if (resource::DirectorateOf(area) != directorate) {
    return InvalidField("area", Reason::MISMATCH, {{"expected", directorate}});
  }
  return RequireArea(tx, area);
}

}  // namespace

const resource::Table<v1::FacilityLocation>& FacilityLocations() {
  using namespace resource;  // The column functions read as a list.
  static const Table<v1::FacilityLocation> table("facility_location",
                                                 {
                                                     Number("place.latitude"),
                                                     Number("place.longitude"),
                                                     Reference("area").Filterable(),
                                                     Text("note"),
                                                     Text("caller").Filterable(),
                                                 });
  return table;
}

absl::Status AppendLocation(Call& call, db::Transaction& tx, const v1::Facility& facility,
                            const std::string& note) {
  ASSIGN_OR_RETURN(const resource::ResourceName name, Facilities().NameOf(facility));
  ASSIGN_OR_RETURN(const std::string id,
                   NextHistoryId(tx, name,
                                 "SELECT COUNT(*) FROM facility_location "
                                 "WHERE directorate_id = ? AND facility_id = ?"));
  v1::FacilityLocation location;
  location.set_name(FacilityLocations().pattern().Format({name.directorate(), name.id(), id}));
  *location.mutable_place() = facility.location();
  location.set_area(facility.area());
  location.set_note(note);
  location.set_caller(call.caller().subject());
  return FacilityLocations().Insert(tx, location, call.now());
}

absl::StatusOr<v1::Facility> MoveFacility(Call& call, const v1::MoveFacilityRequest& request) {
  const FacilityVerb verb{request.name(), request.etag(), request.request_id()};
  return RunFacilityVerb(
      call, request, verb,
      [&](db::Transaction& tx, const v1::Facility& old, v1::Facility& next) -> absl::Status {
        if (old.type() != v1::Facility::MOBILE_CLINIC) {
          return Error(Reason::NOT_MOBILE, {{"name", old.name()}});
        }
        if (!request.area().empty()) {
          RETURN_IF_ERROR(CheckArea(tx, old, request.area()));
          next.set_area(request.area());
        }
        *next.mutable_location() = request.location();
        return AppendLocation(call, tx, next, request.note());
      });
}

absl::StatusOr<v1::ListFacilityLocationsResponse> ListFacilityLocations(
    Call& call, const v1::ListFacilityLocationsRequest& request) {
  return resource::standard::List<v1::ListFacilityLocationsResponse>(call, FacilityLocations(),
                                                                     request);
}

}  // namespace mudiriya::registry
