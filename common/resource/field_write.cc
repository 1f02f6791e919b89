#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"
#include "common/resource/field_holder.h"
#include "common/resource/field_value.h"
#include "common/resource/json_value.h"
#include "google/type/date.pb.h"

namespace mudiriya::resource {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;

void SetInteger(int64_t value, Message& holder, const FieldDescriptor* leaf) {
  const Reflection& reflection = *holder.GetReflection();
  switch (leaf->cpp_type()) {
    case FieldDescriptor::CPPTYPE_INT32:
      return reflection.SetInt32(&holder, leaf, static_cast<int32_t>(value));
    case FieldDescriptor::CPPTYPE_UINT32:
      return reflection.SetUInt32(&holder, leaf, static_cast<uint32_t>(value));
    case FieldDescriptor::CPPTYPE_UINT64:
      return reflection.SetUInt64(&holder, leaf, static_cast<uint64_t>(value));
    default:
      return reflection.SetInt64(&holder, leaf, value);
  }
}

void SetNumber(double value, Message& holder, const FieldDescriptor* leaf) {
  const Reflection& reflection = *holder.GetReflection();
  if (leaf->cpp_type() == FieldDescriptor::CPPTYPE_FLOAT) {
    reflection.SetFloat(&holder, leaf, static_cast<float>(value));
  } else {
    reflection.SetDouble(&holder, leaf, value);
  }
}

void SetDate(absl::string_view text, Message* message) {
  const std::vector<absl::string_view> parts = absl::StrSplit(text, '-');
  int year = 0;
  int month = 0;
  int day = 0;
  if (parts.size() != 3 || !absl::SimpleAtoi(parts[0], &year) ||
      !absl::SimpleAtoi(parts[1], &month) || !absl::SimpleAtoi(parts[2], &day)) {
    return;
  }
  auto* date = static_cast<google::type::Date*>(message);
  date->set_year(year);
  date->set_month(month);
  date->set_day(day);
}

std::string ReferenceName(const ResourcePattern& pattern, absl::string_view directorate,
                          absl::string_view stored) {
  std::vector<std::string> ids = absl::StrSplit(stored, '/');
  ids.insert(ids.begin(), std::string(directorate));
  return ids.size() == pattern.variables().size() ? pattern.Format(ids) : "";
}

void SetEnum(absl::string_view name, Message& holder, const FieldDescriptor* leaf) {
  const auto* value = leaf->enum_type()->FindValueByName(std::string(name));
  if (value != nullptr) holder.GetReflection()->SetEnum(&holder, leaf, value);
}

bool BoolOf(const db::Value& value) {
  if (const auto* flag = std::get_if<bool>(&value)) return *flag;
  const auto* integer = std::get_if<int64_t>(&value);
  return integer != nullptr && *integer != 0;
}

double DoubleOf(const db::Value& value) {
  if (const auto* number = std::get_if<double>(&value)) return *number;
  const auto* integer = std::get_if<int64_t>(&value);
  return integer == nullptr ? 0 : static_cast<double>(*integer);
}

int64_t Int64Of(const db::Value& value) {
  const auto* integer = std::get_if<int64_t>(&value);
  return integer == nullptr ? static_cast<int64_t>(BoolOf(value)) : *integer;
}

const std::string& TextOf(const db::Value& value) {
  static const std::string* const empty = new std::string;
  const auto* text = std::get_if<std::string>(&value);
  return text == nullptr ? *empty : *text;
}

}  // namespace

void WriteField(const StoredField& field, const db::Value& value, absl::string_view directorate,
                Message& message) {
  if (std::holds_alternative<std::nullptr_t>(value)) return;
  Message& holder = MutableHolder(field, message);
  const FieldDescriptor* leaf = field.leaf();
  const Reflection& reflection = *holder.GetReflection();
  switch (field.column.kind()) {
    case ColumnKind::kText:
      return reflection.SetString(&holder, leaf, TextOf(value));
    case ColumnKind::kNumber:
      return SetNumber(DoubleOf(value), holder, leaf);
    case ColumnKind::kInteger:
      return SetInteger(Int64Of(value), holder, leaf);
    case ColumnKind::kBool:
      return reflection.SetBool(&holder, leaf, BoolOf(value));
    case ColumnKind::kEnumName:
      return SetEnum(TextOf(value), holder, leaf);
    case ColumnKind::kTimestamp:
      return SetTimestampText(value, holder, leaf);
    case ColumnKind::kDate:
      return SetDate(TextOf(value), reflection.MutableMessage(&holder, leaf));
    case ColumnKind::kJson:
      (void)FieldFromJson(TextOf(value), holder, *leaf);
      return;
    case ColumnKind::kReference:
      return reflection.SetString(&holder, leaf,
                                  ReferenceName(*field.pattern, directorate, TextOf(value)));
    case ColumnKind::kSearch:
      return;
  }
}

}  // namespace mudiriya::resource
