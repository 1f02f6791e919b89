#include "common/text/csv_reader.h"

#include <algorithm>
#include <array>

#include "absl/strings/match.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/strip.h"
#include "common/text/csv_writer.h"
#include "common/text/utf8.h"

namespace mudiriya::text {
namespace {

constexpr absl::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr absl::string_view kDelimiters = ",;\t";

bool IsUtf16(absl::string_view file) {
  return absl::StartsWith(file, "\xFF\xFE") || absl::StartsWith(file, "\xFE\xFF");
}

bool IsLineEnd(char c) { return c == '\n' || c == '\r'; }

// Excel's "sep=;" line, which names the delimiter of the lines after it; '\0' if there is none.
char NamedDelimiter(absl::string_view file) {
  if (!absl::ConsumePrefix(&file, "sep=") || file.empty()) return '\0';
  const bool ends = file.size() == 1 || IsLineEnd(file[1]);
  return ends && absl::StrContains(kDelimiters, file[0]) ? file[0] : '\0';
}

}  // namespace

absl::string_view CsvFaultText(CsvFault fault) {
  switch (fault) {
    case CsvFault::kNone:
      return "no fault";
    case CsvFault::kUnterminatedQuote:
      return "a quoted cell does not end";
    case CsvFault::kTextAfterQuote:
      return "text after a closing quote";
    case CsvFault::kStrayQuote:
      return "a quote inside of a cell";
    case CsvFault::kInvalidUtf8:
      return "malformed UTF-8";
    case CsvFault::kUtf16:
      return "the file is UTF-16, not UTF-8";
  }
  return "unknown fault";
}

char DetectDelimiter(absl::string_view file) {
  std::array<int, 3> counts{};
  bool quoted = false;
  for (const char c : file) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (IsLineEnd(c)) break;
    const size_t which = kDelimiters.find(c);
    if (which != absl::string_view::npos) ++counts[which];
  }
  return kDelimiters[std::max_element(counts.begin(), counts.end()) - counts.begin()];
}

CsvReader::CsvReader(absl::string_view file, CsvReaderOptions options)
    : file_(file),
      remove_formula_guard_(options.remove_formula_guard),
      utf16_(IsUtf16(file)),
      reread_budget_(file.size()) {
  absl::ConsumePrefix(&file_, kByteOrderMark);
  const char named = NamedDelimiter(file_);
  if (named != '\0') {
    offset_ = LineEndFrom(0);
    ConsumeLineEnd();
  }
  delimiter_ = options.delimiter.value_or(named != '\0' ? named : DetectDelimiter(file_));
}

bool CsvReader::Next(CsvRow* row) {
  while (offset_ < file_.size()) {
    const size_t start = offset_;
    row->number = ++number_;
    row->line = line_;
    row->cells.clear();
    row->fault = CsvFault::kNone;
    row->fault_column = 0;
    ReadRow(row);
    const bool blank = row->cells.size() == 1 && row->cells[0].empty() && file_[start] != '"';
    if (!blank || row->fault != CsvFault::kNone) return true;
  }
  return false;
}

void CsvReader::ReadRow(CsvRow* row) {
  if (utf16_) {
    row->fault = CsvFault::kUtf16;
    offset_ = file_.size();
    return;
  }
  const size_t start = offset_;
  escaped_.clear();
  CellEnd end;
  do {
    end = ReadCell(row);
  } while (end == CellEnd::kDelimiter);
  if (end == CellEnd::kFault) Recover(start, row);
  if (!escaped_.empty()) Unescape(row);
  if (row->fault != CsvFault::kNone || IsValidUtf8(file_.substr(start, offset_ - start))) return;
  const auto bad = std::find_if_not(row->cells.begin(), row->cells.end(), IsValidUtf8);
  row->fault = CsvFault::kInvalidUtf8;
  row->fault_column = static_cast<int>(bad - row->cells.begin()) + 1;
}

CsvReader::CellEnd CsvReader::ReadCell(CsvRow* row) {
  if (offset_ < file_.size() && file_[offset_] == '"') return ReadQuotedCell(row);
  const size_t start = offset_;
  size_t end = start;
  while (end < file_.size() && file_[end] != delimiter_ && !IsLineEnd(file_[end])) ++end;
  offset_ = end;
  const absl::string_view cell = file_.substr(start, end - start);
  if (start < doubtful_until_ && absl::StrContains(cell, '"')) {
    return Fail(CsvFault::kStrayQuote, row);
  }
  return EndCell(cell, row);
}

CsvReader::CellEnd CsvReader::ReadQuotedCell(CsvRow* row) {
  const size_t start = offset_ + 1;
  const size_t limit = multi_line_cells_ ? file_.size() : LineEndFrom(start);
  bool doubled = false;
  const size_t close = ClosingQuote(start, limit, &doubled);
  offset_ = std::min(close + 1, limit);
  if (close == limit) return Fail(CsvFault::kUnterminatedQuote, row);
  if (offset_ < file_.size() && file_[offset_] != delimiter_ && !IsLineEnd(file_[offset_])) {
    return Fail(CsvFault::kTextAfterQuote, row);
  }
  if (doubled) escaped_.push_back(row->cells.size());
  const absl::string_view cell = file_.substr(start, close - start);
  CountLines(cell);
  return EndCell(cell, row);
}

CsvReader::CellEnd CsvReader::EndCell(absl::string_view cell, CsvRow* row) {
  if (remove_formula_guard_ && !cell.empty() && cell[0] == '\'' && NeedsFormulaGuard(cell)) {
    cell.remove_prefix(1);
  }
  row->cells.push_back(cell);
  if (offset_ < file_.size() && file_[offset_] == delimiter_) {
    ++offset_;
    return CellEnd::kDelimiter;
  }
  ConsumeLineEnd();
  return CellEnd::kLine;
}

CsvReader::CellEnd CsvReader::Fail(CsvFault fault, CsvRow* row) {
  row->fault = fault;
  row->fault_column = static_cast<int>(row->cells.size()) + 1;
  return CellEnd::kFault;
}

size_t CsvReader::LineEndFrom(size_t from) const {
  return std::min(file_.find_first_of("\r\n", from), file_.size());
}

// The offset of the quote that closes the cell whose text begins at `from`, or `limit`.
size_t CsvReader::ClosingQuote(size_t from, size_t limit, bool* doubled) const {
  for (size_t quote = from; quote < limit; quote += 2) {
    quote = std::min(file_.find('"', quote), limit);
    if (quote + 1 >= limit || file_[quote + 1] != '"') return quote;
    *doubled = true;
  }
  return limit;
}

void CsvReader::ConsumeLineEnd() {
  if (offset_ == file_.size()) return;
  const bool pair = file_.substr(offset_, 2) == "\r\n";
  offset_ += pair ? 2 : 1;
  ++line_;
}

void CsvReader::CountLines(absl::string_view cell) {
  for (size_t i = 0; i < cell.size(); ++i) {
    const bool first_of_pair = cell[i] == '\r' && i + 1 < cell.size() && cell[i + 1] == '\n';
    if (IsLineEnd(cell[i]) && !first_of_pair) ++line_;
  }
}

void CsvReader::Recover(size_t row_start, CsvRow* row) {
  const size_t reached = offset_;
  offset_ = LineEndFrom(row_start);
  line_ = row->line;
  ConsumeLineEnd();
  if (reached <= offset_) return;
  const size_t reread = reached - offset_;
  multi_line_cells_ = multi_line_cells_ && reread <= reread_budget_;
  reread_budget_ -= std::min(reread, reread_budget_);
  doubtful_until_ = std::max(doubtful_until_, reached);
}

void CsvReader::Unescape(CsvRow* row) {
  if (unescaped_.size() < escaped_.size()) unescaped_.resize(escaped_.size());
  for (size_t i = 0; i < escaped_.size(); ++i) {
    absl::string_view& cell = row->cells[escaped_[i]];
    unescaped_[i] = absl::StrReplaceAll(cell, {{"\"\"", "\""}});
    cell = unescaped_[i];
  }
}

}  // namespace mudiriya::text
