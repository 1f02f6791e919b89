#include <cstdio>

#include "absl/strings/str_cat.h"
#include "common/status/macros.h"
#include "mudiriya/staffing/v1/allocation_plan_service.pb.h"
#include "services/cli/catalogue.h"
#include "services/cli/command.h"
#include "services/cli/fields.h"
#include "services/cli/names.h"
#include "services/cli/plan_tables.h"
#include "services/cli/weights.h"

// `staffing plan …`: whom to move, and the steps from draft to effect.
namespace mudiriya::cli {
namespace {

namespace v1 = staffing::v1;
using google::protobuf::Message;
using google::protobuf::MethodDescriptor;

constexpr char kPattern[] = "directorates/{directorate}/allocationPlans/{allocation_plan}";

struct PlanArguments {
  std::string id;
  std::string title;
  std::string note;
  std::vector<std::string> parameters;
  std::vector<std::string> weights;
  bool dry_run = false;
  std::string reason;
  std::string effective_date;
  size_t limit = 25;
};

const MethodDescriptor& PlanMethod(absl::string_view name) {
  return FindMethod("staffing", "AllocationPlanService", name);
}

absl::StatusOr<std::string> PlanName(Context& context, const PlanArguments& arguments) {
  return ExpandName(arguments.id, kPattern, context.settings().directorate);
}

absl::Status ReadParameters(Context& context, const PlanArguments& arguments,
                            v1::AllocationParameters& parameters) {
  for (const std::string& text : arguments.parameters) {
    const size_t equals = text.find('=');
    if (equals == std::string::npos) {
      return absl::InvalidArgumentError(
          absl::StrCat("\"", text, "\" is not of the form field=value"));
    }
    RETURN_IF_ERROR(SetField(parameters, text.substr(0, equals), text.substr(equals + 1),
                             context.settings().directorate));
  }
  if (arguments.weights.empty()) return absl::OkStatus();
  return ReadWeights(arguments.weights, *parameters.mutable_weights());
}

void Show(Context& context, const v1::AllocationPlan& plan, const Messages& moves) {
  const Settings& settings = context.settings();
  if (settings.output == Output::kTable) {
    PrintPlanTables(plan, moves, settings.language);
  } else if (settings.output == Output::kCsv) {
    context.Print("moves", moves);
  } else {
    v1::ComputeAllocationResponse whole;
    *whole.mutable_allocation_plan() = plan;
    for (const auto& move : moves)
      *whole.add_moves() = static_cast<const v1::AllocationMove&>(*move);
    context.Print(whole);
  }
}

absl::Status ShowStored(Context& context, const PlanArguments& arguments,
                        const v1::AllocationPlan& plan) {
  v1::ListAllocationMovesRequest request;
  request.set_parent(plan.name());
  Messages moves;
  bool more = false;
  const size_t limit = context.settings().output == Output::kTable ? arguments.limit : 0;
  RETURN_IF_ERROR(context.List(PlanMethod("ListAllocationMoves"), request, limit, moves, &more));
  Show(context, plan, moves);
  return absl::OkStatus();
}

absl::Status WhatIf(Context& context, const PlanArguments& arguments) {
  v1::ComputeAllocationRequest request;
  ASSIGN_OR_RETURN(*request.mutable_parent(), context.WriteParent());
  RETURN_IF_ERROR(ReadParameters(context, arguments, *request.mutable_parameters()));
  v1::ComputeAllocationResponse response;
  RETURN_IF_ERROR(context.Invoke(PlanMethod("ComputeAllocation"), request, response));
  const bool all = context.settings().output != Output::kTable || arguments.limit == 0;
  Messages moves;
  for (const auto& move : response.moves()) {
    if (all || moves.size() < arguments.limit) moves.emplace_back(new v1::AllocationMove(move));
  }
  Show(context, response.allocation_plan(), moves);
  return absl::OkStatus();
}

absl::Status Create(Context& context, const PlanArguments& arguments) {
  if (arguments.dry_run) return WhatIf(context, arguments);
  v1::CreateAllocationPlanRequest request;
  ASSIGN_OR_RETURN(*request.mutable_parent(), context.WriteParent());
  request.set_allocation_plan_id(arguments.id);
  v1::AllocationPlan& plan = *request.mutable_allocation_plan();
  plan.set_note(arguments.note);
  const char* title_path = context.settings().language == Language::kArabic    ? "display_name.ar"
                           : context.settings().language == Language::kEnglish ? "display_name.en"
                                                                               : "display_name.fr";
  if (!arguments.title.empty()) MustSet(plan, title_path, arguments.title);
  RETURN_IF_ERROR(ReadParameters(context, arguments, *plan.mutable_parameters()));
  v1::AllocationPlan created;
  RETURN_IF_ERROR(context.Invoke(PlanMethod("CreateAllocationPlan"), request, created));
  return ShowStored(context, arguments, created);
}

absl::Status ShowPlan(Context& context, const PlanArguments& arguments) {
  v1::GetAllocationPlanRequest request;
  ASSIGN_OR_RETURN(*request.mutable_name(), PlanName(context, arguments));
  v1::AllocationPlan plan;
  RETURN_IF_ERROR(context.Invoke(PlanMethod("GetAllocationPlan"), request, plan));
  return ShowStored(context, arguments, plan);
}

absl::Status PrintOrders(Context& context, const PlanArguments& arguments) {
  v1::PrintTransferOrdersRequest request;
  ASSIGN_OR_RETURN(*request.mutable_name(), PlanName(context, arguments));
  request.set_language_code(std::string(LanguageTag(context.settings().language)));
  v1::PrintTransferOrdersResponse response;
  RETURN_IF_ERROR(context.Invoke(PlanMethod("PrintTransferOrders"), request, response));
  std::fputs(response.html().c_str(), stdout);
  return absl::OkStatus();
}

// Takes a plan one step on, by the method `<Verb>AllocationPlan`.
absl::Status Step(Context& context, const PlanArguments& arguments, absl::string_view verb) {
  const MethodDescriptor& method = PlanMethod(absl::StrCat(verb, "AllocationPlan"));
  const auto request = NewMessage(method.input_type());
  ASSIGN_OR_RETURN(const std::string name, PlanName(context, arguments));
  MustSet(*request, "name", name);
  if (!arguments.reason.empty()) MustSet(*request, "reason", arguments.reason);
  if (!arguments.effective_date.empty()) {
    RETURN_IF_ERROR(SetField(*request, "effective_date", arguments.effective_date, ""));
  }
  v1::AllocationPlan plan;
  RETURN_IF_ERROR(context.Invoke(method, *request, plan));
  if (context.settings().output == Output::kTable) {
    std::printf("%s: %s\n", plan.name().c_str(),
                v1::AllocationPlan::State_Name(plan.state()).c_str());
  } else {
    context.Print(plan);
  }
  return absl::OkStatus();
}

template <typename Run>
CLI::App* AddVerb(CLI::App& plan, Action& action, const char* verb, const char* help, Run run,
                  const std::shared_ptr<PlanArguments>& arguments, bool id_required = true) {
  CLI::App* command = plan.add_subcommand(verb, help);
  CLI::Option* id = command->add_option("plan", arguments->id, "Id of the plan, e.g. 2026-winter");
  if (id_required) id->required();
  command->callback([&action, run, arguments] {
    action = [run, arguments](Context& context) { return run(context, *arguments); };
  });
  return command;
}

struct StepVerb {
  const char* command;
  const char* method;
  const char* help;
};

constexpr StepVerb kSteps[] = {
    {"propose", "Propose", "Put a draft before the deputy who decides"},
    {"approve", "Approve", "Approve a plan that somebody else proposed"},
    {"reject", "Reject", "Refuse a proposed plan, with --reason"},
    {"cancel", "Cancel", "Withdraw a plan before it takes effect, with --reason"},
    {"order", "Order", "Issue the transfer orders of an approved plan"},
    {"apply", "Apply", "End old assignments and begin the new ones"},
};

void AddSteps(CLI::App& plan, Action& action, const std::shared_ptr<PlanArguments>& arguments) {
  for (const StepVerb& step : kSteps) {
    const char* method = step.method;
    CLI::App* command = AddVerb(
        plan, action, step.command, step.help,
        [method](Context& context, const PlanArguments& given) {
          return Step(context, given, method);
        },
        arguments);
    const std::string verb = step.command;
    if (verb == "reject" || verb == "cancel") {
      command->add_option("--reason", arguments->reason, "Why")->required();
    }
    if (verb == "order") {
      command->add_option("--effective-date", arguments->effective_date,
                          "First day at the new posts; tomorrow if left out");
    }
  }
}

}  // namespace

void AddPlanCommands(CLI::App& staffing, Action& action) {
  CLI::App* plan = staffing.add_subcommand("plan", "Whom to move: plans from draft to effect");
  plan->require_subcommand(1);
  const auto arguments = std::make_shared<PlanArguments>();

  CLI::App* create = AddVerb(*plan, action, "create", "Compute a plan and keep it as a draft",
                             &Create, arguments, /*id_required=*/false);
  create->add_flag("--dry-run", arguments->dry_run, "What if: compute and show, store nothing");
  create->add_option("--title", arguments->title, "Title, in the language of --lang");
  create->add_option("--note", arguments->note, "Remark of the author");
  create->add_option("--weights", arguments->weights, "e.g. density=2 remoteness=0.5 critical=1");
  create->add_option("--set", arguments->parameters,
                     "Parameter, e.g. max_moves=20, max_distance_km=50, cadres=nurse,midwife");

  CLI::App* show =
      AddVerb(*plan, action, "show", "Show a plan and its moves", &ShowPlan, arguments);
  for (CLI::App* command : {create, show}) {
    command->add_option("--limit", arguments->limit, "At most so many moves in the table; 0: all");
  }
  AddVerb(*plan, action, "print", "The transfer orders as HTML for printing", &PrintOrders,
          arguments);
  AddSteps(*plan, action, arguments);
}

}  // namespace mudiriya::cli
