#ifndef MUDIRIYA_SERVICES_STAFFING_ALLOCATION_PLANS_H_
#define MUDIRIYA_SERVICES_STAFFING_ALLOCATION_PLANS_H_

#include "absl/status/statusor.h"
#include "common/call/call.h"
#include "common/resource/table.h"
#include "mudiriya/staffing/v1/allocation_plan.pb.h"
#include "mudiriya/staffing/v1/allocation_plan_service.pb.h"

namespace mudiriya::staffing {

const resource::Table<v1::AllocationPlan>& AllocationPlans();

// Stores nothing.
// Returns INVALID_ARGUMENT naming each cadre or area of the parameters that does not exist,
// DEADLINE_EXCEEDED if the call's deadline passes first, NOT_FOUND for an unknown directorate.
absl::StatusOr<v1::ComputeAllocationResponse> ComputeAllocation(
    Call& call, const v1::ComputeAllocationRequest& request);

// Computes outside of the transaction, then stores plan and moves in one.
// Returns ALREADY_EXISTS if the name is taken, else as ComputeAllocation does.
absl::StatusOr<v1::AllocationPlan> CreateAllocationPlan(
    Call& call, const v1::CreateAllocationPlanRequest& request);

absl::StatusOr<v1::AllocationPlan> GetAllocationPlan(Call& call,
                                                     const v1::GetAllocationPlanRequest& request);

// The newest first, unless another order is asked for.
absl::StatusOr<v1::ListAllocationPlansResponse> ListAllocationPlans(
    Call& call, const v1::ListAllocationPlansRequest& request);

// Title and note only: all else is immutable or output only.
absl::StatusOr<v1::AllocationPlan> UpdateAllocationPlan(
    Call& call, const v1::UpdateAllocationPlanRequest& request);

// Returns FAILED_PRECONDITION (WRONG_STATE) unless the plan is DRAFT, REJECTED or CANCELLED.
absl::StatusOr<v1::AllocationPlan> DeleteAllocationPlan(
    Call& call, const v1::DeleteAllocationPlanRequest& request);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_ALLOCATION_PLANS_H_
