#ifndef MUDIRIYA_SERVICES_STAFFING_PLAN_COUNTS_H_
#define MUDIRIYA_SERVICES_STAFFING_PLAN_COUNTS_H_

#include <map>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "absl/types/span.h"
#include "common/db/transaction.h"
#include "common/resource/table_core.h"
#include "mudiriya/staffing/v1/allocation_move.pb.h"
#include "mudiriya/staffing/v1/staff_return.pb.h"
#include "services/staffing/levels.h"

namespace mudiriya::staffing {

// The facilities and cadres that moves take from or give to, each once, in order.
std::vector<LevelKey> KeysOf(absl::Span<const v1::AllocationMove> moves);

using ReturnsByKey = std::map<LevelKey, v1::StaffReturn>;

// The return that counts in a month for each of these pairs: the latest that is not of a later
// month. Pairs that were never reported are left out.
absl::StatusOr<ReturnsByKey> ReturnsInForce(db::Transaction& tx, absl::string_view directorate,
                                            absl::Span<const LevelKey> keys, absl::CivilMonth month,
                                            resource::Lock lock);

// How many of a return work full time: as many as it says, else as many whole people as it counts.
double FullTimeCount(const v1::StaffReturn& row);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_PLAN_COUNTS_H_
