#include "services/cli/fields.h"

#include <cstdio>
#include <cstdlib>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "common/status/macros.h"
#include "common/text/date_text.h"
#include "common/text/number_text.h"
#include "google/api/resource.pb.h"
#include "google/protobuf/util/json_util.h"
#include "google/type/date.pb.h"
#include "google/type/latlng.pb.h"
#include "services/cli/catalogue.h"
#include "services/cli/names.h"

namespace mudiriya::cli {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

absl::Status Wrong(absl::string_view path, absl::string_view text, absl::string_view allowed) {
  return absl::InvalidArgumentError(
      absl::StrCat("field ", path, ": \"", text, "\" is not ", allowed));
}

// The full name for a field that refers to another resource; the text itself otherwise.
std::string Referenced(const FieldDescriptor& field, absl::string_view text,
                       absl::string_view directorate) {
  const auto& reference = field.options().GetExtension(google::api::resource_reference);
  for (const ResourceKind& kind : Catalogue()) {
    if (kind.type != reference.type()) continue;
    const auto name = ExpandName(text, kind.pattern, directorate);
    if (name.ok()) return *name;
  }
  return std::string(text);
}

absl::Status SetEnum(Message& message, const FieldDescriptor& field, absl::string_view path,
                     absl::string_view text) {
  std::vector<std::string> names;
  for (int i = 0; i < field.enum_type()->value_count(); ++i) {
    const auto* value = field.enum_type()->value(i);
    if (value->name() == absl::AsciiStrToUpper(text)) {
      if (field.is_repeated()) {
        message.GetReflection()->AddEnum(&message, &field, value);
      } else {
        message.GetReflection()->SetEnum(&message, &field, value);
      }
      return absl::OkStatus();
    }
    if (value->number() != 0) names.push_back(value->name());
  }
  return Wrong(path, text, absl::StrCat("one of ", absl::StrJoin(names, ", ")));
}

absl::Status SetBool(Message& message, const FieldDescriptor& field, absl::string_view path,
                     absl::string_view text) {
  if (text != "true" && text != "false") return Wrong(path, text, "true or false");
  message.GetReflection()->SetBool(&message, &field, text == "true");
  return absl::OkStatus();
}

absl::Status SetNumber(Message& message, const FieldDescriptor& field, absl::string_view path,
                       absl::string_view text) {
  const auto* reflection = message.GetReflection();
  const auto number = text::ParseNumber(text);
  if (!number.ok()) return Wrong(path, text, "a number");
  if (field.cpp_type() == FieldDescriptor::CPPTYPE_DOUBLE) {
    reflection->SetDouble(&message, &field, *number);
    return absl::OkStatus();
  }
  const auto whole = text::ParseInteger(text);
  if (!whole.ok()) return Wrong(path, text, "a whole number");
  if (field.cpp_type() == FieldDescriptor::CPPTYPE_INT64) {
    reflection->SetInt64(&message, &field, *whole);
    return absl::OkStatus();
  }
  if (*whole != static_cast<int32_t>(*whole)) return Wrong(path, text, "within the range of int32");
  reflection->SetInt32(&message, &field, static_cast<int32_t>(*whole));
  return absl::OkStatus();
}

absl::Status SetText(Message& message, const FieldDescriptor& field, absl::string_view text,
                     absl::string_view directorate) {
  const auto* reflection = message.GetReflection();
  if (!field.is_repeated()) {
    reflection->SetString(&message, &field, Referenced(field, text, directorate));
    return absl::OkStatus();
  }
  for (const absl::string_view part : absl::StrSplit(text, ',')) {
    reflection->AddString(&message, &field, Referenced(field, part, directorate));
  }
  return absl::OkStatus();
}

absl::Status SetDate(google::type::Date& date, absl::string_view path, absl::string_view text) {
  const auto day = text::ParseDate(text);
  if (!day.ok()) return Wrong(path, text, "a date such as 2026-11-21");
  date.set_year(static_cast<int32_t>(day->year()));
  date.set_month(day->month());
  date.set_day(day->day());
  return absl::OkStatus();
}

absl::Status SetPoint(google::type::LatLng& point, absl::string_view path, absl::string_view text) {
  const std::vector<std::string> parts = absl::StrSplit(text, ',');
  double coordinates[2];
  for (size_t i = 0; i < parts.size() && i < 2; ++i) {
    const auto number = text::ParseNumber(parts[i]);
    if (!number.ok()) return Wrong(path, text, "a point such as 34.72,36.71");
    coordinates[i] = *number;
  }
  if (parts.size() != 2) return Wrong(path, text, "a point such as 34.72,36.71");
  point.set_latitude(coordinates[0]);
  point.set_longitude(coordinates[1]);
  return absl::OkStatus();
}

absl::Status SetMessage(Message& message, absl::string_view path, absl::string_view text) {
  if (auto* date = dynamic_cast<google::type::Date*>(&message)) return SetDate(*date, path, text);
  if (auto* point = dynamic_cast<google::type::LatLng*>(&message)) {
    return SetPoint(*point, path, text);
  }
  const auto status = google::protobuf::util::JsonStringToMessage(std::string(text), &message);
  if (!status.ok()) return Wrong(path, text, "JSON of this field's message");
  return absl::OkStatus();
}

absl::Status SetLeaf(Message& message, const FieldDescriptor& field, absl::string_view path,
                     absl::string_view text, absl::string_view directorate) {
  switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_STRING:
      return SetText(message, field, text, directorate);
    case FieldDescriptor::CPPTYPE_BOOL:
      return SetBool(message, field, path, text);
    case FieldDescriptor::CPPTYPE_MESSAGE:
      if (field.is_repeated()) return Wrong(path, text, "given this way: use --from with JSON");
      return SetMessage(*message.GetReflection()->MutableMessage(&message, &field), path, text);
    case FieldDescriptor::CPPTYPE_ENUM:
      for (const absl::string_view part : absl::StrSplit(text, field.is_repeated() ? ',' : '\n')) {
        RETURN_IF_ERROR(SetEnum(message, field, path, part));
      }
      return absl::OkStatus();
    default:
      return SetNumber(message, field, path, text);
  }
}

absl::Status Unknown(const Message& message, absl::string_view path) {
  std::vector<std::string> names;
  const auto* descriptor = message.GetDescriptor();
  for (int i = 0; i < descriptor->field_count(); ++i) names.push_back(descriptor->field(i)->name());
  return absl::InvalidArgumentError(
      absl::StrCat("there is no field ", path, "; known: ", absl::StrJoin(names, ", ")));
}

}  // namespace

absl::Status SetField(Message& message, absl::string_view path, absl::string_view text,
                      absl::string_view directorate) {
  Message* at = &message;
  const std::vector<std::string> steps = absl::StrSplit(path, '.');
  for (size_t i = 0; i < steps.size(); ++i) {
    const FieldDescriptor* field = at->GetDescriptor()->FindFieldByName(steps[i]);
    if (field == nullptr) return Unknown(*at, path);
    if (i + 1 == steps.size()) return SetLeaf(*at, *field, path, text, directorate);
    if (field->message_type() == nullptr || field->is_repeated()) return Unknown(*at, path);
    at = at->GetReflection()->MutableMessage(at, field);
  }
  return Unknown(message, path);
}

void MustSet(Message& message, absl::string_view path, absl::string_view text) {
  const absl::Status status = SetField(message, path, text, "");
  if (status.ok()) return;
  std::fprintf(stderr, "%s\n", status.ToString().c_str());
  std::abort();
}

bool HasField(const Message& message, const std::string& name) {
  return message.GetDescriptor()->FindFieldByName(name) != nullptr;
}

}  // namespace mudiriya::cli
