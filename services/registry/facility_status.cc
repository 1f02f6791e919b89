#include "services/registry/facility_status.h"

#include <string>

#include "absl/status/status.h"
#include "common/resource/standard.h"
#include "common/status/errors.h"
#include "common/status/macros.h"
#include "services/registry/facilities.h"
#include "services/registry/facility_tree.h"
#include "services/registry/facility_verbs.h"

namespace mudiriya::registry {
namespace {

using resource::ResourceName;

absl::Status AppendStatusChange(Call& call, db::Transaction& tx, const v1::Facility& old,
                                const v1::ChangeFacilityStatusRequest& request) {
  ASSIGN_OR_RETURN(const ResourceName name, Facilities().NameOf(old));
  ASSIGN_OR_RETURN(const std::string id,
                   NextHistoryId(tx, name,
                                 "SELECT COUNT(*) FROM facility_status_change "
                                 "WHERE directorate_id = ? AND facility_id = ?"));
  v1::FacilityStatusChange change;
  change.set_name(FacilityStatusChanges().pattern().Format({name.directorate(), name.id(), id}));
  change.set_previous_status(old.operational_status());
  change.set_status(request.operational_status());
  change.set_change_reason(request.change_reason());
  change.set_caller(call.caller().subject());
  return FacilityStatusChanges().Insert(tx, change, call.now());
}

absl::Status CheckChanges(const v1::Facility& old, v1::Facility::OperationalStatus status) {
  if (old.operational_status() != status) return absl::OkStatus();
  std::string allowed;
  for (int value = v1::Facility::FULL; value <= v1::Facility::CLOSED; ++value) {
    if (value == status) continue;
    if (!allowed.empty()) allowed += ", ";
    allowed += v1::Facility::OperationalStatus_Name(value);
  }
  return Error(Reason::WRONG_STATE, {{"name", old.name()},
                                     {"state", v1::Facility::OperationalStatus_Name(status)},
                                     {"allowed", allowed}});
}

}  // namespace

const resource::Table<v1::FacilityStatusChange>& FacilityStatusChanges() {
  using namespace resource;  // The column functions read as a list.
  static const Table<v1::FacilityStatusChange> table("facility_status_change",
                                                     {
                                                         EnumName("previous_status").Filterable(),
                                                         EnumName("status").Filterable(),
                                                         Text("change_reason"),
                                                         Text("caller").Filterable(),
                                                     });
  return table;
}

absl::StatusOr<v1::Facility> ChangeFacilityStatus(Call& call,
                                                  const v1::ChangeFacilityStatusRequest& request) {
  const FacilityVerb verb{request.name(), request.etag(), request.request_id()};
  return RunFacilityVerb(
      call, request, verb,
      [&](db::Transaction& tx, const v1::Facility& old, v1::Facility& next) -> absl::Status {
        RETURN_IF_ERROR(CheckChanges(old, request.operational_status()));
        next.set_operational_status(request.operational_status());
        return AppendStatusChange(call, tx, old, request);
      });
}

absl::StatusOr<v1::ListFacilityStatusChangesResponse> ListFacilityStatusChanges(
    Call& call, const v1::ListFacilityStatusChangesRequest& request) {
  return resource::standard::List<v1::ListFacilityStatusChangesResponse>(
      call, FacilityStatusChanges(), request);
}

}  // namespace mudiriya::registry
