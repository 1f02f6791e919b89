#include "common/resource/order_by.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "common/status/macros.h"
#include "common/status/violations.h"

namespace mudiriya::resource {
namespace {

constexpr size_t kMaxFields = 8;

absl::Status Refused(const TableShape& shape, absl::string_view field) {
  std::string allowed = "name";
  for (const ListField& known : shape.list_fields) {
    if (known.sortable) absl::StrAppend(&allowed, ", ", known.path);
  }
  return InvalidField("order_by", Reason::INVALID_ORDER_BY,
                      {{"field", field}, {"allowed", allowed}});
}

const ListField* FindSortable(const TableShape& shape, absl::string_view path) {
  for (const ListField& field : shape.list_fields) {
    if (field.sortable && field.path == path) return &field;
  }
  return nullptr;
}

bool Contains(const std::vector<SortKey>& keys, absl::string_view column) {
  return std::any_of(keys.begin(), keys.end(),
                     [column](const SortKey& key) { return key.column == column; });
}

void AddNameKeys(const TableShape& shape, bool descending, std::vector<SortKey>* keys) {
  for (const std::string& column : shape.key_columns) {
    if (!Contains(*keys, column)) keys->push_back({column, descending});
  }
}

absl::Status AddTerm(const TableShape& shape, absl::string_view term, std::vector<SortKey>* keys) {
  const std::vector<absl::string_view> words =
      absl::StrSplit(term, absl::ByAnyChar(" \t"), absl::SkipEmpty());
  const bool has_direction = words.size() == 2 && (words[1] == "desc" || words[1] == "asc");
  if (words.empty() || (words.size() > 1 && !has_direction)) {
    return Refused(shape, absl::StripAsciiWhitespace(term));
  }
  const bool descending = has_direction && words[1] == "desc";
  if (words[0] == "name" && !Contains(*keys, shape.key_columns.front())) {
    AddNameKeys(shape, descending, keys);
    return absl::OkStatus();
  }
  const ListField* field = FindSortable(shape, words[0]);
  if (field == nullptr || Contains(*keys, field->column)) return Refused(shape, words[0]);
  keys->push_back({field->column, descending});
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<std::vector<SortKey>> ParseOrderBy(const TableShape& shape,
                                                  absl::string_view order_by) {
  std::vector<SortKey> keys;
  if (!absl::StripAsciiWhitespace(order_by).empty()) {
    const std::vector<absl::string_view> terms = absl::StrSplit(order_by, ',');
    if (terms.size() > kMaxFields) return Refused(shape, terms[kMaxFields]);
    for (absl::string_view term : terms) RETURN_IF_ERROR(AddTerm(shape, term, &keys));
  }
  AddNameKeys(shape, /*descending=*/false, &keys);
  return keys;
}

}  // namespace mudiriya::resource
