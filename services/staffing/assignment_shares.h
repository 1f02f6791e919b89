#ifndef MUDIRIYA_SERVICES_STAFFING_ASSIGNMENT_SHARES_H_
#define MUDIRIYA_SERVICES_STAFFING_ASSIGNMENT_SHARES_H_

#include "absl/status/status.h"
#include "absl/types/span.h"
#include "common/db/transaction.h"
#include "mudiriya/staffing/v1/assignment.pb.h"
#include "services/staffing/record_rules.h"

namespace mudiriya::staffing {

// What assignments have to do with their people: sets the cadre of new ones, and refuses those of
// people who are not there (NOT_FOUND) and those that would take a person's shares of some day over
// 1 (FTE_OVER_ONE). The people are locked, so that their other assignments stay as they are; rows
// of the batch count for those after them.
absl::Status CheckPeople(db::Transaction& tx, const WriteScope& scope,
                         absl::Span<RowWrite<v1::Assignment>> batch);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_ASSIGNMENT_SHARES_H_
