#include "common/resource/cell_value.h"

#include <algorithm>
#include <initializer_list>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "absl/time/time.h"
#include "common/resource/field_value.h"
#include "common/resource/json_value.h"
#include "common/text/date_text.h"
#include "common/text/normalize.h"
#include "google/type/date.pb.h"

namespace mudiriya::resource {
namespace {

using google::protobuf::EnumDescriptor;
using google::protobuf::EnumValueDescriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;

using MaybeFault = std::optional<Fault>;

bool IsOneOf(absl::string_view word, std::initializer_list<absl::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

MaybeFault SetBool(absl::string_view cell, Message& holder, const FieldDescriptor* leaf) {
  const std::string word = text::NormalizeForSearch(cell);
  const bool yes = IsOneOf(word, {"true", "1", "yes", "y", "نعم", "oui", "vrai"});
  if (!yes && !IsOneOf(word, {"false", "0", "no", "n", "لا", "non", "faux"})) {
    return Fault{Reason::UNKNOWN_VALUE, {{"allowed", "true, false"}}};
  }
  holder.GetReflection()->SetBool(&holder, leaf, yes);
  return std::nullopt;
}

// HEALTH_CENTRE, also written "health centre".
const EnumValueDescriptor* FindEnumValue(const EnumDescriptor& type, absl::string_view cell) {
  const std::string name =
      absl::StrReplaceAll(absl::AsciiStrToUpper(cell), {{" ", "_"}, {"-", "_"}});
  return type.FindValueByName(name);
}

Fault UnknownEnumValue(const EnumDescriptor& type) {
  std::vector<absl::string_view> names;
  for (int i = 0; i < type.value_count(); ++i) {
    if (type.value(i)->number() != 0) names.push_back(type.value(i)->name());
  }
  return {Reason::UNKNOWN_VALUE, {{"allowed", absl::StrJoin(names, ", ")}}};
}

MaybeFault SetEnum(absl::string_view cell, Message& holder, const FieldDescriptor* leaf) {
  const EnumValueDescriptor* value = FindEnumValue(*leaf->enum_type(), cell);
  if (value == nullptr) return UnknownEnumValue(*leaf->enum_type());
  holder.GetReflection()->SetEnum(&holder, leaf, value);
  return std::nullopt;
}

MaybeFault SetNumber(const CellField& field, absl::string_view cell, Message& holder,
                     const FieldDescriptor* leaf) {
  const auto number = text::ParseNumber(cell, field.decimal_mark);
  if (!number.ok()) return Fault{Reason::NOT_A_NUMBER, {}};
  const Reflection& reflection = *holder.GetReflection();
  if (leaf->cpp_type() == FieldDescriptor::CPPTYPE_DOUBLE) {
    reflection.SetDouble(&holder, leaf, *number);
  } else {
    reflection.SetFloat(&holder, leaf, static_cast<float>(*number));
  }
  return std::nullopt;
}

template <typename T>
bool Fits(int64_t integer) {
  return static_cast<int64_t>(static_cast<T>(integer)) == integer &&
         (integer >= 0) == (static_cast<T>(integer) >= T{0});
}

MaybeFault SetInteger(const CellField& field, absl::string_view cell, Message& holder,
                      const FieldDescriptor* leaf) {
  const auto integer = text::ParseInteger(cell, field.decimal_mark);
  if (!integer.ok()) return Fault{Reason::NOT_A_NUMBER, {}};
  const Reflection& reflection = *holder.GetReflection();
  const Fault too_large{Reason::NOT_A_NUMBER, {}};
  switch (leaf->cpp_type()) {
    case FieldDescriptor::CPPTYPE_INT32:
      if (!Fits<int32_t>(*integer)) return too_large;
      reflection.SetInt32(&holder, leaf, static_cast<int32_t>(*integer));
      break;
    case FieldDescriptor::CPPTYPE_UINT32:
      if (!Fits<uint32_t>(*integer)) return too_large;
      reflection.SetUInt32(&holder, leaf, static_cast<uint32_t>(*integer));
      break;
    case FieldDescriptor::CPPTYPE_UINT64:
      if (!Fits<uint64_t>(*integer)) return too_large;
      reflection.SetUInt64(&holder, leaf, static_cast<uint64_t>(*integer));
      break;
    default:
      reflection.SetInt64(&holder, leaf, *integer);
  }
  return std::nullopt;
}

MaybeFault SetDate(absl::string_view cell, Message* message) {
  const auto day = text::ParseDate(cell);
  if (!day.ok()) return Fault{Reason::INVALID_DATE, {}};
  auto* date = static_cast<google::type::Date*>(message);
  date->set_year(static_cast<int>(day->year()));
  date->set_month(day->month());
  date->set_day(day->day());
  return std::nullopt;
}

MaybeFault SetMessage(absl::string_view cell, Message& holder, const FieldDescriptor* leaf) {
  const std::string& type = leaf->message_type()->full_name();
  if (type == "google.type.Date") {
    return SetDate(cell, holder.GetReflection()->MutableMessage(&holder, leaf));
  }
  if (type == "google.protobuf.Timestamp") {
    absl::Time time;
    std::string error;
    if (!absl::ParseTime(absl::RFC3339_full, cell, &time, &error)) {
      return Fault{Reason::INVALID_DATE, {}};
    }
    SetTimestamp(time, holder, leaf);
    return std::nullopt;
  }
  if (FieldFromJson(cell, holder, *leaf)) return std::nullopt;
  return Fault{Reason::PATTERN, {{"pattern", "JSON"}}};
}

// A name, or the id of a resource right below the directorate.
std::string ReferenceText(const CellField& field, absl::string_view cell) {
  const bool id_alone = field.reference.has_value() && field.reference->variables().size() == 2 &&
                        !absl::StrContains(cell, '/') && !field.directorate.empty();
  return id_alone ? field.reference->Format({field.directorate, std::string(cell)})
                  : std::string(cell);
}

MaybeFault SetElements(const CellField& field, absl::string_view cell, Message& holder,
                       const FieldDescriptor* leaf) {
  const Reflection& reflection = *holder.GetReflection();
  const std::string plain = absl::StrReplaceAll(cell, {{"،", ";"}, {"؛", ";"}, {"|", ";"}});
  for (absl::string_view part : absl::StrSplit(plain, ';')) {
    part = absl::StripAsciiWhitespace(part);
    if (part.empty()) continue;
    if (leaf->cpp_type() == FieldDescriptor::CPPTYPE_STRING) {
      reflection.AddString(&holder, leaf, ReferenceText(field, part));
    } else {
      const EnumValueDescriptor* value = FindEnumValue(*leaf->enum_type(), part);
      if (value == nullptr) return UnknownEnumValue(*leaf->enum_type());
      reflection.AddEnum(&holder, leaf, value);
    }
  }
  return std::nullopt;
}

MaybeFault SetRepeated(const CellField& field, absl::string_view cell, Message& holder,
                       const FieldDescriptor* leaf) {
  const bool listed = leaf->cpp_type() == FieldDescriptor::CPPTYPE_STRING ||
                      leaf->cpp_type() == FieldDescriptor::CPPTYPE_ENUM;
  if (listed) return SetElements(field, cell, holder, leaf);
  if (FieldFromJson(cell, holder, *leaf)) return std::nullopt;
  return Fault{Reason::PATTERN, {{"pattern", "JSON"}}};
}

MaybeFault SetSingular(const CellField& field, absl::string_view cell, Message& holder,
                       const FieldDescriptor* leaf) {
  switch (leaf->cpp_type()) {
    case FieldDescriptor::CPPTYPE_STRING:
      holder.GetReflection()->SetString(&holder, leaf, ReferenceText(field, cell));
      return std::nullopt;
    case FieldDescriptor::CPPTYPE_BOOL:
      return SetBool(cell, holder, leaf);
    case FieldDescriptor::CPPTYPE_ENUM:
      return SetEnum(cell, holder, leaf);
    case FieldDescriptor::CPPTYPE_MESSAGE:
      return SetMessage(cell, holder, leaf);
    case FieldDescriptor::CPPTYPE_DOUBLE:
    case FieldDescriptor::CPPTYPE_FLOAT:
      return SetNumber(field, cell, holder, leaf);
    default:
      return SetInteger(field, cell, holder, leaf);
  }
}

}  // namespace

std::optional<Fault> SetCell(const CellField& field, absl::string_view cell, Message& message) {
  Message* holder = &message;
  for (size_t i = 0; i + 1 < field.path.size(); ++i) {
    const Reflection& reflection = *holder->GetReflection();
    // An empty cell makes no message around its field.
    if (cell.empty() && !reflection.HasField(*holder, field.path[i])) return std::nullopt;
    holder = reflection.MutableMessage(holder, field.path[i]);
  }
  const FieldDescriptor* leaf = field.path.back();
  holder->GetReflection()->ClearField(holder, leaf);
  if (cell.empty()) return std::nullopt;
  return leaf->is_repeated() ? SetRepeated(field, cell, *holder, leaf)
                             : SetSingular(field, cell, *holder, leaf);
}

}  // namespace mudiriya::resource
