#ifndef MUDIRIYA_COMMON_RESOURCE_TABLE_SHAPE_H_
#define MUDIRIYA_COMMON_RESOURCE_TABLE_SHAPE_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "common/resource/column.h"
#include "common/resource/name.h"
#include "google/protobuf/message.h"

namespace mudiriya::resource {

// A declared column, resolved against the message's descriptor.
struct StoredField {
  Column column;
  // From the message to the leaf, e.g. {display_name, ar}.
  std::vector<const google::protobuf::FieldDescriptor*> steps;
  // References: the pattern of the referred resource.
  std::optional<ResourcePattern> pattern;
  // May not change after creation.
  bool immutable = false;

  const google::protobuf::FieldDescriptor* leaf() const { return steps.back(); }
  bool is_search() const { return column.kind() == ColumnKind::kSearch; }
};

// What a list's filter and order_by may name.
struct ListField {
  std::string path;    // as requests write it: `display_name`, `create_time`
  std::string column;  // as SQL does: `display_name_search`
  ColumnKind kind;
  const StoredField* field;  // null for the times that each resource has
  bool filterable;
  bool sortable;
};

// A table as the other parts of this folder see it: columns and the SQL made of them, once.
struct TableShape {
  TableShape() = default;
  TableShape(TableShape&&) = default;
  TableShape& operator=(TableShape&&) = default;

  std::string storage;        // the storage table, e.g. "facility"
  std::string resource_type;  // e.g. "registry.mudiriya.health/Facility"
  ResourcePattern pattern;
  const google::protobuf::Message* prototype = nullptr;
  std::vector<std::string> key_columns;  // directorate_id first
  std::vector<StoredField> fields;       // as declared

  std::vector<ListField> list_fields;  // those of `fields` that lists know, and the times

  // Standard fields; null where the message has none. `name` is always there.
  const google::protobuf::FieldDescriptor* name = nullptr;
  const google::protobuf::FieldDescriptor* etag = nullptr;
  const google::protobuf::FieldDescriptor* create_time = nullptr;
  const google::protobuf::FieldDescriptor* update_time = nullptr;
  const google::protobuf::FieldDescriptor* delete_time = nullptr;

  // Statements, and pieces of them.
  std::string select_list;  // SELECT directorate_id, facility_id, …
  std::string select;       // the same, and FROM facility WHERE
  std::string get_row;      // the row of a key
  std::string get_row_locked;
  std::string key_equals;    // directorate_id = ? AND facility_id = ?
  std::string insert_head;   // INSERT INTO facility (…) VALUES
  std::string insert_tuple;  // (?, ?, …)
  std::string update_row;    // UPDATE facility SET … WHERE … AND row_version = ?
  std::string upsert_tail;   // ON DUPLICATE KEY UPDATE …
  std::string set_deleted;   // UPDATE facility SET delete_time = ?, … WHERE …
  std::string delete_row;    // DELETE FROM facility WHERE …
};

// Returns INVALID_ARGUMENT, saying what is wrong, if a column's path or kind does not fit the
// message.
absl::StatusOr<TableShape> MakeShape(const google::protobuf::Message& prototype,
                                     absl::string_view storage_table,
                                     const std::vector<Column>& columns);

}  // namespace mudiriya::resource

#endif  // MUDIRIYA_COMMON_RESOURCE_TABLE_SHAPE_H_
