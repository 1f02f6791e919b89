#include <google/protobuf/util/json_util.h>
#include <unistd.h>

#include <fstream>
#include <iostream>
#include <sstream>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "common/status/macros.h"
#include "mudiriya/registry/v1/import_service.pb.h"
#include "services/cli/catalogue.h"
#include "services/cli/command.h"
#include "services/cli/csv_parts.h"
#include "services/cli/fields.h"

// `import` and `export`: tables in and out of any kind that its service can import and export.
namespace mudiriya::cli {
namespace {

using google::protobuf::Message;

constexpr size_t kPartBytes = 1 << 20;
constexpr int kShownRejections = 50;

struct TransferArguments {
  std::string kind;
  std::string file;
  std::string mapping_file;
  std::vector<std::string> mappings;
  std::string filter;
  std::string order_by;
  bool dry_run = false;
};

// What became of the rows of a file, over all its parts. Every service answers ImportRows with the
// same fields, so one service's message holds any service's answer.
using Tally = registry::v1::ImportRowsResponse;

absl::StatusOr<std::string> ReadFile(const std::string& path) {
  std::stringstream text;
  if (path == "-") {
    text << std::cin.rdbuf();
    return text.str();
  }
  std::ifstream file(path, std::ios::binary);
  if (!file) return absl::NotFoundError(absl::StrCat("cannot read ", path));
  text << file.rdbuf();
  return text.str();
}

// Header mappings from `--mapping` (JSON with the key `header_mappings`) and `--map field=Column`.
absl::Status ReadMappings(const TransferArguments& arguments, Message& request) {
  if (!arguments.mapping_file.empty()) {
    ASSIGN_OR_RETURN(const std::string json, ReadFile(arguments.mapping_file));
    const auto status = google::protobuf::util::JsonStringToMessage(json, &request);
    if (!status.ok()) {
      return absl::InvalidArgumentError(
          absl::StrCat(arguments.mapping_file, ": ", status.ToString()));
    }
  }
  const auto* field = request.GetDescriptor()->FindFieldByName("header_mappings");
  for (const std::string& text : arguments.mappings) {
    const std::pair<std::string, std::string> parts = absl::StrSplit(text, absl::MaxSplits('=', 1));
    Message* mapping = request.GetReflection()->AddMessage(&request, field);
    MustSet(*mapping, "field", parts.first);
    MustSet(*mapping, "column", parts.second);
  }
  return absl::OkStatus();
}

void Add(const Message& answer, Tally& tally) {
  Tally part;
  part.ParseFromString(answer.SerializeAsString());
  tally.mutable_outcomes()->MergeFrom(part.outcomes());
  tally.set_created_count(tally.created_count() + part.created_count());
  tally.set_updated_count(tally.updated_count() + part.updated_count());
  tally.set_unchanged_count(tally.unchanged_count() + part.unchanged_count());
  tally.set_rejected_count(tally.rejected_count() + part.rejected_count());
}

int64_t RowsOf(const std::vector<CsvPart>& parts) {
  int64_t rows = 0;
  for (const CsvPart& part : parts) rows += part.rows;
  return rows;
}

// Shown on a terminal only, so that logs of scripts stay short.
void ShowProgress(int64_t done, int64_t all) {
  if (isatty(STDERR_FILENO) == 0) return;
  std::fprintf(stderr, "\r%lld / %lld", static_cast<long long>(done), static_cast<long long>(all));
  if (done == all) std::fputc('\n', stderr);
}

absl::StatusOr<Tally> Send(Context& context, const ResourceKind& kind, Message& request,
                           const std::vector<CsvPart>& parts) {
  Tally tally;
  int64_t done = 0;
  const auto answer = NewMessage(kind.import->output_type());
  for (const CsvPart& part : parts) {
    const auto sent = NewMessage(kind.import->input_type());
    sent->CopyFrom(request);
    MustSet(*sent, "csv", part.text);
    MustSet(*sent, "first_row", absl::StrCat(part.first_row));
    RETURN_IF_ERROR(context.Invoke(*kind.import, *sent, *answer));
    Add(*answer, tally);
    done += part.rows;
    ShowProgress(done, RowsOf(parts));
  }
  return tally;
}

void PrintTally(const Tally& tally, bool dry_run) {
  int shown = 0;
  for (const auto& outcome : tally.outcomes()) {
    if (outcome.problems().empty() || ++shown > kShownRejections) continue;
    for (const auto& problem : outcome.problems()) {
      std::printf("row %lld  %s  %s\n", static_cast<long long>(outcome.row()),
                  problem.column().empty() ? problem.field().c_str() : problem.column().c_str(),
                  problem.message().c_str());
    }
  }
  if (shown > kShownRejections) std::printf("… and %d more rows\n", shown - kShownRejections);
  std::printf("%screated %lld, updated %lld, unchanged %lld, rejected %lld\n",
              dry_run ? "dry run, nothing written: " : "",
              static_cast<long long>(tally.created_count()),
              static_cast<long long>(tally.updated_count()),
              static_cast<long long>(tally.unchanged_count()),
              static_cast<long long>(tally.rejected_count()));
}

absl::Status Import(Context& context, const TransferArguments& arguments) {
  ASSIGN_OR_RETURN(const ResourceKind* kind, FindKind(arguments.kind));
  if (kind->import == nullptr) {
    return absl::InvalidArgumentError(absl::StrCat(kind->plural, " cannot be imported"));
  }
  ASSIGN_OR_RETURN(const std::string file, ReadFile(arguments.file));
  const auto request = NewMessage(kind->import->input_type());
  RETURN_IF_ERROR(ReadMappings(arguments, *request));
  ASSIGN_OR_RETURN(const std::string parent, context.WriteParent());
  MustSet(*request, "parent", parent);
  MustSet(*request, "resource_type", kind->type);
  if (arguments.dry_run) MustSet(*request, "dry_run", "true");
  ASSIGN_OR_RETURN(const Tally tally, Send(context, *kind, *request, SplitCsv(file, kPartBytes)));
  if (context.settings().output == Output::kJson) {
    context.Print(tally);
  } else {
    PrintTally(tally, arguments.dry_run);
  }
  return absl::OkStatus();
}

absl::Status Export(Context& context, const TransferArguments& arguments) {
  ASSIGN_OR_RETURN(const ResourceKind* kind, FindKind(arguments.kind));
  const auto* method =
      kind->singular == "gap" ? &FindMethod("staffing", "GapService", "ExportGaps") : kind->export_;
  if (method == nullptr) {
    return absl::InvalidArgumentError(absl::StrCat(kind->plural, " cannot be exported"));
  }
  const auto request = NewMessage(method->input_type());
  MustSet(*request, "parent", absl::StrCat("directorates/", context.ReadDirectorate()));
  if (HasField(*request, "resource_type")) MustSet(*request, "resource_type", kind->type);
  MustSet(*request, "filter", arguments.filter);
  MustSet(*request, "order_by", arguments.order_by);
  std::ofstream file;
  if (!arguments.file.empty() && arguments.file != "-") file.open(arguments.file, std::ios::binary);
  std::ostream& out = file.is_open() ? file : std::cout;
  RETURN_IF_ERROR(context.client().Stream(*method, *request, [&out](const Message& piece) {
    const auto* field = piece.GetDescriptor()->FindFieldByName("csv");
    out << piece.GetReflection()->GetString(piece, field);
    return out ? absl::OkStatus() : absl::DataLossError("the file could not be written");
  }));
  out.flush();
  return absl::OkStatus();
}

}  // namespace

void AddTransferCommands(CLI::App& app, Action& action) {
  const auto arguments = std::make_shared<TransferArguments>();
  CLI::App* import = app.add_subcommand("import", "Import a CSV file; begin with --dry-run");
  import->add_option("kind", arguments->kind, "Resource, e.g. facilities")->required();
  import->add_option("file", arguments->file, "The file; - reads standard input")->required();
  import->add_option("--mapping", arguments->mapping_file, "JSON with header_mappings");
  import->add_option("--map", arguments->mappings, "field=Column title; may be repeated")
      ->allow_extra_args(false);
  import->add_flag("--dry-run", arguments->dry_run, "Tell what would become of each row");
  import->callback([&action, arguments] {
    action = [arguments](Context& context) { return Import(context, *arguments);
};
}  // namespace mudiriya::cli
);

CLI::App* export_ = app.add_subcommand("export", "Write resources as CSV for spreadsheets");
export_->add_option("kind", arguments->kind, "Resource, e.g. facilities, gaps")->required();
export_->add_option("file", arguments->file, "Where to; standard output if left out");
export_->add_option("--filter", arguments->filter, "AIP-160 filter");
export_->add_option("--order-by", arguments->order_by, "Fields to sort by");
export_->callback([&action, arguments] {
  action = [arguments](Context& context) { return Export(context, *arguments); };
});
}

}  // namespace mudiriya::cli
