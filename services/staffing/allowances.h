#ifndef MUDIRIYA_SERVICES_STAFFING_ALLOWANCES_H_
#define MUDIRIYA_SERVICES_STAFFING_ALLOWANCES_H_

#include "absl/status/status.h"
#include "common/db/transaction.h"
#include "mudiriya/staffing/v1/support_activity.pb.h"
#include "mudiriya/staffing/v1/working_time.pb.h"

namespace mudiriya::staffing {

// Whether the shares of a cadre's support activities stay below 1 once `next` is written. The
// cadre is locked, so that the others stay as they are. Without a working time on record, hours
// count as nothing: they are judged when it is written.
// Returns INVALID_ARGUMENT (ALLOWANCES_REACH_ONE) with the sum if they reach 1.
absl::Status CheckAllowances(db::Transaction& tx, const v1::SupportActivity& next);
absl::Status CheckAllowances(db::Transaction& tx, const v1::WorkingTime& next);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_ALLOWANCES_H_
