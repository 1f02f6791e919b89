#include "common/resource/field_value.h"

#include <cstdint>

#include "absl/strings/str_cat.h"
#include "common/resource/field_holder.h"
#include "google/protobuf/timestamp.pb.h"

namespace mudiriya::resource {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

constexpr absl::string_view kTimeFormat = "%E4Y-%m-%d %H:%M:%E6S";

}  // namespace

Violations CheckReferences(const TableShape& shape, const Message& message,
                           absl::string_view directorate, absl::string_view prefix) {
  Violations violations;
  for (const StoredField& field : shape.fields) {
    if (field.column.kind() != ColumnKind::kReference) continue;
    const Message* holder = Holder(field, message);
    std::string scratch;
    const std::string& name =
        holder == nullptr ? scratch : StringOf(*holder, field.leaf(), &scratch);
    if (name.empty()) continue;
    const std::string path = absl::StrCat(prefix, field.column.path());
    if (!field.pattern->Matches(name)) {
      violations.Add(path, Reason::INVALID_NAME, {{"pattern", field.pattern->text()}});
    } else if (DirectorateOf(name) != directorate) {
      const std::string expected = absl::StrCat("directorates/", directorate);
      violations.Add(path, Reason::MISMATCH, {{"expected", expected}});
    }
  }
  return violations;
}

std::string TimeText(absl::Time time) {
  return absl::FormatTime(kTimeFormat, time, absl::UTCTimeZone());
}

void SetTimestamp(absl::Time time, Message& message, const FieldDescriptor* field) {
  auto* timestamp = static_cast<google::protobuf::Timestamp*>(
      message.GetReflection()->MutableMessage(&message, field));
  const int64_t micros = absl::ToUnixMicros(time);
  const int64_t seconds = absl::ToUnixSeconds(time);
  timestamp->set_seconds(seconds);
  timestamp->set_nanos(static_cast<int32_t>((micros - seconds * 1'000'000) * 1'000));
}

void SetTimestampText(const db::Value& value, Message& message, const FieldDescriptor* field) {
  const auto* text = std::get_if<std::string>(&value);
  absl::Time time;
  std::string error;
  if (text != nullptr && absl::ParseTime(kTimeFormat, *text, &time, &error)) {
    SetTimestamp(time, message, field);
  }
}

}  // namespace mudiriya::resource
