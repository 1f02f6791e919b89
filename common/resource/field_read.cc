#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "common/resource/field_holder.h"
#include "common/resource/field_value.h"
#include "common/resource/json_value.h"
#include "common/text/normalize.h"
#include "google/protobuf/timestamp.pb.h"
#include "google/type/date.pb.h"
#include "mudiriya/type/v1/localized_text.pb.h"

namespace mudiriya::resource {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;
using type::v1::LocalizedText;

int64_t IntegerOf(const Message& holder, const FieldDescriptor* leaf) {
  const Reflection& reflection = *holder.GetReflection();
  switch (leaf->cpp_type()) {
    case FieldDescriptor::CPPTYPE_INT32:
      return reflection.GetInt32(holder, leaf);
    case FieldDescriptor::CPPTYPE_UINT32:
      return reflection.GetUInt32(holder, leaf);
    case FieldDescriptor::CPPTYPE_UINT64:
      return static_cast<int64_t>(reflection.GetUInt64(holder, leaf));
    default:
      return reflection.GetInt64(holder, leaf);
  }
}

double NumberOf(const Message& holder, const FieldDescriptor* leaf) {
  const Reflection& reflection = *holder.GetReflection();
  return leaf->cpp_type() == FieldDescriptor::CPPTYPE_FLOAT ? reflection.GetFloat(holder, leaf)
                                                            : reflection.GetDouble(holder, leaf);
}

db::Value DateValue(const Message& message) {
  const auto& date = static_cast<const google::type::Date&>(message);
  if (date.year() == 0 && date.month() == 0 && date.day() == 0) return nullptr;
  return absl::StrFormat("%04d-%02d-%02d", date.year(), date.month(), date.day());
}

db::Value TimestampValue(const Message& message) {
  const auto& time = static_cast<const google::protobuf::Timestamp&>(message);
  return TimeText(absl::FromUnixSeconds(time.seconds()) + absl::Nanoseconds(time.nanos()));
}

// The ids of a reference below its directorate, joined by `/`; empty for a malformed one. Most are
// empty, and saying what is wrong with them would cost more than all else.
std::string ReferencedId(const ResourcePattern& pattern, absl::string_view name) {
  if (name.empty() || !pattern.Matches(name)) return "";
  const auto parsed = pattern.ParseName(name);
  return absl::StrJoin(parsed->ids().begin() + 1, parsed->ids().end(), "/");
}

std::string SearchText(const Message& holder, const FieldDescriptor* leaf) {
  std::string scratch;
  if (leaf->cpp_type() == FieldDescriptor::CPPTYPE_STRING) {
    return text::NormalizeForSearch(StringOf(holder, leaf, &scratch));
  }
  const Message& message = holder.GetReflection()->GetMessage(holder, leaf);
  const auto& localized = static_cast<const LocalizedText&>(message);
  std::vector<std::string> parts;
  for (const std::string* part : {&localized.ar(), &localized.en(), &localized.fr()}) {
    std::string normal = text::NormalizeForSearch(*part);
    if (!normal.empty()) parts.push_back(std::move(normal));
  }
  return absl::StrJoin(parts, " ");
}

db::Value OrNull(const StoredField& field, std::string text) {
  if (text.empty() && field.column.empty_is_null()) return nullptr;
  return text;
}

// The value of a leaf that is present or has no presence.
db::Value LeafValue(const StoredField& field, const Message& holder) {
  const FieldDescriptor* leaf = field.leaf();
  const Reflection& reflection = *holder.GetReflection();
  std::string scratch;
  switch (field.column.kind()) {
    case ColumnKind::kText:
      return OrNull(field, StringOf(holder, leaf, &scratch));
    case ColumnKind::kNumber: {
      const double number = NumberOf(holder, leaf);
      if (number == 0 && field.column.empty_is_null()) return nullptr;
      return number;
    }
    case ColumnKind::kInteger: {
      const int64_t integer = IntegerOf(holder, leaf);
      if (integer == 0 && field.column.empty_is_null()) return nullptr;
      return integer;
    }
    case ColumnKind::kBool:
      return reflection.GetBool(holder, leaf);
    case ColumnKind::kEnumName:
      return std::string(reflection.GetEnum(holder, leaf)->name());
    case ColumnKind::kTimestamp:
      return TimestampValue(reflection.GetMessage(holder, leaf));
    case ColumnKind::kDate:
      return DateValue(reflection.GetMessage(holder, leaf));
    case ColumnKind::kJson:
      return FieldToJson(holder, *leaf);
    case ColumnKind::kReference: {
      std::string id = ReferencedId(*field.pattern, StringOf(holder, leaf, &scratch));
      if (id.empty()) return nullptr;
      return id;
    }
    case ColumnKind::kSearch:
      return SearchText(holder, leaf);
  }
  return nullptr;
}

}  // namespace

db::Value ReadField(const StoredField& field, const Message& message) {
  const Message* holder = Holder(field, message);
  if (holder == nullptr) return nullptr;
  const FieldDescriptor* leaf = field.leaf();
  if (leaf->has_presence() && !holder->GetReflection()->HasField(*holder, leaf)) return nullptr;
  return LeafValue(field, *holder);
}

}  // namespace mudiriya::resource
