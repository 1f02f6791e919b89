#ifndef MUDIRIYA_COMMON_RESOURCE_FIELD_VALUE_H_
#define MUDIRIYA_COMMON_RESOURCE_FIELD_VALUE_H_

#include <string>

#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "common/db/value.h"
#include "common/resource/table_shape.h"
#include "common/status/violations.h"
#include "google/protobuf/message.h"

namespace mudiriya::resource {

// The value that is stored for a field of this message. See Column for when it is NULL.
db::Value ReadField(const StoredField& field, const google::protobuf::Message& message);

// Sets the field, and the messages around it, from the stored value; NULL leaves it unset. A value
// that the field cannot hold (an enum name that was removed) leaves it unset too. `directorate` is
// the row's own: references lie in it.
void WriteField(const StoredField& field, const db::Value& value, absl::string_view directorate,
                google::protobuf::Message& message);

// References that are malformed, or lie in another directorate than the resource (the id that is
// stored would then mean something else), at `prefix` + path.
Violations CheckReferences(const TableShape& shape, const google::protobuf::Message& message,
                           absl::string_view directorate, absl::string_view prefix);

// "2026-02-09 08:30:00.250000", in UTC.
std::string TimeText(absl::Time time);
void SetTimestamp(absl::Time time, google::protobuf::Message& message,
                  const google::protobuf::FieldDescriptor* field);
// From a column's text; leaves the field unset for NULL.
void SetTimestampText(const db::Value& value, google::protobuf::Message& message,
                      const google::protobuf::FieldDescriptor* field);

}  // namespace mudiriya::resource

#endif  // MUDIRIYA_COMMON_RESOURCE_FIELD_VALUE_H_
