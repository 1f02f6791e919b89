#ifndef MUDIRIYA_SERVICES_STAFFING_PLAN_COMPUTATION_H_
#define MUDIRIYA_SERVICES_STAFFING_PLAN_COMPUTATION_H_

#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "common/call/call.h"
#include "mudiriya/staffing/v1/allocation_move.pb.h"
#include "mudiriya/staffing/v1/allocation_plan.pb.h"

namespace mudiriya::staffing {

// What a computation gives: the plan's parameters and figures, in no state, and its moves. Neither
// has a name.
struct ComputedPlan {
  v1::AllocationPlan plan;
  std::vector<v1::AllocationMove> moves;
};

// The optimal plan for a directorate (an id) on its staffing of today. Opens transactions of its
// own, of which the reading is one snapshot, and computes outside of any. `field` is the path of
// the parameters in the request. Returns INVALID_ARGUMENT as CheckParameters does, NOT_FOUND as
// FreshenLevels does, DEADLINE_EXCEEDED if the call's deadline passes first.
absl::StatusOr<ComputedPlan> ComputePlan(Call& call, absl::string_view directorate,
                                         absl::string_view field,
                                         const v1::AllocationParameters& given);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_PLAN_COMPUTATION_H_
