#include "common/db/result_set.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "absl/strings/numbers.h"

namespace mudiriya::db {
namespace {

[[noreturn]] void Misread(absl::string_view what, absl::string_view column) {
  std::fprintf(stderr, "db::Row: %.*s: %.*s\n", static_cast<int>(what.size()), what.data(),
               static_cast<int>(column.size()), column.data());
  std::abort();
}

// "12" and "12.000", as SUM() of integers gives them.
bool ParseInteger(absl::string_view text, int64_t& number) {
  const size_t point = text.find('.');
  const bool whole = point == text.npos || text.find_first_not_of("0", point + 1) == text.npos;
  return whole && absl::SimpleAtoi(text.substr(0, point), &number);
}

}  // namespace

const Value& Row::Cell(size_t column) const {
  if (column >= columns_->size()) Misread("no such column", std::to_string(column));
  return cells_[column];
}

bool Row::IsNull(size_t column) const {
  return std::holds_alternative<std::nullptr_t>(Cell(column));
}

int64_t Row::Int64(size_t column) const {
  const Value& cell = Cell(column);
  if (const auto* number = std::get_if<int64_t>(&cell)) return *number;
  if (IsNull(column)) return 0;
  int64_t number = 0;
  const auto* text = std::get_if<std::string>(&cell);
  if (text == nullptr || !ParseInteger(*text, number)) Misread("no integer", (*columns_)[column]);
  return number;
}

double Row::Double(size_t column) const {
  const Value& cell = Cell(column);
  if (const auto* number = std::get_if<double>(&cell)) return *number;
  if (const auto* number = std::get_if<int64_t>(&cell)) return static_cast<double>(*number);
  if (IsNull(column)) return 0;
  double number = 0;
  const auto* text = std::get_if<std::string>(&cell);
  if (text == nullptr || !absl::SimpleAtod(*text, &number)) {
    Misread("no number", (*columns_)[column]);
  }
  return number;
}

const std::string& Row::Text(size_t column) const {
  static const std::string* const empty = new std::string;
  if (const auto* text = std::get_if<std::string>(&Cell(column))) return *text;
  if (!IsNull(column)) Misread("no text", (*columns_)[column]);
  return *empty;
}

size_t Row::Index(absl::string_view label) const {
  const auto found = std::find(columns_->begin(), columns_->end(), label);
  if (found == columns_->end()) Misread("no such column", label);
  return found - columns_->begin();
}

}  // namespace mudiriya::db
