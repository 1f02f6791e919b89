#include "services/staffing/plan_state.h"

#include <algorithm>
#include <string>

#include "absl/strings/str_join.h"
#include "common/status/errors.h"

namespace mudiriya::staffing {

absl::Status CheckState(const v1::AllocationPlan& plan, const PlanStates& allowed) {
  if (std::find(allowed.begin(), allowed.end(), plan.state()) != allowed.end()) {
    return absl::OkStatus();
  }
  const auto name = [](std::string* out, v1::AllocationPlan::State state) {
    out->append(v1::AllocationPlan::State_Name(state));
  };
  return Error(Reason::WRONG_STATE, {{"name", plan.name()},
                                     {"state", v1::AllocationPlan::State_Name(plan.state())},
                                     {"allowed", absl::StrJoin(allowed, ", ", name)}});
}

}  // namespace mudiriya::staffing
