#include "common/resource/change_log.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/time/clock.h"
#include "common/db/connection.h"
#include "common/resource/batch.h"
#include "common/resource/change_rows.h"
#include "common/resource/field_value.h"
#include "common/resource/list_query.h"
#include "common/resource/name.h"
#include "common/resource/table_sql.h"
#include "common/status/macros.h"

namespace mudiriya::resource {
namespace {

constexpr size_t kColumns = 9;

std::string AppendStatement(size_t rows) {
  std::string sql =
      "INSERT INTO change_log (directorate_id, resource, resource_type, kind, changed_paths, "
      "caller, "
      "method, request_id, change_time) VALUES ";
  const std::string tuple = absl::StrCat("(", Placeholders(kColumns), ")");
  for (size_t i = 0; i < rows; ++i) absl::StrAppend(&sql, i == 0 ? "" : ", ", tuple);
  return sql;
}

void AppendRow(const ChangeOrigin& origin, const std::string& time, absl::string_view resource_type,
               const ChangeEntry& entry, std::vector<db::Value>* values) {
  values->emplace_back(std::string(DirectorateOf(entry.resource)));
  values->emplace_back(entry.resource);
  values->emplace_back(std::string(resource_type));
  values->emplace_back(std::string(Change::Kind_Name(entry.kind)));
  values->emplace_back(absl::StrJoin(entry.paths, ","));
  values->emplace_back(origin.caller);
  values->emplace_back(origin.method);
  values->emplace_back(origin.request_id);
  values->emplace_back(time);
}

absl::StatusOr<ChangePage> ReadPage(db::Transaction& tx, absl::string_view directorate,
                                    int64_t after_sequence, int32_t page_size) {
  const std::vector<db::Value> params = {std::string(directorate), after_sequence,
                                         int64_t{page_size} + 1};
  ASSIGN_OR_RETURN(
      const db::ResultSet result,
      tx.Query(absl::StrCat("SELECT ", kChangeColumns,
                            " FROM change_log WHERE directorate_id = ? AND sequence > ? "
                            "ORDER BY sequence LIMIT ?"),
               params));
  ChangePage page;
  page.more = result.size() > static_cast<size_t>(page_size);
  page.last_sequence = after_sequence;
  for (const db::Row row : result) {
    if (page.changes.size() == static_cast<size_t>(page_size)) break;
    page.changes.push_back(ReadChange(row));
    page.last_sequence = page.changes.back().sequence();
  }
  return page;
}

absl::StatusOr<ChangePage> SealAndRead(db::Connection& connection, absl::string_view directorate,
                                       absl::Time now, int64_t after_sequence, int32_t page_size,
                                       const ChangeSigner* signer) {
  RETURN_IF_ERROR(Seal(connection, directorate, now, signer).status());
  const int32_t size = page_size <= 0 ? kMaxPageSize : std::min(page_size, kMaxPageSize);
  return connection.ReadOne(
      [&](db::Transaction& tx) { return ReadPage(tx, directorate, after_sequence, size); });
}

}  // namespace

ChangeOrigin OriginOf(const Call& call, absl::string_view request_id) {
  return {call.caller().subject(), std::string(call.method()), std::string(request_id), call.now()};
}

absl::Status AppendChange(db::Transaction& tx, const ChangeOrigin& origin,
                          absl::string_view resource, absl::string_view resource_type,
                          Change::Kind kind, std::vector<std::string> paths) {
  const ChangeEntry entry{std::string(resource), kind, std::move(paths)};
  return AppendChanges(tx, origin, resource_type, {entry});
}

absl::Status AppendChanges(db::Transaction& tx, const ChangeOrigin& origin,
                           absl::string_view resource_type, absl::Span<const ChangeEntry> entries) {
  const std::string time = TimeText(origin.time);
  while (!entries.empty()) {
    const size_t size = BatchSize(entries.size(), kColumns);
    std::vector<db::Value> values;
    values.reserve(size * kColumns);
    for (const ChangeEntry& entry : entries.first(size)) {
      AppendRow(origin, time, resource_type, entry, &values);
    }
    RETURN_IF_ERROR(tx.Execute(AppendStatement(size), values).status());
    entries.remove_prefix(size);
  }
  return absl::OkStatus();
}

absl::StatusOr<ChangePage> ListChanges(Call& call, absl::string_view directorate,
                                       int64_t after_sequence, int32_t page_size,
                                       const ChangeSigner* signer) {
  return SealAndRead(call.db(), directorate, call.now(), after_sequence, page_size, signer);
}

absl::StatusOr<ChangePage> ListChanges(db::Connection& connection, absl::string_view directorate,
                                       int64_t after_sequence, int32_t page_size,
                                       const ChangeSigner* signer) {
  return SealAndRead(connection, directorate, absl::Now(), after_sequence, page_size, signer);
}

}  // namespace mudiriya::resource
