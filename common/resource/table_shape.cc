#include "common/resource/table_shape.h"

#include <algorithm>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "common/resource/field_behavior.h"
#include "common/resource/table_sql.h"
#include "common/status/macros.h"
#include "google/api/resource.pb.h"

namespace mudiriya::resource {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;

constexpr absl::string_view kLocalizedText = "mudiriya.type.v1.LocalizedText";

absl::Status Misfit(const Descriptor& message, absl::string_view path, absl::string_view problem) {
  return absl::InvalidArgumentError(
      absl::StrCat("table of ", message.full_name(), ", column ", path, ": ", problem));
}

bool IsSingular(const FieldDescriptor& field, FieldDescriptor::CppType type) {
  return !field.is_repeated() && field.cpp_type() == type;
}

bool IsMessage(const FieldDescriptor& field, absl::string_view full_name) {
  return IsSingular(field, FieldDescriptor::CPPTYPE_MESSAGE) &&
         absl::string_view(field.message_type()->full_name()) == full_name;
}

bool IsInteger(const FieldDescriptor& field) {
  return IsSingular(field, FieldDescriptor::CPPTYPE_INT32) ||
         IsSingular(field, FieldDescriptor::CPPTYPE_INT64) ||
         IsSingular(field, FieldDescriptor::CPPTYPE_UINT32) ||
         IsSingular(field, FieldDescriptor::CPPTYPE_UINT64);
}

bool Fits(ColumnKind kind, const FieldDescriptor& leaf) {
  switch (kind) {
    case ColumnKind::kText:
    case ColumnKind::kReference:
      return IsSingular(leaf, FieldDescriptor::CPPTYPE_STRING);
    case ColumnKind::kNumber:
      return IsSingular(leaf, FieldDescriptor::CPPTYPE_DOUBLE) ||
             IsSingular(leaf, FieldDescriptor::CPPTYPE_FLOAT);
    case ColumnKind::kInteger:
      return IsInteger(leaf);
    case ColumnKind::kBool:
      return IsSingular(leaf, FieldDescriptor::CPPTYPE_BOOL);
    case ColumnKind::kEnumName:
      return IsSingular(leaf, FieldDescriptor::CPPTYPE_ENUM);
    case ColumnKind::kTimestamp:
      return IsMessage(leaf, "google.protobuf.Timestamp");
    case ColumnKind::kDate:
      return IsMessage(leaf, "google.type.Date");
    case ColumnKind::kJson:
      return leaf.is_repeated() || leaf.cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE;
    case ColumnKind::kSearch:
      return IsSingular(leaf, FieldDescriptor::CPPTYPE_STRING) || IsMessage(leaf, kLocalizedText);
  }
  return false;
}

// Walks the path; every field but the last is a message that is there once.
absl::StatusOr<std::vector<const FieldDescriptor*>> Resolve(const Descriptor& message,
                                                            absl::string_view path) {
  std::vector<const FieldDescriptor*> steps;
  const Descriptor* at = &message;
  for (absl::string_view part : absl::StrSplit(path, '.')) {
    if (at == nullptr) return Misfit(message, path, "goes through a field that is no message");
    const FieldDescriptor* field = at->FindFieldByName(std::string(part));
    if (field == nullptr) return Misfit(message, path, "no such field");
    const bool singular_message = IsSingular(*field, FieldDescriptor::CPPTYPE_MESSAGE);
    at = singular_message ? field->message_type() : nullptr;
    steps.push_back(field);
  }
  return steps;
}

absl::StatusOr<ResourcePattern> ReferencePattern(const Descriptor& message, const Column& column,
                                                 const FieldDescriptor& leaf) {
  if (!column.pattern().empty()) return ResourcePattern::Parse(column.pattern());
  const auto& option = leaf.options().GetExtension(google::api::resource_reference);
  auto pattern = ResourcePattern::OfType(option.type());
  if (pattern.ok() && pattern->variables().size() > 1) return pattern;
  return Misfit(message, column.path(),
                absl::StrCat("give the pattern, for resource_reference.type \"", option.type(),
                             "\" does not tell it"));
}

absl::StatusOr<StoredField> MakeField(const Descriptor& message, const Column& column) {
  StoredField field{column, {}, std::nullopt, column.immutable()};
  ASSIGN_OR_RETURN(field.steps, Resolve(message, column.path()));
  if (!Fits(column.kind(), *field.leaf())) {
    return Misfit(message, column.path(), "this kind of column cannot hold the field's type");
  }
  const bool repeated_message =
      field.leaf()->is_repeated() && field.leaf()->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE;
  const bool filterable_json = field.leaf()->is_repeated() && !repeated_message;
  if (column.kind() == ColumnKind::kJson && column.filterable() && !filterable_json) {
    return Misfit(message, column.path(), "only repeated scalars can be filtered");
  }
  if (column.kind() == ColumnKind::kReference) {
    ASSIGN_OR_RETURN(field.pattern, ReferencePattern(message, column, *field.leaf()));
  }
  for (const FieldDescriptor* step : field.steps) {
    field.immutable |= HasBehavior(*step, google::api::IMMUTABLE);
  }
  return field;
}

absl::Status CheckUnique(const TableShape& shape, const Descriptor& message) {
  std::vector<std::string> names = StoredColumns(shape);
  std::sort(names.begin(), names.end());
  const auto twice = std::adjacent_find(names.begin(), names.end());
  if (twice == names.end()) return absl::OkStatus();
  return Misfit(message, *twice, "declared twice");
}

void AddTime(absl::string_view path, const FieldDescriptor* field, TableShape* shape) {
  if (field == nullptr) return;
  shape->list_fields.push_back({std::string(path), std::string(path), ColumnKind::kTimestamp,
                                nullptr, /*filterable=*/true, /*sortable=*/true});
}

void AddListFields(TableShape* shape) {
  for (const StoredField& field : shape->fields) {
    const Column& column = field.column;
    if (!column.filterable() && !column.sortable()) continue;
    shape->list_fields.push_back({column.path(), column.name(), column.kind(), &field,
                                  column.filterable(), column.sortable()});
  }
  AddTime("create_time", shape->create_time, shape);
  AddTime("update_time", shape->update_time, shape);
  AddTime("delete_time", shape->delete_time, shape);
}

absl::Status AddFields(const Descriptor& message, const std::vector<Column>& columns,
                       TableShape* shape) {
  for (const Column& column : columns) {
    ASSIGN_OR_RETURN(StoredField field, MakeField(message, column));
    shape->fields.push_back(std::move(field));
  }
  RETURN_IF_ERROR(CheckUnique(*shape, message));
  AddListFields(shape);
  return absl::OkStatus();
}

void FindStandardFields(const Descriptor& message, TableShape* shape) {
  shape->name = message.FindFieldByName("name");
  shape->etag = message.FindFieldByName("etag");
  shape->create_time = message.FindFieldByName("create_time");
  shape->update_time = message.FindFieldByName("update_time");
  shape->delete_time = message.FindFieldByName("delete_time");
}

}  // namespace

absl::StatusOr<TableShape> MakeShape(const google::protobuf::Message& prototype,
                                     absl::string_view storage_table,
                                     const std::vector<Column>& columns) {
  const Descriptor& message = *prototype.GetDescriptor();
  TableShape shape;
  shape.storage = std::string(storage_table);
  shape.prototype = &prototype;
  shape.resource_type = message.options().GetExtension(google::api::resource).type();
  ASSIGN_OR_RETURN(shape.pattern, ResourcePattern::Of(message));
  for (const std::string& variable : shape.pattern.variables()) {
    shape.key_columns.push_back(absl::StrCat(variable, "_id"));
  }
  FindStandardFields(message, &shape);
  if (shape.name == nullptr) return Misfit(message, "name", "a resource has a field `name`");
  if (shape.key_columns.front() != "directorate_id") {
    return Misfit(message, "name", "the pattern does not begin with directorates/{directorate}");
  }
  RETURN_IF_ERROR(AddFields(message, columns, &shape));
  BuildStatements(&shape);
  return shape;
}

}  // namespace mudiriya::resource
