#ifndef MUDIRIYA_SERVICES_STAFFING_ALLOCATION_MOVES_H_
#define MUDIRIYA_SERVICES_STAFFING_ALLOCATION_MOVES_H_

#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "common/call/call.h"
#include "common/db/transaction.h"
#include "common/resource/table.h"
#include "mudiriya/staffing/v1/allocation_move.pb.h"
#include "mudiriya/staffing/v1/allocation_plan_service.pb.h"

namespace mudiriya::staffing {

// Without names and reasons, which follow from what is stored elsewhere: see plan_details.h.
const resource::Table<v1::AllocationMove>& AllocationMoves();

// Every move of a plan (a resource name), in the order of the plan.
absl::StatusOr<std::vector<v1::AllocationMove>> AllMoves(db::Transaction& tx,
                                                         absl::string_view plan);

// Returns NOT_FOUND if there is no such plan, INVALID_ARGUMENT for a bad parent, filter, order_by,
// page_size or page_token.
absl::StatusOr<v1::ListAllocationMovesResponse> ListAllocationMoves(
    Call& call, const v1::ListAllocationMovesRequest& request);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_ALLOCATION_MOVES_H_
