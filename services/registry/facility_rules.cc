#include "services/registry/facility_rules.h"

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "common/resource/name.h"
#include "common/status/errors.h"
#include "common/status/macros.h"
#include "common/status/violations.h"
#include "google/protobuf/util/message_differencer.h"
#include "services/registry/checks.h"
#include "services/registry/facilities.h"
#include "services/registry/facility_moves.h"
#include "services/registry/facility_tree.h"
#include "services/registry/references.h"

namespace mudiriya::registry {
namespace {

using google::protobuf::util::MessageDifferencer;
using resource::ResourceName;

bool Restored(const v1::Facility* old, const v1::Facility& next) {
  return old != nullptr && old->has_delete_time() && !next.has_delete_time();
}

absl::Status CheckValues(const v1::Facility& next) {
  Violations violations;
  CheckDistinct(next.services_offered(), "facility.services_offered", violations);
  CheckDistinct(next.programmes(), "facility.programmes", violations);
  return violations.ToStatus();
}

// The place of a mobile clinic has a history, which an update would bypass.
absl::Status CheckNotMoved(const v1::Facility& old, const v1::Facility& next) {
  if (old.type() != v1::Facility::MOBILE_CLINIC || next.type() != old.type()) {
    return absl::OkStatus();
  }
  if (old.area() == next.area() && old.has_location() == next.has_location() &&
      MessageDifferencer::Equals(old.location(), next.location())) {
    return absl::OkStatus();
  }
  return Error(Reason::MOVE_INSTEAD, {{"name", next.name()}});
}

absl::Status CheckParent(db::Transaction& tx, const ResourceName& name, const v1::Facility& next) {
  if (next.parent_facility().empty()) return absl::OkStatus();
  ASSIGN_OR_RETURN(const bool cycle, WouldBeOwnBranch(tx, name, next.parent_facility()));
  if (cycle) {
    return Error(Reason::CYCLE, {{"name", next.name()}, {"parent", next.parent_facility()}});
  }
  return RequireFacility(tx, next.parent_facility());
}

// Only what changed is looked up, so that an area or programme that was deleted later does not
// stand in the way of correcting a name.
absl::Status CheckNamed(db::Transaction& tx, const ResourceName& name, const v1::Facility* old,
                        const v1::Facility& next) {
  const bool fresh = old == nullptr;
  if (fresh) RETURN_IF_ERROR(RequireDirectorate(tx, name.directorate()));
  if (fresh || old->area() != next.area()) RETURN_IF_ERROR(RequireArea(tx, next.area()));
  if (fresh || old->parent_facility() != next.parent_facility()) {
    RETURN_IF_ERROR(CheckParent(tx, name, next));
  }
  const std::vector<std::string> before =
      old == nullptr ? std::vector<std::string>()
                     : std::vector<std::string>(old->programmes().begin(), old->programmes().end());
  const std::vector<std::string> after(next.programmes().begin(), next.programmes().end());
  if (before == after) return absl::OkStatus();
  return RequireProgrammes(tx, next.programmes());
}

absl::Status BeforeWrite(db::Transaction& tx, const v1::Facility* old, v1::Facility& next) {
  RETURN_IF_ERROR(CheckValues(next));
  ASSIGN_OR_RETURN(const ResourceName name, Facilities().NameOf(next));
  if (old == nullptr) {
    next.set_operational_status(v1::Facility::FULL);
  } else {
    RETURN_IF_ERROR(CheckNotMoved(*old, next));
  }
  return CheckNamed(tx, name, old, next);
}

absl::Status BeforeDelete(db::Transaction& tx, const v1::Facility& old) {
  ASSIGN_OR_RETURN(const ResourceName name, Facilities().NameOf(old));
  const std::vector<db::Value> ids = {name.directorate(), name.id()};
  RETURN_IF_ERROR(RefuseIfUsed(tx, old.name(), "facilities",
                               "SELECT facility_id FROM facility WHERE directorate_id = ? "
                               "AND parent_facility_id = ? AND delete_time IS NULL LIMIT 1",
                               ids));
  return RefuseIfUsed(tx, old.name(), "departments",
                      "SELECT department_id FROM department WHERE directorate_id = ? "
                      "AND facility_id = ? AND delete_time IS NULL LIMIT 1",
                      ids);
}

// What it hung on may have been deleted while it was deleted.
absl::Status CheckRestored(db::Transaction& tx, const v1::Facility& next) {
  RETURN_IF_ERROR(RequireDirectorate(tx, resource::DirectorateOf(next.name())));
  RETURN_IF_ERROR(RequireArea(tx, next.area()));
  return next.parent_facility().empty() ? absl::OkStatus()
                                        : RequireFacility(tx, next.parent_facility());
}

// A clinic that is mobile from now on stands somewhere already.
absl::Status AfterWrite(Call& call, db::Transaction& tx, const v1::Facility* old,
                        const v1::Facility* next) {
  if (next == nullptr) return absl::OkStatus();
  if (Restored(old, *next)) return CheckRestored(tx, *next);
  if (next->type() != v1::Facility::MOBILE_CLINIC) return absl::OkStatus();
  if (old != nullptr && old->type() == v1::Facility::MOBILE_CLINIC) return absl::OkStatus();
  if (!next->has_location()) return absl::OkStatus();
  return AppendLocation(call, tx, *next, /*note=*/"");
}

}  // namespace

resource::Hooks<v1::Facility> FacilityHooks(Call& call) {
  resource::Hooks<v1::Facility> hooks;
  hooks.before_write = &BeforeWrite;
  hooks.before_delete = &BeforeDelete;
  hooks.after_write = [&call](db::Transaction& tx, const v1::Facility* old,
                              const v1::Facility* next) { return AfterWrite(call, tx, old, next); };
  return hooks;
}

}  // namespace mudiriya::registry
