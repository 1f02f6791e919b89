#ifndef MUDIRIYA_SERVICES_STAFFING_PLAN_STEPS_H_
#define MUDIRIYA_SERVICES_STAFFING_PLAN_STEPS_H_

#include "absl/status/statusor.h"
#include "common/call/call.h"
#include "mudiriya/staffing/v1/allocation_plan.pb.h"
#include "mudiriya/staffing/v1/allocation_plan_steps.pb.h"

namespace mudiriya::staffing {

// The steps of a plan from draft to effect. Each returns NOT_FOUND for an unknown plan,
// FAILED_PRECONDITION (WRONG_STATE) naming the state and those allowed, or (DELETED), and ABORTED
// (STALE_ETAG) if an etag is given and is not the plan's.

// DRAFT → PROPOSED; the caller becomes the proposer.
absl::StatusOr<v1::AllocationPlan> ProposeAllocationPlan(
    Call& call, const v1::ProposeAllocationPlanRequest& request);

// PROPOSED → APPROVED. Returns PERMISSION_DENIED (SAME_PERSON) for the proposer, ABORTED
// (PLAN_OUTDATED) as CheckPlanIsCurrent does.
absl::StatusOr<v1::AllocationPlan> ApproveAllocationPlan(
    Call& call, const v1::ApproveAllocationPlanRequest& request);

// PROPOSED → REJECTED.
absl::StatusOr<v1::AllocationPlan> RejectAllocationPlan(
    Call& call, const v1::RejectAllocationPlanRequest& request);

// DRAFT, PROPOSED, APPROVED, ORDERED → CANCELLED.
absl::StatusOr<v1::AllocationPlan> CancelAllocationPlan(
    Call& call, const v1::CancelAllocationPlanRequest& request);

// APPROVED → ORDERED. Returns INVALID_ARGUMENT for an effective date before today, ABORTED as
// above.
absl::StatusOr<v1::AllocationPlan> OrderAllocationPlan(
    Call& call, const v1::OrderAllocationPlanRequest& request);

// ORDERED → EFFECTIVE, with all that follows in the same transaction: see plan_effect.h. Returns
// ABORTED as above.
absl::StatusOr<v1::AllocationPlan> ApplyAllocationPlan(
    Call& call, const v1::ApplyAllocationPlanRequest& request);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_PLAN_STEPS_H_
