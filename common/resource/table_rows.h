#ifndef MUDIRIYA_COMMON_RESOURCE_TABLE_ROWS_H_
#define MUDIRIYA_COMMON_RESOURCE_TABLE_ROWS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "common/db/result_set.h"
#include "common/resource/table_shape.h"
#include "google/protobuf/message.h"

namespace mudiriya::resource {

// Fills an empty message from a row of SelectedColumns.
void ReadRow(const TableShape& shape, const db::Row& row, google::protobuf::Message& message);

// Appends what InsertStatement binds for one row: StoredColumns. `now` is a TimeText.
void AppendStoredRow(const TableShape& shape, const ResourceName& name,
                     const google::protobuf::Message& message, const std::string& now,
                     std::vector<db::Value>* values);

// Appends what update_row binds before its key: the fields that may change, update_time, version.
void AppendUpdatedRow(const TableShape& shape, const google::protobuf::Message& message,
                      const std::string& now, std::vector<db::Value>* values);

void AppendKey(const ResourceName& name, std::vector<db::Value>* values);

// The row version that the message's etag stands for; 0 if it is none of ours, or has none.
int64_t VersionOf(const TableShape& shape, const google::protobuf::Message& message);
void SetVersion(const TableShape& shape, int64_t version, google::protobuf::Message& message);

}  // namespace mudiriya::resource

#endif  // MUDIRIYA_COMMON_RESOURCE_TABLE_ROWS_H_
