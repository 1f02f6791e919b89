#include "common/resource/json_value.h"

#include <algorithm>
#include <memory>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "google/protobuf/util/json_util.h"

namespace mudiriya::resource {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;

std::string MessageToJson(const Message& message) {
  google::protobuf::util::JsonPrintOptions options;
  options.preserve_proto_field_names = true;
  std::string json;
  (void)google::protobuf::util::MessageToJsonString(message, &json, options);
  return json;
}

// Printed by hand, because the library prints messages only, and slowly.
std::string ElementToJson(const Message& message, const FieldDescriptor& field, int i) {
  const Reflection& reflection = *message.GetReflection();
  switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_STRING: {
      std::string scratch;
      return JsonQuote(reflection.GetRepeatedStringReference(message, &field, i, &scratch));
    }
    case FieldDescriptor::CPPTYPE_ENUM:
      return JsonQuote(reflection.GetRepeatedEnum(message, &field, i)->name());
    case FieldDescriptor::CPPTYPE_BOOL:
      return reflection.GetRepeatedBool(message, &field, i) ? "true" : "false";
    case FieldDescriptor::CPPTYPE_INT32:
      return absl::StrCat(reflection.GetRepeatedInt32(message, &field, i));
    case FieldDescriptor::CPPTYPE_UINT32:
      return absl::StrCat(reflection.GetRepeatedUInt32(message, &field, i));
    case FieldDescriptor::CPPTYPE_INT64:
      return absl::StrCat("\"", reflection.GetRepeatedInt64(message, &field, i), "\"");
    case FieldDescriptor::CPPTYPE_UINT64:
      return absl::StrCat("\"", reflection.GetRepeatedUInt64(message, &field, i), "\"");
    case FieldDescriptor::CPPTYPE_DOUBLE:
      return absl::StrFormat("%.17g", reflection.GetRepeatedDouble(message, &field, i));
    case FieldDescriptor::CPPTYPE_FLOAT:
      return absl::StrFormat("%.9g", reflection.GetRepeatedFloat(message, &field, i));
    case FieldDescriptor::CPPTYPE_MESSAGE:
      return MessageToJson(reflection.GetRepeatedMessage(message, &field, i));
  }
  return "null";
}

// Maps have no order of their own, so the library prints the whole and we sort what it would.
std::string MapToJson(const Message& message, const FieldDescriptor& field) {
  std::unique_ptr<Message> alone(message.New());
  const Reflection& reflection = *message.GetReflection();
  std::vector<std::string> entries;
  for (int i = 0; i < reflection.FieldSize(message, &field); ++i) {
    alone->Clear();
    reflection.AddMessage(alone.get(), &field)
        ->CopyFrom(reflection.GetRepeatedMessage(message, &field, i));
    // {"field":{"key":value}} → "key":value
    const std::string json = MessageToJson(*alone);
    const size_t open = json.find('{', 1) + 1;
    entries.push_back(json.substr(open, json.size() - open - 2));
  }
  std::sort(entries.begin(), entries.end());
  return absl::StrCat("{", absl::StrJoin(entries, ","), "}");
}

}  // namespace

std::string FieldToJson(const Message& message, const FieldDescriptor& field) {
  const Reflection& reflection = *message.GetReflection();
  if (field.is_map()) return MapToJson(message, field);
  if (!field.is_repeated()) return MessageToJson(reflection.GetMessage(message, &field));
  std::string json = "[";
  for (int i = 0; i < reflection.FieldSize(message, &field); ++i) {
    absl::StrAppend(&json, i == 0 ? "" : ",", ElementToJson(message, field, i));
  }
  return absl::StrCat(json, "]");
}

bool FieldFromJson(absl::string_view json, Message& message, const FieldDescriptor& field) {
  const Reflection& reflection = *message.GetReflection();
  if (json == "[]" || (json == "{}" && field.is_map())) {
    reflection.ClearField(&message, &field);
    return true;
  }
  google::protobuf::util::JsonParseOptions options;
  options.ignore_unknown_fields = true;
  std::unique_ptr<Message> alone(message.New());
  const std::string wrapped = absl::StrCat("{\"", field.name(), "\":", json, "}");
  if (!google::protobuf::util::JsonStringToMessage(wrapped, alone.get(), options).ok())
    return false;
  reflection.SwapFields(&message, alone.get(), {&field});
  return true;
}

std::string JsonQuote(absl::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      absl::StrAppendFormat(&out, "\\u%04x", c);
    } else {
      out += c;
    }
  }
  out += '"';
  return out;
}

}  // namespace mudiriya::resource
