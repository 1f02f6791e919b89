#include "services/registry/facility_tree.h"

#include <set>
#include <utility>

#include "absl/strings/str_format.h"
#include "common/status/macros.h"
#include "services/registry/facilities.h"

namespace mudiriya::registry {

absl::StatusOr<bool> WouldBeOwnBranch(db::Transaction& tx, const resource::ResourceName& facility,
                                      const std::string& parent) {
  ASSIGN_OR_RETURN(const resource::ResourceName start,
                   Facilities().pattern().ParseName(parent, "facility.parent_facility"));
  // What was seen is kept, so that a cycle that is stored already does not hold us for ever.
  std::set<std::string> seen;
  std::string id = start.id();
  while (!id.empty() && seen.insert(id).second) {
    if (id == facility.id()) return true;
    ASSIGN_OR_RETURN(const db::ResultSet rows,
                     tx.Query("SELECT parent_facility_id FROM facility "
                              "WHERE directorate_id = ? AND facility_id = ? FOR UPDATE",
                              {facility.directorate(), id}));
    id = rows.empty() ? "" : rows.front().Text(0);
  }
  return false;
}

absl::StatusOr<std::string> NextHistoryId(db::Transaction& tx,
                                          const resource::ResourceName& facility,
                                          absl::string_view count_sql) {
  ASSIGN_OR_RETURN(const db::ResultSet rows,
                   tx.Query(count_sql, {facility.directorate(), facility.id()}));
  return absl::StrFormat("%06d", rows.front().Int64(0) + 1);
}

}  // namespace mudiriya::registry
