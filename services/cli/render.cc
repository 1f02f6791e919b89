#include "services/cli/render.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "common/text/csv_writer.h"
#include "common/text/number_text.h"
#include "common/text/text_table.h"
#include "google/protobuf/util/json_util.h"
#include "services/cli/cells.h"

namespace mudiriya::cli {
namespace {

using google::protobuf::Message;

google::protobuf::util::JsonPrintOptions JsonOptions() {
  google::protobuf::util::JsonPrintOptions options;
  options.add_whitespace = true;
  options.preserve_proto_field_names = true;
  return options;
}

// Columns in the order in which the first message that has them gives them.
std::vector<std::string> ColumnsOf(const std::vector<Cells>& rows) {
  std::vector<std::string> columns;
  for (const Cells& row : rows) {
    for (const auto& [path, text] : row) {
      if (!text.empty() && std::find(columns.begin(), columns.end(), path) == columns.end()) {
        columns.push_back(path);
      }
    }
  }
  return columns;
}

std::vector<std::string> Aligned(const Cells& row, const std::vector<std::string>& columns) {
  std::vector<std::string> cells(columns.size());
  for (const auto& [path, text] : row) {
    const auto at = std::find(columns.begin(), columns.end(), path);
    if (at != columns.end()) cells[static_cast<size_t>(at - columns.begin())] = text;
  }
  return cells;
}

}  // namespace

std::string InLanguage(const type::v1::LocalizedText& text, Language language) {
  const std::string& wanted = language == Language::kArabic    ? text.ar()
                              : language == Language::kEnglish ? text.en()
                                                               : text.fr();
  for (const std::string* candidate : {&wanted, &text.ar(), &text.en(), &text.fr()}) {
    if (!candidate->empty()) return *candidate;
  }
  return "";
}

std::string Rounded(double value) {
  return text::PrintNumber(value, {.language = Language::kEnglish,
                                   .decimals = 2,
                                   .trim_zeros = true,
                                   .group_thousands = false});
}

std::string ToJson(const Message& message) {
  std::string json;
  if (!google::protobuf::util::MessageToJsonString(message, &json, JsonOptions()).ok()) return "";
  return json;
}

std::string ToJson(absl::string_view key, const Messages& messages) {
  const auto item = [](std::string* out, const auto& message) {
    absl::StrAppend(out, ToJson(*message));
    while (!out->empty() && out->back() == '\n') out->pop_back();
  };
  return absl::StrCat("{\"", key, "\": [", absl::StrJoin(messages, ",\n", item), "]}\n");
}

std::string ToTable(const Messages& messages, Language language) {
  std::vector<Cells> rows;
  for (const auto& message : messages) rows.push_back(CellsForReading(*message, language));
  const std::vector<std::string> columns = ColumnsOf(rows);
  text::TextTable table(columns);
  for (const Cells& row : rows) table.AddRow(Aligned(row, columns));
  return table.Print();
}

std::string ToCsv(const Messages& messages) {
  std::vector<Cells> rows;
  for (const auto& message : messages) rows.push_back(CellsForFiles(*message));
  const std::vector<std::string> columns = ColumnsOf(rows);
  std::string csv;
  text::CsvWriter writer(&csv);
  writer.Row(columns);
  for (const Cells& row : rows) writer.Row(Aligned(row, columns));
  return csv;
}

std::string ToCard(const Message& message) {
  text::TextTable table({"", ""}, {.max_column_width = 100});
  table.SetAlign(1, text::Align::kStart);
  for (const auto& [path, text] : CellsForFiles(message)) {
    if (!text.empty()) table.AddRow({path, text});
  }
  return table.Print();
}

}  // namespace mudiriya::cli
