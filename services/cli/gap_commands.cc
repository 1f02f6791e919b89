#include <cstdio>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "common/status/macros.h"
#include "common/text/text_table.h"
#include "mudiriya/staffing/v1/gap_service.pb.h"
#include "services/cli/catalogue.h"
#include "services/cli/command.h"
#include "services/cli/fields.h"
#include "services/cli/labels.h"
#include "services/cli/names.h"
#include "services/cli/weights.h"

// `staffing gaps`, `staffing density`, `staffing months`: who is missing where.
namespace mudiriya::cli {
namespace {

namespace v1 = staffing::v1;

constexpr size_t kTableRows = 25;

struct GapArguments {
  std::string by = "facility";
  bool by_cadre = false;
  std::string depth = "1";
  std::string area;
  std::string facility;
  std::string cadre;
  std::string filter;
  std::string order_by;
  std::vector<std::string> weights;
  int limit = -1;
};

text::TextTable TableOf(const std::vector<std::string>& keys, Language language) {
  std::vector<std::string> header;
  for (const std::string& key : keys) header.push_back(Label(key, language));
  return text::TextTable(header, {.max_column_width = 36});
}

std::vector<std::string> GapRow(const v1::Gap& gap, Language language) {
  const v1::PriorityTerms& terms = gap.priority();
  return {InLanguage(gap.facility_display_name(), language),
          InLanguage(gap.cadre_display_name(), language),
          Rounded(gap.required()),
          Rounded(gap.current()),
          Rounded(gap.difference()),
          gap.has_ratio() ? Rounded(gap.ratio()) : "",
          v1::GapBand_Name(gap.band()),
          Rounded(terms.priority()),
          Rounded(terms.density_term()),
          Rounded(terms.remoteness_term()),
          Rounded(terms.critical_term()),
          Rounded(gap.urgency())};
}

void PrintGapTable(const Messages& gaps, bool more, Language language) {
  if (gaps.empty()) {
    std::printf("%s\n", Label("no_gaps", language).c_str());
    return;
  }
  text::TextTable table =
      TableOf({"facility", "cadre", "required", "current", "difference", "ratio", "band",
               "priority", "density", "remoteness", "critical", "urgency"},
              language);
  for (const auto& gap : gaps) table.AddRow(GapRow(static_cast<const v1::Gap&>(*gap), language));
  std::fputs(table.Print().c_str(), stdout);
  if (more) std::printf("%s\n", Label("more", language).c_str());
}

// Sets a reference of the request from a short or full name; an empty one stays unset.
absl::Status SetReference(google::protobuf::Message& request, const char* field,
                          const std::string& text, absl::string_view directorate) {
  return text.empty() ? absl::OkStatus() : SetField(request, field, text, directorate);
}

absl::Status ListGaps(Context& context, const GapArguments& arguments) {
  const Settings& settings = context.settings();
  v1::ListGapsRequest request;
  request.set_parent(absl::StrCat("directorates/", context.ReadDirectorate()));
  request.set_filter(arguments.filter);
  request.set_order_by(arguments.order_by);
  RETURN_IF_ERROR(SetReference(request, "area", arguments.area, settings.directorate));
  if (!arguments.weights.empty()) {
    RETURN_IF_ERROR(ReadWeights(arguments.weights, *request.mutable_weights()));
  }
  const bool table = settings.output == Output::kTable;
  const size_t limit = arguments.limit >= 0 ? static_cast<size_t>(arguments.limit)
                       : table              ? kTableRows
                                            : 0;
  Messages gaps;
  bool more = false;
  RETURN_IF_ERROR(
      context.List(FindMethod("staffing", "GapService", "ListGaps"), request, limit, gaps, &more));
  if (table) {
    PrintGapTable(gaps, more, settings.language);
  } else {
    context.Print("gaps", gaps);
  }
  return absl::OkStatus();
}

std::vector<std::string> SummaryRow(const v1::GapSummary& row, bool by_cadre, Language language) {
  const std::string name = InLanguage(row.display_name(), language);
  std::vector<std::string> cells = {name.empty() ? ShortName(row.key()) : name};
  if (by_cadre) cells.push_back(ShortName(row.cadre()));
  for (const double figure : {row.required(), row.current(), row.difference()}) {
    cells.push_back(Rounded(figure));
  }
  cells.push_back(row.has_ratio() ? Rounded(row.ratio()) : "");
  cells.push_back(Rounded(row.shortage()));
  cells.push_back(Rounded(row.surplus()));
  cells.push_back(absl::StrCat(row.short_count()));
  return cells;
}

void PrintSummaryTable(const v1::SummarizeGapsResponse& response, const GapArguments& arguments,
                       Language language) {
  std::vector<std::string> keys = {arguments.by};
  if (arguments.by_cadre) keys.push_back("cadre");
  for (const char* key :
       {"required", "current", "difference", "ratio", "shortage", "surplus", "short_count"}) {
    keys.push_back(key);
  }
  text::TextTable table = TableOf(keys, language);
  for (const auto& row : response.summaries()) {
    table.AddRow(SummaryRow(row, arguments.by_cadre, language));
  }
  std::vector<std::string> total = SummaryRow(response.total(), arguments.by_cadre, language);
  total[0] = Label("total", language);
  table.AddRow(total);
  std::fputs(table.Print().c_str(), stdout);
}

absl::Status SummarizeGaps(Context& context, const GapArguments& arguments) {
  const Settings& settings = context.settings();
  v1::SummarizeGapsRequest request;
  ASSIGN_OR_RETURN(*request.mutable_parent(), context.WriteParent());
  request.set_filter(arguments.filter);
  request.set_by_cadre(arguments.by_cadre);
  request.set_group_by(arguments.by == "area"   ? v1::AREA
                       : arguments.by == "type" ? v1::FACILITY_TYPE
                                                : v1::CADRE);
  RETURN_IF_ERROR(SetField(request, "area_depth", arguments.depth, ""));
  RETURN_IF_ERROR(SetReference(request, "area", arguments.area, settings.directorate));
  v1::SummarizeGapsResponse response;
  RETURN_IF_ERROR(
      context.Invoke(FindMethod("staffing", "GapService", "SummarizeGaps"), request, response));
  if (settings.output == Output::kTable) {
    PrintSummaryTable(response, arguments, settings.language);
  } else if (settings.output == Output::kJson) {
    context.Print(response);
  } else {
    Messages rows;
    for (const auto& row : response.summaries()) rows.emplace_back(new v1::GapSummary(row));
    context.Print("summaries", rows);
  }
  return absl::OkStatus();
}

absl::Status Gaps(Context& context, const GapArguments& arguments) {
  return arguments.by == "facility" ? ListGaps(context, arguments)
                                    : SummarizeGaps(context, arguments);
}

absl::Status Density(Context& context, const GapArguments& arguments) {
  v1::ListStaffDensitiesRequest request;
  ASSIGN_OR_RETURN(*request.mutable_parent(), context.WriteParent());
  RETURN_IF_ERROR(SetField(request, "area_depth", arguments.depth, ""));
  v1::ListStaffDensitiesResponse response;
  RETURN_IF_ERROR(context.Invoke(FindMethod("staffing", "GapService", "ListStaffDensities"),
                                 request, response));
  Messages rows;
  for (const auto& row : response.staff_densities()) rows.emplace_back(new v1::StaffDensity(row));
  context.Print("staff_densities", rows);
  return absl::OkStatus();
}

absl::Status Months(Context& context, const GapArguments& arguments) {
  const std::string& directorate = context.settings().directorate;
  v1::ListGapMonthsRequest request;
  ASSIGN_OR_RETURN(*request.mutable_parent(), context.WriteParent());
  RETURN_IF_ERROR(SetReference(request, "facility", arguments.facility, directorate));
  RETURN_IF_ERROR(SetReference(request, "cadre", arguments.cadre, directorate));
  RETURN_IF_ERROR(SetReference(request, "area", arguments.area, directorate));
  v1::ListGapMonthsResponse response;
  RETURN_IF_ERROR(
      context.Invoke(FindMethod("staffing", "GapService", "ListGapMonths"), request, response));
  Messages rows;
  for (const auto& row : response.gap_months()) rows.emplace_back(new v1::GapMonth(row));
  context.Print("gap_months", rows);
  return absl::OkStatus();
}

CLI::App* AddQuestion(CLI::App& staffing, Action& action, const char* verb, const char* help,
                      absl::Status (*run)(Context&, const GapArguments&),
                      const std::shared_ptr<GapArguments>& arguments) {
  CLI::App* command = staffing.add_subcommand(verb, help);
  command->callback([&action, run, arguments] {
    action = [run, arguments](Context& context) { return run(context, *arguments); };
  });
  command->add_option("--area", arguments->area, "Only in this area or below it, e.g. eg2504");
  return command;
}

}  // namespace

void AddGapCommands(CLI::App& staffing, Action& action) {
  const auto arguments = std::make_shared<GapArguments>();
  CLI::App* gaps = AddQuestion(staffing, action, "gaps", "Who is missing where, most urgent first",
                               &Gaps, arguments);
  gaps->add_option("--by", arguments->by, "facility (each gap), or sums by area, type or cadre")
      ->check(CLI::IsMember({"facility", "area", "type", "cadre"}));
  gaps->add_flag("--by-cadre", arguments->by_cadre, "Sums for each cadre apart");
  gaps->add_option("--depth", arguments->depth, "Depth of areas below the root; 1: districts");
  gaps->add_option("--filter", arguments->filter, "AIP-160 filter, e.g. 'band = EXTREME'");
  gaps->add_option("--order-by", arguments->order_by, "Fields, e.g. 'difference'");
  gaps->add_option("--weights", arguments->weights,
                   "Weights of the priority, e.g. density=2 remoteness=0.5 critical=1");
  gaps->add_option("--limit", arguments->limit, "At most so many rows; 0 for all");

  CLI::App* density =
      AddQuestion(staffing, action, "density",
                  "Doctors, nurses and midwives per 10,000 inhabitants", &Density, arguments);
  density->add_option("--depth", arguments->depth, "Depth of areas below the root; 1: districts");

  CLI::App* months = AddQuestion(staffing, action, "months", "The course of the gap over months",
                                 &Months, arguments);
  months->add_option("--facility", arguments->facility, "Only this facility");
  months->add_option("--cadre", arguments->cadre, "Only this cadre");
}

}  // namespace mudiriya::cli
