#ifndef MUDIRIYA_COMMON_RESOURCE_COLUMN_H_
#define MUDIRIYA_COMMON_RESOURCE_COLUMN_H_

#include <string>
#include <utility>

#include "absl/strings/string_view.h"

namespace mudiriya::resource {

// How a field is stored. The comments name the SQL type that the migration gives the column.
enum class ColumnKind {
  kText,       // VARCHAR or TEXT
  kNumber,     // DOUBLE
  kInteger,    // BIGINT
  kBool,       // BOOLEAN
  kEnumName,   // VARCHAR, ascii: the value's name, e.g. HOSPITAL
  kTimestamp,  // DATETIME(6), UTC
  kDate,       // DATE
  kJson,       // LONGTEXT CHECK (JSON_VALID(…)): a message, repeated field or map
  kReference,  // VARCHAR, ascii_bin: the id of the referred resource
  kSearch,     // VARCHAR or TEXT: normalised text of a LocalizedText or string field
};

// One stored field, declared with the functions below:
//   Text("display_name.ar").Filterable().Sortable()
// The path is the field's, dots included; the column is named after it with `_` for `.`
// (`display_name_ar`), with `_id` after a reference's and `_search` after a search column's.
//
// A column is NULL when the field is unset: its message (or that of a parent) is not there, an
// `optional` scalar has no value, a Reference, Timestamp or Date is empty. Scalars without presence
// are stored as they are ('' or 0), so that they may be NOT NULL; see EmptyIsNull.
class Column {
 public:
  Column(ColumnKind kind, absl::string_view path, absl::string_view pattern = "");

  // May stand in a list request's filter.
  Column& Filterable();
  // May stand in order_by.
  Column& Sortable();
  // May never change after creation, like a field with the behaviour IMMUTABLE.
  Column& Immutable();
  // Empty text, or 0, is stored as NULL: for an optional code with a unique key.
  Column& EmptyIsNull();
  // Another name for the column than the one that follows from the path.
  Column& Named(absl::string_view column);

  ColumnKind kind() const { return kind_; }
  const std::string& path() const { return path_; }
  const std::string& name() const { return name_; }
  // References: the pattern of the referred resource; empty: taken from
  // google.api.resource_reference.
  const std::string& pattern() const { return pattern_; }
  bool filterable() const { return filterable_; }
  bool sortable() const { return sortable_; }
  bool immutable() const { return immutable_; }
  bool empty_is_null() const { return empty_is_null_; }

 private:
  ColumnKind kind_;
  std::string path_;
  std::string pattern_;
  std::string name_;
  bool filterable_ = false;
  bool sortable_ = false;
  bool immutable_ = false;
  bool empty_is_null_ = false;
};

inline Column Text(absl::string_view path) { return {ColumnKind::kText, path}; }
inline Column Number(absl::string_view path) { return {ColumnKind::kNumber, path}; }
inline Column Integer(absl::string_view path) { return {ColumnKind::kInteger, path}; }
inline Column Bool(absl::string_view path) { return {ColumnKind::kBool, path}; }
inline Column EnumName(absl::string_view path) { return {ColumnKind::kEnumName, path}; }
inline Column Timestamp(absl::string_view path) { return {ColumnKind::kTimestamp, path}; }
inline Column DateColumn(absl::string_view path) { return {ColumnKind::kDate, path}; }
// Filterable JSON columns are repeated scalars, searched with `:` (`services:EMERGENCY`).
inline Column Json(absl::string_view path) { return {ColumnKind::kJson, path}; }

// A resource name of which the id alone is stored (`area` in column `area_id`): the directorate is
// the row's own. A name with more ids below the directorate is stored as the ids joined by `/`.
// The pattern is that of the field's google.api.resource_reference unless given here.
inline Column Reference(absl::string_view path, absl::string_view pattern = "") {
  return {ColumnKind::kReference, path, pattern};
}

// The normalised text of a LocalizedText field (all three languages) or of a string field, for the
// filter operator `:`; sorts by the Arabic text first. Not a field of its own: written, never read.
inline Column Search(absl::string_view path) { return {ColumnKind::kSearch, path}; }

}  // namespace mudiriya::resource

#endif  // MUDIRIYA_COMMON_RESOURCE_COLUMN_H_
