#ifndef MUDIRIYA_SERVICES_STAFFING_PLAN_REPORT_H_
#define MUDIRIYA_SERVICES_STAFFING_PLAN_REPORT_H_

#include <vector>

#include "absl/strings/string_view.h"
#include "mudiriya/staffing/v1/allocation_move.pb.h"
#include "mudiriya/staffing/v1/allocation_parameters.pb.h"
#include "services/staffing/allocation/model.h"
#include "services/staffing/plan_instance.h"

namespace mudiriya::staffing {

// The moves of a computed plan as the contract has them, without names of their own, those that
// relieve most for each head first. Of moves to one facility and cadre that keeps the order of
// arrival, so that reliefs stay counted in the order of the list.
std::vector<v1::AllocationMove> MovesOf(absl::string_view directorate, const PlanInstance& instance,
                                        const allocation::Plan& plan);

v1::AllocationObjective ObjectiveOf(const allocation::Objective& objective);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_PLAN_REPORT_H_
