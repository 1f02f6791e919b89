#ifndef MUDIRIYA_SERVICES_REGISTRY_FACILITY_TREE_H_
#define MUDIRIYA_SERVICES_REGISTRY_FACILITY_TREE_H_

#include <string>

#include "absl/status/statusor.h"
#include "common/db/transaction.h"
#include "common/resource/name.h"

namespace mudiriya::registry {

// Whether the facility would be a branch of itself if `parent` (a name) became its parent: parent
// is the facility, or a branch of it at any depth. Locks the facilities above `parent`: of two
// writers who would close a cycle together, one sees what the other wrote.
absl::StatusOr<bool> WouldBeOwnBranch(db::Transaction& tx, const resource::ResourceName& facility,
                                      const std::string& parent);

// The number that the next row of a facility's history gets, from 1, as six digits: histories are
// numbered so that the order of names is that of time. The facility's row is locked.
// `count_sql` counts the rows there are by directorate and facility.
absl::StatusOr<std::string> NextHistoryId(db::Transaction& tx,
                                          const resource::ResourceName& facility,
                                          absl::string_view count_sql);

}  // namespace mudiriya::registry

#endif  // MUDIRIYA_SERVICES_REGISTRY_FACILITY_TREE_H_
