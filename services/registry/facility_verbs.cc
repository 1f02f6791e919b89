#include "services/registry/facility_verbs.h"

#include <utility>
#include <vector>

#include "common/resource/change_log.h"
#include "common/resource/name.h"
#include "common/resource/write.h"
#include "common/status/errors.h"
#include "common/status/macros.h"
#include "services/registry/facilities.h"

namespace mudiriya::registry {
namespace {

absl::StatusOr<v1::Facility> LockFacility(db::Transaction& tx, const FacilityVerb& verb) {
  ASSIGN_OR_RETURN(const resource::ResourceName name, Facilities().pattern().ParseName(verb.name));
  ASSIGN_OR_RETURN(v1::Facility facility, Facilities().Get(tx, name, resource::Lock::kForUpdate));
  if (facility.has_delete_time()) return Error(Reason::DELETED, {{"name", verb.name}});
  if (!verb.etag.empty() && verb.etag != facility.etag()) return Stale(verb.name);
  return facility;
}

}  // namespace

absl::StatusOr<v1::Facility> RunFacilityVerb(Call& call, const google::protobuf::Message& request,
                                             const FacilityVerb& verb, FacilityChange change) {
  return resource::RunWrite<v1::Facility>(
      call, request, [&](db::Transaction& tx) -> absl::StatusOr<v1::Facility> {
        ASSIGN_OR_RETURN(const v1::Facility old, LockFacility(tx, verb));
        v1::Facility next = old;
        RETURN_IF_ERROR(change(tx, old, next));
        std::vector<std::string> paths = Facilities().ChangedPaths(old, next);
        RETURN_IF_ERROR(Facilities().Update(tx, old, next, call.now()));
        RETURN_IF_ERROR(resource::AppendChange(tx, resource::OriginOf(call, verb.request_id),
                                               next.name(), Facilities().resource_type(),
                                               type::v1::Change::UPDATED, std::move(paths)));
        return next;
      });
}

}  // namespace mudiriya::registry
