#ifndef MUDIRIYA_SERVICES_STAFFING_ALLOWANCES_H_
#define MUDIRIYA_SERVICES_STAFFING_ALLOWANCES_H_

#include <string>

#include "absl/status/status.h"
#include "absl/types/span.h"
#include "common/db/transaction.h"
#include "mudiriya/staffing/v1/support_activity.pb.h"
#include "mudiriya/staffing/v1/working_time.pb.h"
#include "services/staffing/record_rules.h"

namespace mudiriya::staffing {

// Refuses rows with which the shares of a cadre's support activities would reach 1
// (ALLOWANCES_REACH_ONE, with the sum). The cadres are locked, so that their other records stay as
// they are; rows of the batch count for those after them. Without a working time on record, hours
// count as nothing: they are judged when it is written.
absl::Status CheckAllowances(db::Transaction& tx, const std::string& directorate,
                             absl::Span<RowWrite<v1::SupportActivity>> batch);
absl::Status CheckAllowances(db::Transaction& tx, const std::string& directorate,
                             absl::Span<RowWrite<v1::WorkingTime>> batch);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_ALLOWANCES_H_
