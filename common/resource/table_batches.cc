// The operations of TableCore that take many rows at once.
#include <algorithm>
#include <map>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "common/resource/batch.h"
#include "common/resource/field_value.h"
#include "common/resource/list_sql.h"
#include "common/resource/page_token.h"
#include "common/resource/table_core.h"
#include "common/resource/table_rows.h"
#include "common/resource/table_sql.h"
#include "common/status/macros.h"

namespace mudiriya::resource {
namespace {

using google::protobuf::Message;

// Reading many rows by name: each row found is handed to every place that asked for it.
class ManyReader {
 public:
  ManyReader(const TableShape& shape, db::Transaction& tx, Lock lock, NewMessageAt at)
      : shape_(shape), tx_(tx), lock_(lock == Lock::kForUpdate), at_(at) {}

  absl::Status Run(absl::Span<const ResourceName> names) {
    // One directorate at a time, as the table is sharded by it.
    std::map<absl::string_view, std::vector<const ResourceName*>> by_directorate;
    for (size_t i = 0; i < names.size(); ++i) {
      std::vector<size_t>& places = wanted_[names[i].text()];
      places.push_back(i);
      if (places.size() == 1) by_directorate[names[i].directorate()].push_back(&names[i]);
    }
    for (const auto& [directorate, group] : by_directorate) RETURN_IF_ERROR(ReadGroup(group));
    return absl::OkStatus();
  }

 private:
  using Group = absl::Span<const ResourceName* const>;

  absl::Status ReadGroup(Group group) {
    const bool siblings = std::all_of(group.begin(), group.end(), [&](const ResourceName* name) {
      return std::equal(name->ids().begin(), name->ids().end() - 1, group[0]->ids().begin());
    });
    const size_t limit = siblings ? kMaxBatchRows : kMaxScatteredKeys;
    for (size_t start = 0; start < group.size(); start += limit) {
      RETURN_IF_ERROR(ReadBatch(group.subspan(start, limit), siblings));
    }
    return absl::OkStatus();
  }

  // The last key is repeated until the statement is of one of few sizes, so that it stays prepared.
  absl::Status ReadBatch(Group batch, bool siblings) {
    const size_t size = PaddedBatchSize(batch.size());
    const std::vector<std::string>& first = batch[0]->ids();
    const size_t shared = siblings ? first.size() - 1 : 1;
    std::vector<db::Value> params(first.begin(), first.begin() + shared);
    for (size_t i = 0; i < size; ++i) {
      const std::vector<std::string>& ids = batch[std::min(i, batch.size() - 1)]->ids();
      params.insert(params.end(), ids.begin() + shared, ids.end());
    }
    const std::string sql = siblings ? SelectManyStatement(shape_, size, lock_)
                                     : SelectScatteredStatement(shape_, size, lock_);
    ASSIGN_OR_RETURN(const db::ResultSet result, tx_.Query(sql, params));
    for (const db::Row row : result) Deliver(row);
    return absl::OkStatus();
  }

  void Deliver(const db::Row& row) {
    std::vector<std::string> ids;
    for (size_t i = 0; i < shape_.key_columns.size(); ++i) ids.push_back(row.Text(i));
    const auto found = wanted_.find(shape_.pattern.Format(ids));
    if (found == wanted_.end()) return;
    for (const size_t place : found->second) ReadRow(shape_, row, *at_(place));
  }

  const TableShape& shape_;
  db::Transaction& tx_;
  const bool lock_;
  NewMessageAt at_;
  absl::flat_hash_map<std::string, std::vector<size_t>> wanted_;
};

}  // namespace

absl::Status TableCore::GetManyInto(db::Transaction& tx, absl::Span<const ResourceName> names,
                                    Lock lock, NewMessageAt at) const {
  return ManyReader(shape_, tx, lock, at).Run(names);
}

absl::Status TableCore::StoreBatch(db::Transaction& tx, absl::Span<Message* const> rows,
                                   const std::string& now, bool upsert) const {
  std::vector<db::Value> values;
  values.reserve(rows.size() * stored_columns_);
  ResourceName name;
  for (const Message* row : rows) {
    ASSIGN_OR_RETURN(name, NameOf(*row));
    RETURN_IF_ERROR(CheckReferences(shape_, *row, name.directorate(), "").ToStatus());
    AppendStoredRow(shape_, name, *row, now, &values);
  }
  const auto stored = tx.Execute(InsertStatement(shape_, rows.size(), upsert), values);
  return stored.ok() ? absl::OkStatus() : ExplainDuplicate(stored.status(), name);
}

absl::Status TableCore::StoreMessages(db::Transaction& tx, absl::Span<Message* const> rows,
                                      absl::Time now, bool upsert) const {
  const std::string now_text = TimeText(now);
  while (!rows.empty()) {
    const size_t size = BatchSize(rows.size(), stored_columns_);
    RETURN_IF_ERROR(StoreBatch(tx, rows.first(size), now_text, upsert));
    rows.remove_prefix(size);
  }
  return absl::OkStatus();
}

absl::Status TableCore::InsertMessages(db::Transaction& tx, const std::vector<Message*>& rows,
                                       absl::Time now) const {
  for (Message* row : rows) {
    if (shape_.create_time != nullptr) SetTimestamp(now, *row, shape_.create_time);
    if (shape_.update_time != nullptr) SetTimestamp(now, *row, shape_.update_time);
    if (shape_.delete_time != nullptr) row->GetReflection()->ClearField(row, shape_.delete_time);
    SetVersion(shape_, 1, *row);
  }
  return StoreMessages(tx, rows, now, /*upsert=*/false);
}

absl::Status TableCore::UpdateMessages(db::Transaction& tx, const std::vector<Message*>& rows,
                                       absl::Time now) const {
  for (Message* row : rows) {
    if (shape_.update_time != nullptr) SetTimestamp(now, *row, shape_.update_time);
    SetVersion(shape_, VersionOf(shape_, *row) + 1, *row);
  }
  return StoreMessages(tx, rows, now, /*upsert=*/true);
}

absl::Status TableCore::ListInto(db::Transaction& tx, const ListQuery& query, NewMessage next,
                                 std::string* next_page_token) const {
  ASSIGN_OR_RETURN(const ListStatement statement, MakeListStatement(shape_, query));
  ASSIGN_OR_RETURN(const db::ResultSet result, tx.Query(statement.sql, statement.params));
  const size_t shown = std::min<size_t>(result.size(), statement.page_size);
  for (size_t i = 0; i < shown; ++i) ReadRow(shape_, result[i], *next());
  next_page_token->clear();
  if (result.size() > shown) {
    *next_page_token =
        EncodePageToken(statement.fingerprint, SortKeyOf(statement, result[shown - 1]));
  }
  return absl::OkStatus();
}

}  // namespace mudiriya::resource
