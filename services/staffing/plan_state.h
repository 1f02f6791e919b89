#ifndef MUDIRIYA_SERVICES_STAFFING_PLAN_STATE_H_
#define MUDIRIYA_SERVICES_STAFFING_PLAN_STATE_H_

#include <vector>

#include "absl/status/status.h"
#include "mudiriya/staffing/v1/allocation_plan.pb.h"

namespace mudiriya::staffing {

using PlanStates = std::vector<v1::AllocationPlan::State>;

// Returns FAILED_PRECONDITION (WRONG_STATE) with the plan's state and those allowed if it is in
// none of them.
absl::Status CheckState(const v1::AllocationPlan& plan, const PlanStates& allowed);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_PLAN_STATE_H_
