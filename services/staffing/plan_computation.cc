#include "services/staffing/plan_computation.h"

#include <cstdint>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "common/db/connection.h"
#include "common/status/errors.h"
#include "common/status/macros.h"
#include "services/staffing/allocation/allocate.h"
#include "services/staffing/dates.h"
#include "services/staffing/level_upkeep.h"
#include "services/staffing/plan_instance.h"
#include "services/staffing/plan_parameters.h"
#include "services/staffing/plan_report.h"
#include "services/staffing/staffing_settings.h"

namespace mudiriya::staffing {
namespace {

// The question, with what it is asked for.
struct Question {
  PlanScope scope;
  PlanInstance instance;
};

absl::StatusOr<Question> Ask(db::Transaction& tx, const PlanScope& bare, absl::string_view field) {
  Question question{bare, {}};
  RETURN_IF_ERROR(CheckParameters(tx, bare.directorate, field, bare.parameters));
  ASSIGN_OR_RETURN(const v1::StaffingSettings settings, EffectiveSettings(tx, bare.directorate));
  question.scope.returns = settings.staff_data_source() == v1::StaffingSettings::RETURNS;
  question.scope.parameters = ResolveParameters(bare.parameters, settings);
  ASSIGN_OR_RETURN(question.instance, LoadInstance(tx, question.scope));
  return question;
}

absl::StatusOr<allocation::Plan> Solve(const Call& call, const allocation::Request& request) {
  allocation::SolverOptions options;
  options.deadline = call.deadline();
  absl::StatusOr<allocation::Plan> plan = allocation::Allocate(request, options);
  if (absl::IsDeadlineExceeded(plan.status())) return Error(Reason::DEADLINE_EXCEEDED);
  // The parameters are checked, so whatever else is refused is stored figures that make no sense.
  if (!plan.ok()) return absl::InternalError(absl::StrCat("allocation: ", plan.status().message()));
  return plan;
}

v1::AllocationPlan PlanOf(const PlanScope& scope, const allocation::Plan& solved) {
  v1::AllocationPlan plan;
  *plan.mutable_parameters() = scope.parameters;
  *plan.mutable_objective_before() = ObjectiveOf(solved.before);
  *plan.mutable_objective_after() = ObjectiveOf(solved.after);
  plan.set_proven_optimal(solved.proof.optimal);
  *plan.mutable_as_of_date() = ToDate(scope.today);
  plan.set_move_count(static_cast<int32_t>(solved.moves.size()));
  int32_t heads = 0;
  for (const allocation::Move& move : solved.moves) heads += move.heads;
  plan.set_head_count(heads);
  return plan;
}

}  // namespace

absl::StatusOr<ComputedPlan> ComputePlan(Call& call, absl::string_view directorate,
                                         absl::string_view field,
                                         const v1::AllocationParameters& given) {
  PlanScope scope;
  scope.directorate = std::string(directorate);
  scope.parameters = given;
  ASSIGN_OR_RETURN(scope.today, FreshenLevels(call, directorate));
  ASSIGN_OR_RETURN(const Question question,
                   call.db().Read([&](db::Transaction& tx) { return Ask(tx, scope, field); }));
  ASSIGN_OR_RETURN(const allocation::Plan solved, Solve(call, question.instance.request));
  ComputedPlan computed;
  computed.plan = PlanOf(question.scope, solved);
  computed.moves = MovesOf(directorate, question.instance, solved);
  return computed;
}

}  // namespace mudiriya::staffing
