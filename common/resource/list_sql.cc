#include "common/resource/list_sql.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/types/span.h"
#include "common/resource/filter.h"
#include "common/resource/keyset.h"
#include "common/resource/page_token.h"
#include "common/resource/table_sql.h"
#include "common/status/macros.h"

namespace mudiriya::resource {
namespace {

void And(Condition condition, Condition* all) {
  if (condition.sql.empty()) return;
  absl::StrAppend(&all->sql, all->sql.empty() ? "" : " AND ", condition.sql);
  std::move(condition.params.begin(), condition.params.end(), std::back_inserter(all->params));
}

// The tenant: one directorate, those that the caller may see, or all of them.
Condition DirectorateCondition(const ListQuery& query) {
  const std::vector<std::string>& ids = query.parent.ids();
  if (!ids.empty() && ids.front() != kAny) return {"directorate_id = ?", {ids.front()}};
  if (query.scope.all) return {"directorate_id > ''", {}};
  if (query.scope.ids.empty()) return {"directorate_id IN (NULL)", {}};
  Condition out;
  out.sql = absl::StrCat("directorate_id IN (", Placeholders(query.scope.ids.size()), ")");
  out.params.assign(query.scope.ids.begin(), query.scope.ids.end());
  return out;
}

Condition ParentCondition(const TableShape& shape, const ListQuery& query) {
  Condition all = DirectorateCondition(query);
  const std::vector<std::string>& ids = query.parent.ids();
  for (size_t i = 1; i < ids.size(); ++i) {
    if (ids[i] == kAny) continue;
    And({absl::StrCat(shape.key_columns[i], " = ?"), {ids[i]}}, &all);
  }
  return all;
}

// Key columns that the parent settles need no sorting, so that the primary key gives the order.
void DropSettled(const TableShape& shape, const ListQuery& query, std::vector<SortKey>* keys) {
  const std::vector<std::string>& ids = query.parent.ids();
  for (size_t i = 0; i < ids.size(); ++i) {
    if (ids[i] == kAny || keys->size() == 1) continue;
    keys->erase(
        std::remove_if(keys->begin(), keys->end(),
                       [&](const SortKey& key) { return key.column == shape.key_columns[i]; }),
        keys->end());
  }
}

// Finds each sort key among the selected columns; selects those that are not (search columns).
std::string SelectWithKeys(const TableShape& shape, absl::string_view source,
                           ListStatement* statement) {
  std::vector<std::string> columns = SelectedColumns(shape);
  std::string sql = shape.select_list;
  for (const SortKey& key : statement->keys) {
    auto found = std::find(columns.begin(), columns.end(), key.column);
    if (found == columns.end()) {
      absl::StrAppend(&sql, ", ", key.column);
      found = columns.insert(found, key.column);
    }
    statement->key_cells.push_back(found - columns.begin());
  }
  return absl::StrCat(sql, " FROM ", source.empty() ? shape.storage : source, " WHERE ");
}

std::string OrderBy(absl::Span<const SortKey> keys) {
  return absl::StrCat(" ORDER BY ",
                      absl::StrJoin(keys, ", ", [](std::string* out, const SortKey& key) {
                        absl::StrAppend(out, key.column, key.descending ? " DESC" : "");
                      }));
}

// What makes two queries the same. A page may be of another size than the one before.
std::string QueryFingerprint(const TableShape& shape, const ListQuery& query) {
  std::string own;
  for (const Condition* part : {&query.source, &query.condition}) {
    absl::StrAppend(&own, part->sql, " ");
    for (const db::Value& value : part->params) {
      absl::StrAppend(&own, EncodePageToken("", {value}), " ");
    }
  }
  return Fingerprint({shape.storage, query.parent.text(), query.filter, query.order_by,
                      query.show_deleted ? "deleted" : "", own});
}

absl::StatusOr<Condition> WhereCondition(const TableShape& shape, const ListQuery& query,
                                         const ListStatement& statement) {
  Condition where = ParentCondition(shape, query);
  if (shape.delete_time != nullptr && !query.show_deleted) And({"delete_time IS NULL", {}}, &where);
  ASSIGN_OR_RETURN(Condition filter, CompileFilter(shape, query.filter));
  And(std::move(filter), &where);
  if (!query.condition.sql.empty()) {
    And({absl::StrCat("(", query.condition.sql, ")"), query.condition.params}, &where);
  }
  if (!query.page_token.empty()) {
    ASSIGN_OR_RETURN(
        const std::vector<db::Value> after,
        DecodePageToken(query.page_token, statement.fingerprint, statement.keys.size()));
    And(AfterKey(statement.keys, after), &where);
  }
  return where;
}

}  // namespace

absl::StatusOr<ListStatement> MakeListStatement(const TableShape& shape, const ListQuery& query) {
  ListStatement statement;
  ASSIGN_OR_RETURN(statement.page_size, EffectivePageSize(query.page_size));
  ASSIGN_OR_RETURN(statement.keys, ParseOrderBy(shape, query.order_by));
  DropSettled(shape, query, &statement.keys);
  statement.fingerprint = QueryFingerprint(shape, query);
  ASSIGN_OR_RETURN(Condition where, WhereCondition(shape, query, statement));
  statement.sql = SelectWithKeys(shape, query.source.sql, &statement);
  absl::StrAppend(&statement.sql, where.sql, OrderBy(statement.keys), " LIMIT ?");
  statement.params = query.source.params;
  std::move(where.params.begin(), where.params.end(), std::back_inserter(statement.params));
  statement.params.emplace_back(int64_t{statement.page_size} + 1);
  return statement;
}

std::vector<db::Value> SortKeyOf(const ListStatement& statement, const db::Row& row) {
  std::vector<db::Value> key;
  for (const size_t cell : statement.key_cells) key.push_back(row.Cell(cell));
  return key;
}

std::vector<std::string> ListStatements(const TableShape& shape) {
  ListQuery one;
  ListQuery some;
  some.scope.ids = {"a", "b"};
  ListQuery every;
  every.scope.all = true;
  if (shape.pattern.collections().size() > 1) {
    const ResourcePattern parent = shape.pattern.Parent();
    one.parent = parent.Make(std::vector<std::string>(parent.variables().size(), "a"));
    some.parent = parent.Make(std::vector<std::string>(parent.variables().size(), "-"));
    every.parent = some.parent;
  }
  for (const ListField& field : shape.list_fields) {
    if (field.sortable)
      absl::StrAppend(&one.order_by, one.order_by.empty() ? "" : ", ", field.path);
    if (one.order_by.find(',') != one.order_by.npos) break;
  }
  std::vector<std::string> statements;
  for (const ListQuery& query : {one, some, every}) {
    auto statement = MakeListStatement(shape, query);
    if (statement.ok()) statements.push_back(std::move(statement->sql));
  }
  return statements;
}

}  // namespace mudiriya::resource
