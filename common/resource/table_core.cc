#include "common/resource/table_core.h"

#include <cstdio>
#include <cstdlib>
#include <utility>

#include "common/db/sql_error.h"
#include "common/resource/field_value.h"
#include "common/resource/list_sql.h"
#include "common/resource/table_rows.h"
#include "common/resource/table_sql.h"
#include "common/status/errors.h"
#include "common/status/macros.h"

namespace mudiriya::resource {
namespace {

template <typename T>
T OrDie(absl::StatusOr<T> made) {
  if (made.ok()) return *std::move(made);
  std::fprintf(stderr, "%s\n", made.status().ToString().c_str());
  std::abort();
}

}  // namespace

TableCore::TableCore(const Message& prototype, absl::string_view storage_table,
                     const std::vector<Column>& columns)
    : shape_(OrDie(MakeShape(prototype, storage_table, columns))),
      rules_(OrDie(MethodRules::Compile(prototype.GetDescriptor()))),
      stored_columns_(StoredColumns(shape_).size()) {}

absl::Status TableCore::GetInto(db::Transaction& tx, const ResourceName& name, Lock lock,
                                Message& row) const {
  std::vector<db::Value> key;
  AppendKey(name, &key);
  const std::string& sql = lock == Lock::kForUpdate ? shape_.get_row_locked : shape_.get_row;
  ASSIGN_OR_RETURN(const db::ResultSet result, tx.Query(sql, key));
  if (result.empty()) return NotFound(name.text());
  row.Clear();
  ReadRow(shape_, result.front(), row);
  return absl::OkStatus();
}

absl::Status TableCore::InsertMessage(db::Transaction& tx, Message& row, absl::Time now) const {
  return InsertMessages(tx, {&row}, now);
}

absl::Status TableCore::UpdateMessage(db::Transaction& tx, const Message& old, Message& next,
                                      absl::Time now) const {
  ASSIGN_OR_RETURN(const ResourceName name, NameOf(next));
  RETURN_IF_ERROR(CheckReferences(shape_, next, name.directorate(), "").ToStatus());
  const int64_t version = VersionOf(shape_, old);
  SetVersion(shape_, version + 1, next);
  if (shape_.update_time != nullptr) SetTimestamp(now, next, shape_.update_time);
  std::vector<db::Value> values;
  AppendUpdatedRow(shape_, next, TimeText(now), &values);
  AppendKey(name, &values);
  if (shape_.etag != nullptr) values.emplace_back(version);
  absl::StatusOr<int64_t> affected = tx.Execute(shape_.update_row, values);
  if (!affected.ok()) return ExplainDuplicate(affected.status(), name);
  // Without a version, a row that was already so counts as not affected.
  if (*affected == 0 && shape_.etag != nullptr) return Stale(name.text());
  return absl::OkStatus();
}

absl::Status TableCore::SetDeleted(db::Transaction& tx, Message& row, absl::Time now,
                                   bool deleted) const {
  ASSIGN_OR_RETURN(const ResourceName name, NameOf(row));
  const int64_t version = VersionOf(shape_, row);
  std::vector<db::Value> values;
  if (deleted) {
    SetTimestamp(now, row, shape_.delete_time);
    values.emplace_back(TimeText(now));
  } else {
    row.GetReflection()->ClearField(&row, shape_.delete_time);
    values.emplace_back(nullptr);
  }
  if (shape_.update_time != nullptr) {
    SetTimestamp(now, row, shape_.update_time);
    values.emplace_back(TimeText(now));
  }
  SetVersion(shape_, version + 1, row);
  if (shape_.etag != nullptr) values.emplace_back(version + 1);
  AppendKey(name, &values);
  if (shape_.etag != nullptr) values.emplace_back(version);
  ASSIGN_OR_RETURN(const int64_t affected, tx.Execute(shape_.set_deleted, values));
  if (affected == 0) return Stale(name.text());
  return absl::OkStatus();
}

absl::Status TableCore::DeleteRow(db::Transaction& tx, const Message& row) const {
  ASSIGN_OR_RETURN(const ResourceName name, NameOf(row));
  std::vector<db::Value> values;
  AppendKey(name, &values);
  if (shape_.etag != nullptr) values.emplace_back(VersionOf(shape_, row));
  ASSIGN_OR_RETURN(const int64_t affected, tx.Execute(shape_.delete_row, values));
  if (affected == 0) return Stale(name.text());
  return absl::OkStatus();
}

absl::Status TableCore::ExplainDuplicate(const absl::Status& status,
                                         const ResourceName& name) const {
  if (!absl::IsAlreadyExists(status)) return status;
  const auto error = db::SqlErrorOf(status);
  if (!error.has_value() || error->constraint.empty() || error->constraint == "PRIMARY") {
    return AlreadyExists(name.text());
  }
  // A unique key bears the name of its column.
  std::string field = error->constraint;
  for (const StoredField& stored : shape_.fields) {
    if (stored.column.name() == error->constraint) field = stored.column.path();
  }
  return Error(Reason::VALUE_TAKEN, {{"field", field}});
}

std::vector<std::string> TableCore::ChangedPaths(const Message& old, const Message& next) const {
  std::vector<std::string> paths;
  for (const StoredField& field : shape_.fields) {
    if (field.is_search()) continue;
    if (ReadField(field, old) != ReadField(field, next)) paths.push_back(field.column.path());
  }
  return paths;
}

absl::StatusOr<ResourceName> TableCore::NameOf(const Message& row) const {
  std::string scratch;
  return shape_.pattern.ParseName(
      row.GetReflection()->GetStringReference(row, shape_.name, &scratch));
}

std::vector<std::string> AllStatements(const TableCore& table) {
  const TableShape& shape = table.shape();
  std::vector<std::string> statements = {shape.get_row, shape.get_row_locked,
                                         SelectManyStatement(shape, 2, /*lock=*/false),
                                         SelectManyStatement(shape, 2, /*lock=*/true)};
  if (shape.key_columns.size() > 2) {
    statements.push_back(SelectScatteredStatement(shape, 2, /*lock=*/true));
  }
  for (std::string& list : ListStatements(shape)) statements.push_back(std::move(list));
  statements.push_back(InsertStatement(shape, 1, /*upsert=*/false));
  statements.push_back(InsertStatement(shape, 2, /*upsert=*/true));
  statements.push_back(shape.update_row);
  if (table.soft_delete()) statements.push_back(shape.set_deleted);
  statements.push_back(shape.delete_row);
  return statements;
}

}  // namespace mudiriya::resource
