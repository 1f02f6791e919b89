#include "services/cli/cells.h"

#include <cstdio>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "google/protobuf/timestamp.pb.h"
#include "google/protobuf/util/json_util.h"
#include "google/protobuf/util/time_util.h"
#include "google/type/date.pb.h"
#include "google/type/latlng.pb.h"
#include "mudiriya/type/v1/localized_text.pb.h"
#include "services/cli/names.h"
#include "services/cli/render.h"

namespace mudiriya::cli {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;

// Enough digits to read the same double back, no more than needed.
std::string Exact(double value) {
  char text[32];
  for (int digits = 15; digits <= 17; ++digits) {
    std::snprintf(text, sizeof text, "%.*g", digits, value);
    if (std::stod(text) == value) break;
  }
  return text;
}

// The one text of a message that stands for a single value; false for any other message.
bool AsValue(const Message& message, std::string& out) {
  if (const auto* date = dynamic_cast<const google::type::Date*>(&message)) {
    char text[32];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", date->year(), date->month(), date->day());
    out = text;
  } else if (const auto* time = dynamic_cast<const google::protobuf::Timestamp*>(&message)) {
    out = google::protobuf::util::TimeUtil::ToString(*time);
  } else if (const auto* point = dynamic_cast<const google::type::LatLng*>(&message)) {
    out = absl::StrCat(Exact(point->latitude()), ",", Exact(point->longitude()));
  } else {
    return false;
  }
  return true;
}

// A field of a message, or one element of a list field (index ≥ 0).
struct Place {
  const Message& message;
  const FieldDescriptor& field;
  int index = -1;

  const Reflection& reflection() const { return *message.GetReflection(); }
  const Message& Submessage() const {
    return index < 0 ? reflection().GetMessage(message, &field)
                     : reflection().GetRepeatedMessage(message, &field, index);
  }
  std::string Text() const {
    return index < 0 ? reflection().GetString(message, &field)
                     : reflection().GetRepeatedString(message, &field, index);
  }
  std::string EnumName() const {
    return index < 0 ? reflection().GetEnum(message, &field)->name()
                     : reflection().GetRepeatedEnum(message, &field, index)->name();
  }
};

std::string JsonOf(const Message& message) {
  google::protobuf::util::JsonPrintOptions options;
  options.preserve_proto_field_names = true;
  std::string json;
  return google::protobuf::util::MessageToJsonString(message, &json, options).ok() ? json : "";
}

std::string NumberText(const Place& place, bool rounded) {
  const Reflection& reflection = place.reflection();
  switch (place.field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_DOUBLE: {
      const double value = reflection.GetDouble(place.message, &place.field);
      return rounded ? Rounded(value) : Exact(value);
    }
    case FieldDescriptor::CPPTYPE_INT64:
      return absl::StrCat(reflection.GetInt64(place.message, &place.field));
    case FieldDescriptor::CPPTYPE_INT32:
      return absl::StrCat(reflection.GetInt32(place.message, &place.field));
    case FieldDescriptor::CPPTYPE_BOOL:
      return reflection.GetBool(place.message, &place.field) ? "true" : "false";
    default:
      return "";
  }
}

std::string ValueText(const Place& place, bool for_reading) {
  switch (place.field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_STRING:
      return for_reading ? ShortName(place.Text()) : place.Text();
    case FieldDescriptor::CPPTYPE_ENUM:
      return place.EnumName();
    case FieldDescriptor::CPPTYPE_MESSAGE: {
      std::string text;
      return AsValue(place.Submessage(), text) ? text : JsonOf(place.Submessage());
    }
    default:
      return NumberText(place, for_reading);
  }
}

std::string ListText(const Message& message, const FieldDescriptor& field, bool for_reading) {
  std::vector<std::string> texts;
  const int size = message.GetReflection()->FieldSize(message, &field);
  for (int i = 0; i < size; ++i) texts.push_back(ValueText({message, field, i}, for_reading));
  return absl::StrJoin(texts, ";");
}

bool IsUnset(const Message& message, const FieldDescriptor& field) {
  return field.has_presence() && !message.GetReflection()->HasField(message, &field);
}

void AddForFiles(const Message& message, const std::string& prefix, Cells& cells) {
  const auto* descriptor = message.GetDescriptor();
  for (int i = 0; i < descriptor->field_count(); ++i) {
    const FieldDescriptor& field = *descriptor->field(i);
    const std::string path = absl::StrCat(prefix, field.name());
    std::string text;
    if (field.is_repeated()) {
      cells.emplace_back(path, ListText(message, field, false));
    } else if (IsUnset(message, field)) {
      cells.emplace_back(path, "");
    } else if (field.message_type() != nullptr &&
               !AsValue(Place{message, field}.Submessage(), text)) {
      AddForFiles(Place{message, field}.Submessage(), absl::StrCat(path, "."), cells);
    } else {
      cells.emplace_back(path, ValueText({message, field}, false));
    }
  }
}

// What nobody reads in a table: versions and record times.
bool IsBookkeeping(const std::string& name) {
  return name == "etag" || name == "create_time" || name == "update_time";
}

}  // namespace

Cells CellsForFiles(const Message& message) {
  Cells cells;
  AddForFiles(message, "", cells);
  return cells;
}

Cells CellsForReading(const Message& message, Language language) {
  Cells cells;
  const auto* descriptor = message.GetDescriptor();
  for (int i = 0; i < descriptor->field_count(); ++i) {
    const FieldDescriptor& field = *descriptor->field(i);
    if (IsUnset(message, field) || IsBookkeeping(field.name())) continue;
    if (field.is_repeated()) {
      if (field.message_type() == nullptr) {
        cells.emplace_back(field.name(), ListText(message, field, true));
      }
      continue;
    }
    std::string text;
    if (field.message_type() == nullptr) {
      text = ValueText({message, field}, true);
    } else if (const auto* localized = dynamic_cast<const type::v1::LocalizedText*>(
                   &Place{message, field}.Submessage())) {
      text = InLanguage(*localized, language);
    } else if (!AsValue(Place{message, field}.Submessage(), text)) {
      continue;
    }
    cells.emplace_back(field.name(), text);
  }
  return cells;
}

}  // namespace mudiriya::cli
