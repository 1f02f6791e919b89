#include "common/text/csv_writer.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_replace.h"
#include "common/text/number_text.h"

namespace mudiriya::text {
namespace {

constexpr absl::string_view kByteOrderMark = "\xEF\xBB\xBF";

// All delimiters are quoted, whichever is in use, so that none of them misleads DetectDelimiter.
bool IsSpecial(char c) {
  return c == ',' || c == ';' || c == '\t' || c == '"' || c == '\r' || c == '\n';
}

bool NeedsQuotes(absl::string_view cell) {
  if (cell.empty()) return false;
  if (cell.front() == ' ' || cell.back() == ' ') return true;  // some readers trim bare cells
  if (absl::StartsWith(cell, kByteOrderMark) || absl::StartsWith(cell, "sep=")) return true;
  return std::any_of(cell.begin(), cell.end(), IsSpecial);
}

}  // namespace

bool NeedsFormulaGuard(absl::string_view cell) {
  const size_t first = cell.find_first_not_of('\'');
  if (first == absl::string_view::npos) return false;
  if (!absl::StrContains("=+-@\t\r\n", cell[first])) return false;
  const bool negative_number = first == 0 && cell[0] == '-' && ParseNumber(cell).ok();
  return !negative_number;
}

CsvWriter::CsvWriter(std::string* out, CsvWriterOptions options) : out_(out), options_(options) {
  if (options_.byte_order_mark) out_->append(kByteOrderMark.data(), kByteOrderMark.size());
}

void CsvWriter::Cell(absl::string_view cell) {
  if (cells_in_row_++ > 0) out_->push_back(options_.delimiter);
  blank_so_far_ = blank_so_far_ && cell.empty();
  const bool guard = options_.guard_formulas && NeedsFormulaGuard(cell);
  const bool quotes = NeedsQuotes(cell);
  if (quotes) out_->push_back('"');
  if (guard) out_->push_back('\'');
  if (quotes) {
    out_->append(absl::StrReplaceAll(cell, {{"\"", "\"\""}}));
    out_->push_back('"');
  } else {
    out_->append(cell.data(), cell.size());
  }
}

void CsvWriter::EndRow() {
  if (cells_in_row_ == 1 && blank_so_far_)
    out_->append("\"\"");  // else a blank line, which is skipped
  out_->append("\r\n");
  cells_in_row_ = 0;
  blank_so_far_ = true;
}

void CsvWriter::Row(absl::Span<const std::string> cells) {
  for (const std::string& cell : cells) Cell(cell);
  EndRow();
}

}  // namespace mudiriya::text
