#include "services/cli/plan_tables.h"

#include <cstdio>

#include "absl/strings/str_cat.h"
#include "common/text/text_table.h"
#include "mudiriya/staffing/v1/allocation_move.pb.h"
#include "services/cli/labels.h"
#include "services/cli/names.h"

namespace mudiriya::cli {
namespace {

namespace v1 = staffing::v1;

void PrintHeading(const v1::AllocationPlan& plan, Language language) {
  const std::string title = InLanguage(plan.display_name(), language);
  if (!title.empty()) std::printf("%s\n", title.c_str());
  if (plan.name().empty()) return;
  std::printf("%s: %s\n", plan.name().c_str(),
              v1::AllocationPlan::State_Name(plan.state()).c_str());
}

void PrintObjective(const v1::AllocationPlan& plan, Language language) {
  text::TextTable table(
      {Label("objective", language), Label("before", language), Label("after", language)});
  const v1::AllocationObjective& before = plan.objective_before();
  const v1::AllocationObjective& after = plan.objective_after();
  const auto add = [&](const char* key, double was, double is) {
    table.AddRow({Label(key, language), Rounded(was), Rounded(is)});
  };
  add("shortage", before.shortage(), after.shortage());
  add("base_move", before.base_move(), after.base_move());
  add("distance", before.distance(), after.distance());
  add("preference", -before.preference(), -after.preference());
  add("substitution", before.substitution(), after.substitution());
  add("total", before.total(), after.total());
  std::printf("%s\n", table.Print().c_str());
}

std::vector<std::string> MoveRow(const v1::AllocationMove& move, Language language) {
  return {InLanguage(move.from_display_name(), language),
          InLanguage(move.to_display_name(), language),
          ShortName(move.needed_cadre()),
          move.staff_member().empty() ? "" : ShortName(move.staff_member()),
          move.has_distance_km() ? Rounded(move.distance_km()) : "",
          Rounded(move.shortage_relief()),
          Rounded(move.move_cost()),
          move.reason()};
}

}  // namespace

void PrintPlanTables(const v1::AllocationPlan& plan, const Messages& moves, Language language) {
  PrintHeading(plan, language);
  PrintObjective(plan, language);
  if (moves.empty()) {
    std::printf("%s\n", Label("no_moves", language).c_str());
    return;
  }
  std::vector<std::string> header;
  for (const char* key :
       {"from", "to", "cadre", "staff_member", "km", "relief", "cost", "reason"}) {
    header.push_back(Label(key, language));
  }
  text::TextTable table(header, {.max_column_width = 0});
  for (const auto& move : moves) {
    table.AddRow(MoveRow(static_cast<const v1::AllocationMove&>(*move), language));
  }
  std::printf("%s: %d\n%s", Label("moves", language).c_str(), plan.move_count(),
              table.Print().c_str());
  const int hidden = plan.move_count() - static_cast<int>(moves.size());
  if (hidden > 0) std::printf("%s\n", Label("more", language).c_str());
}

}  // namespace mudiriya::cli
