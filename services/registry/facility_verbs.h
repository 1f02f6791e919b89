#ifndef MUDIRIYA_SERVICES_REGISTRY_FACILITY_VERBS_H_
#define MUDIRIYA_SERVICES_REGISTRY_FACILITY_VERBS_H_

#include <string>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "common/call/call.h"
#include "common/db/transaction.h"
#include "google/protobuf/message.h"
#include "mudiriya/registry/v1/facility.pb.h"

namespace mudiriya::registry {

// What every method that changes a facility by a verb is given.
struct FacilityVerb {
  const std::string& name;
  const std::string& etag;  // "" if the caller does not mind what others wrote
  const std::string& request_id;
};

// Changes `next`, which begins as a copy of `old`, and writes what belongs to the change.
using FacilityChange = absl::FunctionRef<absl::Status(db::Transaction& tx, const v1::Facility& old,
                                                      v1::Facility& next)>;

// Locks the facility, lets `change` work, stores the result and logs it, all in one transaction;
// returns the facility as it is now. `request` is the call's own, for its request_id and
// validate_only.
// Returns NOT_FOUND if there is no such facility, FAILED_PRECONDITION DELETED if it is deleted,
// ABORTED STALE_ETAG for an etag that is not the current one, and what `change` returns.
absl::StatusOr<v1::Facility> RunFacilityVerb(Call& call, const google::protobuf::Message& request,
                                             const FacilityVerb& verb, FacilityChange change);

}  // namespace mudiriya::registry

#endif  // MUDIRIYA_SERVICES_REGISTRY_FACILITY_VERBS_H_
