#include "common/text/text_table.h"

#include <algorithm>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/strip.h"
#include "common/text/display_width.h"
#include "common/text/number_text.h"
#include "common/text/utf8.h"

namespace mudiriya::text {
namespace {

constexpr absl::string_view kGap = "  ";
constexpr absl::string_view kFirstStrongIsolate = "\u2068";
constexpr absl::string_view kPopIsolate = "\u2069";
constexpr char32_t kReplacement = 0xFFFD;

std::string Harmless(absl::string_view cell) {
  std::string harmless;
  for (size_t offset = 0; offset < cell.size();) {
    const char32_t c = NextCodePoint(cell, &offset);
    if (c == kMalformed) {
      AppendUtf8(kReplacement, &harmless);
    } else if (IsControlCharacter(c)) {
      harmless.push_back(' ');
    } else if (!IsBidiCharacter(c)) {
      AppendUtf8(c, &harmless);
    }
  }
  return harmless;
}

bool HasNoValue(absl::string_view cell) { return cell.empty() || cell == "—" || cell == "-"; }

bool IsNumber(absl::string_view cell) {
  if (!absl::ConsumeSuffix(&cell, "%")) absl::ConsumeSuffix(&cell, "٪");
  return ParseNumber(cell).ok();
}

std::string Repeat(absl::string_view text, int times) {
  std::string repeated;
  for (int i = 0; i < times; ++i) absl::StrAppend(&repeated, text);
  return repeated;
}

}  // namespace

TextTable::TextTable(std::vector<std::string> header, TextTableOptions options)
    : header_(std::move(header)), options_(options), align_(header_.size(), Align::kAuto) {
  for (std::string& cell : header_) cell = Harmless(cell);
}

void TextTable::SetAlign(size_t column, Align align) { align_[column] = align; }

void TextTable::AddRow(std::vector<std::string> cells) {
  cells.resize(header_.size());
  for (std::string& cell : cells) {
    cell = Harmless(cell);
    if (options_.max_column_width > 0) cell = Truncate(cell, options_.max_column_width);
  }
  rows_.push_back(std::move(cells));
}

std::string TextTable::Print() const {
  const std::vector<int> widths = Widths();
  std::vector<bool> at_end;
  std::vector<std::string> rule;
  for (size_t i = 0; i < header_.size(); ++i) {
    at_end.push_back(AlignsAtEnd(i));
    rule.push_back(Repeat("─", widths[i]));
  }
  std::string table = PrintRow(header_, widths, at_end);
  absl::StrAppend(&table, absl::StrJoin(rule, kGap), "\n");
  for (const std::vector<std::string>& row : rows_) {
    absl::StrAppend(&table, PrintRow(row, widths, at_end));
  }
  return table;
}

std::vector<int> TextTable::Widths() const {
  std::vector<int> widths;
  for (size_t i = 0; i < header_.size(); ++i) {
    int width = DisplayWidth(header_[i]);
    for (const auto& row : rows_) width = std::max(width, DisplayWidth(row[i]));
    widths.push_back(width);
  }
  return widths;
}

bool TextTable::AlignsAtEnd(size_t column) const {
  if (align_[column] != Align::kAuto) return align_[column] == Align::kEnd;
  bool has_number = false;
  for (const auto& row : rows_) {
    if (HasNoValue(row[column])) continue;
    if (!IsNumber(row[column])) return false;
    has_number = true;
  }
  return has_number;
}

std::string TextTable::PrintRow(const std::vector<std::string>& cells,
                                const std::vector<int>& widths,
                                const std::vector<bool>& at_end) const {
  std::string line;
  for (size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) absl::StrAppend(&line, kGap);
    const std::string cell = options_.isolate_cells && !cells[i].empty()
                                 ? absl::StrCat(kFirstStrongIsolate, cells[i], kPopIsolate)
                                 : cells[i];
    absl::StrAppend(&line, at_end[i] ? PadStart(cell, widths[i]) : PadEnd(cell, widths[i]));
  }
  return absl::StrCat(absl::StripTrailingAsciiWhitespace(line), "\n");
}

}  // namespace mudiriya::text
