#include "services/staffing/allocation_moves.h"

#include <iterator>
#include <string>
#include <utility>

#include "absl/types/span.h"
#include "common/db/connection.h"
#include "common/resource/list_query.h"
#include "common/status/macros.h"
#include "services/staffing/allocation_plans.h"
#include "services/staffing/plan_details.h"

namespace mudiriya::staffing {

const resource::Table<v1::AllocationMove>& AllocationMoves() {
  using namespace resource;  // NOLINT: the column kinds read as a list
  static const Table<v1::AllocationMove> table(
      "allocation_move", {
                             Reference("from_facility").Filterable().Sortable(),
                             Reference("to_facility").Filterable().Sortable(),
                             Reference("cadre").Filterable().Sortable(),
                             Reference("needed_cadre").Filterable().Sortable(),
                             Reference("staff_member").Filterable().Sortable(),
                             Reference("assignment"),
                             Text("assignment_etag"),
                             Integer("head_count").Filterable().Sortable(),
                             Number("distance_km").Filterable().Sortable(),
                             Bool("preferred_destination").Filterable(),
                             Number("shortage_relief").Filterable().Sortable(),
                             Number("donor_loss"),
                             Number("move_cost").Filterable().Sortable(),
                             Number("receiver.required"),
                             Number("receiver.before"),
                             Number("receiver.after"),
                             Number("donor.required"),
                             Number("donor.before"),
                             Number("donor.after"),
                             Json("receiver_priority"),
                             Text("transfer_order_number"),
                         });
  return table;
}

absl::StatusOr<std::vector<v1::AllocationMove>> AllMoves(db::Transaction& tx,
                                                         absl::string_view plan) {
  resource::ListQuery query;
  ASSIGN_OR_RETURN(query.parent, AllocationPlans().pattern().ParseName(plan));
  query.page_size = resource::kMaxPageSize;
  std::vector<v1::AllocationMove> moves;
  do {
    std::string next;
    ASSIGN_OR_RETURN(std::vector<v1::AllocationMove> page,
                     AllocationMoves().List(tx, query, &next));
    std::move(page.begin(), page.end(), std::back_inserter(moves));
    query.page_token = std::move(next);
  } while (!query.page_token.empty());
  return moves;
}

absl::StatusOr<v1::ListAllocationMovesResponse> ListAllocationMoves(
    Call& call, const v1::ListAllocationMovesRequest& request) {
  resource::ListQuery query;
  ASSIGN_OR_RETURN(query.parent, AllocationPlans().pattern().ParseName(request.parent(), "parent"));
  query.page_size = request.page_size();
  query.page_token = request.page_token();
  query.filter = request.filter();
  query.order_by = request.order_by();
  return call.db().Read(
      [&](db::Transaction& tx) -> absl::StatusOr<v1::ListAllocationMovesResponse> {
        RETURN_IF_ERROR(AllocationPlans().Get(tx, query.parent).status());
        v1::ListAllocationMovesResponse response;
        ASSIGN_OR_RETURN(std::vector<v1::AllocationMove> moves,
                         AllocationMoves().List(tx, query, response.mutable_next_page_token()));
        RETURN_IF_ERROR(CompleteMoves(call, tx, query.parent.directorate(), absl::MakeSpan(moves)));
        response.mutable_moves()->Assign(std::make_move_iterator(moves.begin()),
                                         std::make_move_iterator(moves.end()));
        return response;
      });
}

}  // namespace mudiriya::staffing
