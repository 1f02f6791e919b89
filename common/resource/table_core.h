#ifndef MUDIRIYA_COMMON_RESOURCE_TABLE_CORE_H_
#define MUDIRIYA_COMMON_RESOURCE_TABLE_CORE_H_

#include <string>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "absl/types/span.h"
#include "common/db/transaction.h"
#include "common/resource/column.h"
#include "common/resource/list_query.h"
#include "common/resource/name.h"
#include "common/resource/table_shape.h"
#include "common/resource/validate.h"
#include "google/protobuf/message.h"

namespace mudiriya::resource {

// Whether a read keeps others from writing the row until the transaction ends.
enum class Lock { kNone, kForUpdate };

// Makes room for the next row read; the message lives as long as the caller wants it.
using NewMessage = absl::FunctionRef<google::protobuf::Message*()>;
using NewMessageAt = absl::FunctionRef<google::protobuf::Message*(size_t index)>;

// The operations of a table over any message; Table<M> gives them their type. Services use that.
class TableCore {
 public:
  using Message = google::protobuf::Message;

  TableCore(const Message& prototype, absl::string_view storage_table,
            const std::vector<Column>& columns);

  const TableShape& shape() const { return shape_; }
  const ResourcePattern& pattern() const { return shape_.pattern; }
  // Such as `registry.mudiriya.health/Facility`.
  const std::string& resource_type() const { return shape_.resource_type; }
  // Of the message, for ClearOutputOnly and for rows that do not come in a validated request.
  const MethodRules& rules() const { return rules_; }
  bool soft_delete() const { return shape_.delete_time != nullptr; }

  absl::Status GetInto(db::Transaction& tx, const ResourceName& name, Lock lock,
                       Message& row) const;
  absl::Status GetManyInto(db::Transaction& tx, absl::Span<const ResourceName> names, Lock lock,
                           NewMessageAt at) const;
  absl::Status ListInto(db::Transaction& tx, const ListQuery& query, NewMessage next,
                        std::string* next_page_token) const;
  absl::Status InsertMessage(db::Transaction& tx, Message& row, absl::Time now) const;
  absl::Status InsertMessages(db::Transaction& tx, const std::vector<Message*>& rows,
                              absl::Time now) const;
  absl::Status UpdateMessage(db::Transaction& tx, const Message& old, Message& next,
                             absl::Time now) const;
  absl::Status UpdateMessages(db::Transaction& tx, const std::vector<Message*>& rows,
                              absl::Time now) const;
  absl::Status SetDeleted(db::Transaction& tx, Message& row, absl::Time now, bool deleted) const;
  absl::Status DeleteRow(db::Transaction& tx, const Message& row) const;

  // How many values one row binds when it is inserted.
  size_t stored_columns() const { return stored_columns_; }
  // The stored fields in which the two differ, as field mask paths.
  std::vector<std::string> ChangedPaths(const Message& old, const Message& next) const;
  // The name in the message's `name` field. Returns INVALID_ARGUMENT if it is not of the pattern.
  absl::StatusOr<ResourceName> NameOf(const Message& row) const;

 private:
  absl::Status StoreMessages(db::Transaction& tx, absl::Span<Message* const> rows, absl::Time now,
                             bool upsert) const;
  // One statement.
  absl::Status StoreBatch(db::Transaction& tx, absl::Span<Message* const> rows,
                          const std::string& now, bool upsert) const;
  // Says which name or field is taken, if that is what the status is about.
  absl::Status ExplainDuplicate(const absl::Status& status, const ResourceName& name) const;

  TableShape shape_;
  MethodRules rules_;
  size_t stored_columns_;
};

// Every kind of statement that the table generates, for reviewers and the golden test.
std::vector<std::string> AllStatements(const TableCore& table);

}  // namespace mudiriya::resource

#endif  // MUDIRIYA_COMMON_RESOURCE_TABLE_CORE_H_
