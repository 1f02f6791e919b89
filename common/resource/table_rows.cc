#include "common/resource/table_rows.h"

#include <utility>

#include "common/resource/etag.h"
#include "common/resource/field_value.h"

namespace mudiriya::resource {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

void ReadRow(const TableShape& shape, const db::Row& row, Message& message) {
  std::vector<std::string> ids;
  for (size_t i = 0; i < shape.key_columns.size(); ++i) ids.push_back(row.Text(i));
  const auto& reflection = *message.GetReflection();
  reflection.SetString(&message, shape.name, shape.pattern.Format(ids));
  size_t at = ids.size();
  for (const StoredField& field : shape.fields) {
    if (!field.is_search()) WriteField(field, row.Cell(at++), ids.front(), message);
  }
  for (const FieldDescriptor* time : {shape.create_time, shape.update_time, shape.delete_time}) {
    if (time != nullptr) SetTimestampText(row.Cell(at++), message, time);
  }
  if (shape.etag != nullptr) SetVersion(shape, row.Int64(at), message);
}

void AppendStoredRow(const TableShape& shape, const ResourceName& name, const Message& message,
                     const std::string& now, std::vector<db::Value>* values) {
  AppendKey(name, values);
  for (const StoredField& field : shape.fields) values->push_back(ReadField(field, message));
  if (shape.create_time != nullptr) values->emplace_back(now);
  if (shape.update_time != nullptr) values->emplace_back(now);
  if (shape.etag != nullptr) values->emplace_back(VersionOf(shape, message));
}

void AppendUpdatedRow(const TableShape& shape, const Message& message, const std::string& now,
                      std::vector<db::Value>* values) {
  for (const StoredField& field : shape.fields) {
    if (!field.immutable) values->push_back(ReadField(field, message));
  }
  if (shape.update_time != nullptr) values->emplace_back(now);
  if (shape.etag != nullptr) values->emplace_back(VersionOf(shape, message));
}

void AppendKey(const ResourceName& name, std::vector<db::Value>* values) {
  for (const std::string& id : name.ids()) values->emplace_back(id);
}

int64_t VersionOf(const TableShape& shape, const Message& message) {
  if (shape.etag == nullptr) return 0;
  return ParseEtag(message.GetReflection()->GetString(message, shape.etag)).value_or(0);
}

void SetVersion(const TableShape& shape, int64_t version, Message& message) {
  if (shape.etag == nullptr) return;
  message.GetReflection()->SetString(&message, shape.etag, MakeEtag(version));
}

}  // namespace mudiriya::resource
