#ifndef MUDIRIYA_SERVICES_STAFFING_TRANSFER_ORDERS_H_
#define MUDIRIYA_SERVICES_STAFFING_TRANSFER_ORDERS_H_

#include "absl/status/statusor.h"
#include "common/call/call.h"
#include "mudiriya/staffing/v1/allocation_plan_service.pb.h"

namespace mudiriya::staffing {

// Dates are written as the directorate's country does.
// Returns NOT_FOUND for an unknown plan, FAILED_PRECONDITION (WRONG_STATE) unless it is ORDERED or
// EFFECTIVE, PERMISSION_DENIED for a caller who may not read staff members.
absl::StatusOr<v1::PrintTransferOrdersResponse> PrintTransferOrders(
    Call& call, const v1::PrintTransferOrdersRequest& request);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_TRANSFER_ORDERS_H_
