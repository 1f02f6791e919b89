#ifndef MUDIRIYA_SERVICES_STAFFING_PLAN_PINS_H_
#define MUDIRIYA_SERVICES_STAFFING_PLAN_PINS_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "common/db/transaction.h"
#include "common/resource/table_core.h"
#include "mudiriya/staffing/v1/allocation_move.pb.h"
#include "mudiriya/staffing/v1/assignment.pb.h"
#include "services/staffing/plan_counts.h"

namespace mudiriya::staffing {

// A plan that is asked whether it still holds.
struct PlanCheck {
  std::string directorate;                // id
  std::vector<v1::AllocationMove> moves;  // all of the plan, in order
  absl::CivilDay today;
  absl::CivilMonth month;                       // whose returns counts are taken from
  resource::Lock lock = resource::Lock::kNone;  // whether what is read stays as it is
};

// What a plan that still holds rests on.
struct PinnedRecords {
  std::vector<v1::Assignment> assignments;  // of each move of a person, in order
  ReturnsByKey returns;                     // of the moves of counts
};

// Whether everything that the plan was computed on and touches is as it was: each assignment has
// its etag and the person is not on leave today and not restricted from the destination, which is
// open; each count is that of the plan. Returns ABORTED (PLAN_OUTDATED) with the names of what has
// changed, at most twenty of them.
absl::StatusOr<PinnedRecords> CheckPlanIsCurrent(db::Transaction& tx, const PlanCheck& check);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_PLAN_PINS_H_
