#include "services/staffing/plan_steps.h"

#include <algorithm>
#include <functional>
#include <string>
#include <utility>

#include "absl/strings/string_view.h"
#include "common/resource/change_log.h"
#include "common/resource/name.h"
#include "common/resource/write.h"
#include "common/status/errors.h"
#include "common/status/macros.h"
#include "common/status/violations.h"
#include "google/protobuf/util/time_util.h"
#include "services/staffing/allocation_moves.h"
#include "services/staffing/allocation_plans.h"
#include "services/staffing/dates.h"
#include "services/staffing/plan_effect.h"
#include "services/staffing/plan_pins.h"
#include "services/staffing/plan_state.h"
#include "services/staffing/row_id.h"

namespace mudiriya::staffing {
namespace {

using resource::ChangeOrigin;
using Plan = v1::AllocationPlan;

// What a step works with.
struct Scene {
  const std::string& directorate;  // id
  absl::CivilDay today;
  const ChangeOrigin& origin;

  const std::string& caller() const { return origin.caller; }
  google::protobuf::Timestamp now() const {
    return google::protobuf::util::TimeUtil::MicrosecondsToTimestamp(
        absl::ToUnixMicros(origin.time));
  }
};

// Changes the plan as the step does; its state is checked before.
using Action = std::function<absl::Status(db::Transaction&, const Scene&, Plan& plan)>;

// One step: from which states, and what it does.
struct Step {
  PlanStates from;
  Action action;
};

absl::StatusOr<Plan> FindLocked(db::Transaction& tx, const std::string& name,
                                const std::string& etag) {
  ASSIGN_OR_RETURN(const resource::ResourceName parsed,
                   AllocationPlans().pattern().ParseName(name));
  ASSIGN_OR_RETURN(Plan plan, AllocationPlans().Get(tx, parsed, resource::Lock::kForUpdate));
  if (plan.has_delete_time()) return Error(Reason::DELETED, {{"name", name}});
  if (!etag.empty() && etag != plan.etag()) return Stale(name);
  return plan;
}

template <typename Request>
absl::StatusOr<Plan> Take(Call& call, const Request& request, const Step& step) {
  const std::string directorate(resource::DirectorateOf(request.name()));
  absl::CivilDay today;
  const ChangeOrigin origin = resource::OriginOf(call, request.request_id());
  return resource::RunWrite<Plan>(
      call, request,
      [&](db::Transaction& tx) -> absl::StatusOr<Plan> {
        ASSIGN_OR_RETURN(const Plan old, FindLocked(tx, request.name(), request.etag()));
        RETURN_IF_ERROR(CheckState(old, step.from));
        Plan next = old;
        RETURN_IF_ERROR(step.action(tx, {directorate, today, origin}, next));
        RETURN_IF_ERROR(AllocationPlans().Update(tx, old, next, origin.time));
        RETURN_IF_ERROR(resource::AppendChange(
            tx, origin, next.name(), AllocationPlans().resource_type(), type::v1::Change::UPDATED,
            AllocationPlans().ChangedPaths(old, next)));
        return next;
      },
      [&](Call& before) -> absl::Status {
        ASSIGN_OR_RETURN(today, Today(before, directorate));
        return absl::OkStatus();
      });
}

// The month whose returns a plan is judged by and written to: returns are never put into a month
// that is over.
absl::CivilMonth MonthOf(const Plan& plan, absl::CivilDay today) {
  const absl::CivilDay effective = ToCivilDay(plan.effective_date()).value_or(today);
  return absl::CivilMonth(std::max(effective, today));
}

absl::StatusOr<PlanCheck> CheckOf(db::Transaction& tx, const Scene& scene, const Plan& plan) {
  PlanCheck check;
  check.directorate = scene.directorate;
  check.today = scene.today;
  check.month = MonthOf(plan, scene.today);
  ASSIGN_OR_RETURN(check.moves, AllMoves(tx, plan.name()));
  return check;
}

absl::Status RefuseIfOutdated(db::Transaction& tx, const Scene& scene, const Plan& plan) {
  ASSIGN_OR_RETURN(const PlanCheck check, CheckOf(tx, scene, plan));
  return CheckPlanIsCurrent(tx, check).status();
}

absl::Status Propose(db::Transaction&, const Scene& scene, Plan& plan) {
  plan.set_state(Plan::PROPOSED);
  plan.set_proposer(scene.caller());
  *plan.mutable_propose_time() = scene.now();
  return absl::OkStatus();
}

absl::Status Approve(db::Transaction& tx, const Scene& scene, Plan& plan) {
  if (scene.caller() == plan.proposer()) return Error(Reason::SAME_PERSON);
  RETURN_IF_ERROR(RefuseIfOutdated(tx, scene, plan));
  plan.set_state(Plan::APPROVED);
  plan.set_decider(scene.caller());
  *plan.mutable_decide_time() = scene.now();
  return absl::OkStatus();
}

// The first day at the new posts: the day asked for, or tomorrow.
absl::StatusOr<absl::CivilDay> EffectiveDay(const google::type::Date& asked, absl::CivilDay today) {
  Violations violations;
  CheckDay("effective_date", asked, violations);
  RETURN_IF_ERROR(violations.ToStatus());
  const absl::CivilDay day = ToCivilDay(asked).value_or(today + 1);
  if (day >= today) return day;
  return InvalidField("effective_date", Reason::BELOW_MINIMUM, {{"min", DayText(today)}});
}

absl::Status Order(db::Transaction& tx, const Scene& scene, const google::type::Date& asked,
                   Plan& plan) {
  ASSIGN_OR_RETURN(const absl::CivilDay day, EffectiveDay(asked, scene.today));
  RETURN_IF_ERROR(RefuseIfOutdated(tx, scene, plan));
  plan.set_state(Plan::ORDERED);
  *plan.mutable_effective_date() = ToDate(day);
  *plan.mutable_order_time() = scene.now();
  return tx
      .Execute(
          "UPDATE allocation_move SET transfer_order_number ="
          " CONCAT(allocation_plan_id, '/', move_id)"
          " WHERE directorate_id = ? AND allocation_plan_id = ?",
          {{scene.directorate, std::string(IdOf(plan.name()))}})
      .status();
}

absl::Status Apply(db::Transaction& tx, const Scene& scene, Plan& plan) {
  ASSIGN_OR_RETURN(PlanCheck check, CheckOf(tx, scene, plan));
  check.lock = resource::Lock::kForUpdate;
  ASSIGN_OR_RETURN(PinnedRecords pinned, CheckPlanIsCurrent(tx, check));
  PlanEffect effect{.directorate = scene.directorate,
                    .plan = plan.name(),
                    .moves = std::move(check.moves),
                    .effective = *ToCivilDay(plan.effective_date()),
                    .month = check.month,
                    .today = scene.today,
                    .origin = scene.origin};
  RETURN_IF_ERROR(PutIntoEffect(tx, effect, std::move(pinned)));
  plan.set_state(Plan::EFFECTIVE);
  *plan.mutable_apply_time() = scene.now();
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<Plan> ProposeAllocationPlan(Call& call,
                                           const v1::ProposeAllocationPlanRequest& request) {
  return Take(call, request, {{Plan::DRAFT}, &Propose});
}

absl::StatusOr<Plan> ApproveAllocationPlan(Call& call,
                                           const v1::ApproveAllocationPlanRequest& request) {
  return Take(call, request, {{Plan::PROPOSED}, &Approve});
}

absl::StatusOr<Plan> RejectAllocationPlan(Call& call,
                                          const v1::RejectAllocationPlanRequest& request) {
  const Action reject = [&](db::Transaction&, const Scene& scene, Plan& plan) {
    plan.set_state(Plan::REJECTED);
    plan.set_decider(scene.caller());
    plan.set_decision_reason(request.reason());
    *plan.mutable_decide_time() = scene.now();
    return absl::OkStatus();
  };
  return Take(call, request, {{Plan::PROPOSED}, reject});
}

absl::StatusOr<Plan> CancelAllocationPlan(Call& call,
                                          const v1::CancelAllocationPlanRequest& request) {
  const Action cancel = [&](db::Transaction&, const Scene&, Plan& plan) {
    plan.set_state(Plan::CANCELLED);
    plan.set_decision_reason(request.reason());
    return absl::OkStatus();
  };
  return Take(call, request,
              {{Plan::DRAFT, Plan::PROPOSED, Plan::APPROVED, Plan::ORDERED}, cancel});
}

absl::StatusOr<Plan> OrderAllocationPlan(Call& call,
                                         const v1::OrderAllocationPlanRequest& request) {
  const Action order = [&](db::Transaction& tx, const Scene& scene, Plan& plan) {
    return Order(tx, scene, request.effective_date(), plan);
  };
  return Take(call, request, {{Plan::APPROVED}, order});
}

absl::StatusOr<Plan> ApplyAllocationPlan(Call& call,
                                         const v1::ApplyAllocationPlanRequest& request) {
  return Take(call, request, {{Plan::ORDERED}, &Apply});
}

}  // namespace mudiriya::staffing
