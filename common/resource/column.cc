#include "common/resource/column.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"

namespace mudiriya::resource {
namespace {

std::string ColumnName(ColumnKind kind, absl::string_view path) {
  const std::string stem = absl::StrReplaceAll(path, {{".", "_"}});
  if (kind == ColumnKind::kReference) return absl::StrCat(stem, "_id");
  if (kind == ColumnKind::kSearch) return absl::StrCat(stem, "_search");
  return stem;
}

}  // namespace

Column::Column(ColumnKind kind, absl::string_view path, absl::string_view pattern)
    : kind_(kind), path_(path), pattern_(pattern), name_(ColumnName(kind, path)) {}

Column& Column::Filterable() {
  filterable_ = true;
  return *this;
}

Column& Column::Sortable() {
  sortable_ = true;
  return *this;
}

Column& Column::Immutable() {
  immutable_ = true;
  return *this;
}

Column& Column::EmptyIsNull() {
  empty_is_null_ = true;
  return *this;
}

Column& Column::Named(absl::string_view column) {
  name_ = std::string(column);
  return *this;
}

}  // namespace mudiriya::resource
