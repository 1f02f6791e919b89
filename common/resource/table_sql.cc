#include "common/resource/table_sql.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace mudiriya::resource {
namespace {

void AppendEquals(absl::Span<const std::string> columns, std::string* sql,
                  absl::string_view separator) {
  absl::StrAppend(sql, absl::StrJoin(columns, separator, [](std::string* out, const auto& column) {
                    absl::StrAppend(out, column, " = ?");
                  }));
}

// Columns that an update stores: the fields that may change, update_time, row_version.
std::vector<std::string> UpdatedColumns(const TableShape& shape) {
  std::vector<std::string> columns;
  for (const StoredField& field : shape.fields) {
    if (!field.immutable) columns.push_back(field.column.name());
  }
  if (shape.update_time != nullptr) columns.emplace_back("update_time");
  if (shape.etag != nullptr) columns.emplace_back("row_version");
  return columns;
}

std::string UpdateStatement(const TableShape& shape, absl::Span<const std::string> columns) {
  std::string sql = absl::StrCat("UPDATE ", shape.storage, " SET ");
  AppendEquals(columns, &sql, ", ");
  absl::StrAppend(&sql, " WHERE ", shape.key_equals);
  if (shape.etag != nullptr) absl::StrAppend(&sql, " AND row_version = ?");
  return sql;
}

std::string DeleteTimeStatement(const TableShape& shape) {
  std::vector<std::string> columns = {"delete_time"};
  if (shape.update_time != nullptr) columns.emplace_back("update_time");
  if (shape.etag != nullptr) columns.emplace_back("row_version");
  return UpdateStatement(shape, columns);
}

std::string UpsertTail(const TableShape& shape) {
  return absl::StrCat(
      " ON DUPLICATE KEY UPDATE ",
      absl::StrJoin(UpdatedColumns(shape), ", ", [](std::string* out, const std::string& column) {
        absl::StrAppend(out, column, " = VALUES(", column, ")");
      }));
}

}  // namespace

std::vector<std::string> SelectedColumns(const TableShape& shape) {
  std::vector<std::string> columns = shape.key_columns;
  for (const StoredField& field : shape.fields) {
    if (!field.is_search()) columns.push_back(field.column.name());
  }
  if (shape.create_time != nullptr) columns.emplace_back("create_time");
  if (shape.update_time != nullptr) columns.emplace_back("update_time");
  if (shape.delete_time != nullptr) columns.emplace_back("delete_time");
  if (shape.etag != nullptr) columns.emplace_back("row_version");
  return columns;
}

std::vector<std::string> StoredColumns(const TableShape& shape) {
  std::vector<std::string> columns = shape.key_columns;
  for (const StoredField& field : shape.fields) columns.push_back(field.column.name());
  if (shape.create_time != nullptr) columns.emplace_back("create_time");
  if (shape.update_time != nullptr) columns.emplace_back("update_time");
  if (shape.etag != nullptr) columns.emplace_back("row_version");
  return columns;
}

void BuildStatements(TableShape* shape) {
  AppendEquals(shape->key_columns, &shape->key_equals, " AND ");
  shape->select_list = absl::StrCat("SELECT ", absl::StrJoin(SelectedColumns(*shape), ", "));
  shape->select = absl::StrCat(shape->select_list, " FROM ", shape->storage, " WHERE ");
  shape->get_row = absl::StrCat(shape->select, shape->key_equals);
  shape->get_row_locked = absl::StrCat(shape->get_row, " FOR UPDATE");
  const std::vector<std::string> stored = StoredColumns(*shape);
  shape->insert_head =
      absl::StrCat("INSERT INTO ", shape->storage, " (", absl::StrJoin(stored, ", "), ") VALUES ");
  shape->insert_tuple = absl::StrCat("(", Placeholders(stored.size()), ")");
  shape->upsert_tail = UpsertTail(*shape);
  shape->update_row = UpdateStatement(*shape, UpdatedColumns(*shape));
  if (shape->delete_time != nullptr) shape->set_deleted = DeleteTimeStatement(*shape);
  shape->delete_row = absl::StrCat("DELETE FROM ", shape->storage, " WHERE ", shape->key_equals);
  if (shape->etag != nullptr) absl::StrAppend(&shape->delete_row, " AND row_version = ?");
}

std::string InsertStatement(const TableShape& shape, size_t rows, bool upsert) {
  std::string sql = shape.insert_head;
  for (size_t i = 0; i < rows; ++i) absl::StrAppend(&sql, i == 0 ? "" : ", ", shape.insert_tuple);
  if (upsert) absl::StrAppend(&sql, shape.upsert_tail);
  return sql;
}

std::string SelectScatteredStatement(const TableShape& shape, size_t keys, bool lock) {
  std::string alternative;
  AppendEquals(absl::MakeConstSpan(shape.key_columns).subspan(1), &alternative, " AND ");
  std::string sql = absl::StrCat(shape.select, shape.key_columns[0], " = ? AND (");
  for (size_t i = 0; i < keys; ++i) absl::StrAppend(&sql, i == 0 ? "(" : " OR (", alternative, ")");
  return absl::StrCat(sql, ")", lock ? " FOR UPDATE" : "");
}

std::string SelectManyStatement(const TableShape& shape, size_t keys, bool lock) {
  std::string sql = shape.select;
  const size_t last = shape.key_columns.size() - 1;
  AppendEquals(absl::MakeConstSpan(shape.key_columns).first(last), &sql, " AND ");
  absl::StrAppend(&sql, last == 0 ? "" : " AND ", shape.key_columns[last], " IN (",
                  Placeholders(keys), ")", lock ? " FOR UPDATE" : "");
  return sql;
}

std::string Placeholders(size_t count) {
  std::string sql;
  for (size_t i = 0; i < count; ++i) absl::StrAppend(&sql, i == 0 ? "?" : ", ?");
  return sql;
}

}  // namespace mudiriya::resource
