#include "services/staffing/allocation_plans.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/types/span.h"
#include "common/db/connection.h"
#include "common/resource/name.h"
#include "common/resource/standard.h"
#include "common/status/macros.h"
#include "services/staffing/allocation_moves.h"
#include "services/staffing/plan_computation.h"
#include "services/staffing/plan_details.h"
#include "services/staffing/plan_state.h"

namespace mudiriya::staffing {
namespace {

using resource::Hooks;
namespace standard = resource::standard;
using Plan = v1::AllocationPlan;

// Returns INVALID_ARGUMENT if the parent is no directorate.
absl::StatusOr<std::string> DirectorateIn(absl::string_view parent) {
  ASSIGN_OR_RETURN(const resource::ResourceName name,
                   AllocationPlans().pattern().Parent().ParseName(parent, "parent"));
  return name.directorate();
}

// Moves are numbered with as many digits as the last of them has, at least four, so that they sort
// as they are counted.
void NumberMoves(absl::string_view plan, std::vector<v1::AllocationMove>& moves) {
  const int digits = std::max<int>(4, static_cast<int>(std::to_string(moves.size()).size()));
  for (size_t i = 0; i < moves.size(); ++i) {
    moves[i].set_name(absl::StrFormat("%s/moves/%0*d", plan, digits, i + 1));
  }
}

absl::Status InsertMoves(db::Transaction& tx, const Plan& plan,
                         std::vector<v1::AllocationMove> moves, absl::Time now) {
  NumberMoves(plan.name(), moves);
  std::vector<v1::AllocationMove*> rows;
  for (v1::AllocationMove& move : moves) rows.push_back(&move);
  return AllocationMoves().InsertMany(tx, rows, now);
}

// Takes over all that is computed; name, title and note are the request's.
void Fill(const Plan& computed, Plan& plan) {
  Plan filled = computed;
  filled.set_name(plan.name());
  filled.set_state(Plan::DRAFT);
  if (plan.has_display_name()) *filled.mutable_display_name() = plan.display_name();
  filled.set_note(plan.note());
  plan = std::move(filled);
}

Hooks<Plan> CreationRules(const std::string& directorate, const v1::AllocationParameters& given,
                          absl::Time now) {
  const auto computed = std::make_shared<ComputedPlan>();
  Hooks<Plan> hooks;
  hooks.before_transaction = [=, &given](Call& call) -> absl::Status {
    ASSIGN_OR_RETURN(*computed,
                     ComputePlan(call, directorate, "allocation_plan.parameters", given));
    return absl::OkStatus();
  };
  hooks.before_write = [computed](db::Transaction&, const Plan*, Plan& next) {
    Fill(computed->plan, next);
    return absl::OkStatus();
  };
  hooks.after_write = [computed, now](db::Transaction& tx, const Plan*, const Plan* next) {
    return InsertMoves(tx, *next, computed->moves, now);
  };
  return hooks;
}

}  // namespace

const resource::Table<Plan>& AllocationPlans() {
  using namespace resource;  // NOLINT: the column kinds read as a list
  static const Table<Plan> table("allocation_plan",
                                 {
                                     Text("display_name.ar").Sortable(),
                                     Text("display_name.en").Sortable(),
                                     Text("display_name.fr").Sortable(),
                                     Search("display_name").Filterable().Sortable(),
                                     EnumName("state").Filterable().Sortable(),
                                     Json("parameters"),
                                     Json("objective_before"),
                                     Json("objective_after"),
                                     Integer("move_count").Filterable().Sortable(),
                                     Integer("head_count").Filterable().Sortable(),
                                     Bool("proven_optimal"),
                                     DateColumn("as_of_date"),
                                     DateColumn("effective_date").Filterable().Sortable(),
                                     Text("proposer").Filterable().Sortable(),
                                     Text("decider").Filterable().Sortable(),
                                     Text("decision_reason"),
                                     Text("note"),
                                     Timestamp("propose_time"),
                                     Timestamp("decide_time"),
                                     Timestamp("order_time"),
                                     Timestamp("apply_time"),
                                 });
  return table;
}

absl::StatusOr<v1::ComputeAllocationResponse> ComputeAllocation(
    Call& call, const v1::ComputeAllocationRequest& request) {
  ASSIGN_OR_RETURN(const std::string directorate, DirectorateIn(request.parent()));
  ASSIGN_OR_RETURN(ComputedPlan computed,
                   ComputePlan(call, directorate, "parameters", request.parameters()));
  RETURN_IF_ERROR(call.db().Read([&](db::Transaction& tx) {
    return CompleteMoves(call, tx, directorate, absl::MakeSpan(computed.moves));
  }));
  v1::ComputeAllocationResponse response;
  *response.mutable_allocation_plan() = std::move(computed.plan);
  response.mutable_moves()->Assign(std::make_move_iterator(computed.moves.begin()),
                                   std::make_move_iterator(computed.moves.end()));
  return response;
}

absl::StatusOr<Plan> CreateAllocationPlan(Call& call,
                                          const v1::CreateAllocationPlanRequest& request) {
  ASSIGN_OR_RETURN(const std::string directorate, DirectorateIn(request.parent()));
  return standard::Create(
      call, AllocationPlans(), request,
      CreationRules(directorate, request.allocation_plan().parameters(), call.now()));
}

absl::StatusOr<Plan> GetAllocationPlan(Call& call, const v1::GetAllocationPlanRequest& request) {
  return standard::Get(call, AllocationPlans(), request);
}

absl::StatusOr<v1::ListAllocationPlansResponse> ListAllocationPlans(
    Call& call, const v1::ListAllocationPlansRequest& request) {
  v1::ListAllocationPlansRequest ordered = request;
  if (ordered.order_by().empty()) ordered.set_order_by("create_time desc");
  return standard::List<v1::ListAllocationPlansResponse>(call, AllocationPlans(), ordered);
}

absl::StatusOr<Plan> UpdateAllocationPlan(Call& call,
                                          const v1::UpdateAllocationPlanRequest& request) {
  return standard::Update(call, AllocationPlans(), request);
}

absl::StatusOr<Plan> DeleteAllocationPlan(Call& call,
                                          const v1::DeleteAllocationPlanRequest& request) {
  Hooks<Plan> hooks;
  hooks.before_delete = [](db::Transaction&, const Plan& old) {
    return CheckState(old, {Plan::DRAFT, Plan::REJECTED, Plan::CANCELLED});
  };
  return standard::Delete<Plan>(call, AllocationPlans(), request, hooks);
}

}  // namespace mudiriya::staffing
