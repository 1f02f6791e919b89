#include "tests/contract/fields.h"

#include "gtest/gtest.h"

namespace mudiriya::testing {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

// A request that lacks the field breaks the contract itself, so the test stops.
const FieldDescriptor* Field(const Message& message, absl::string_view name) {
  const auto* field = message.GetDescriptor()->FindFieldByName(std::string(name));
  if (field == nullptr) {
    ADD_FAILURE() << message.GetDescriptor()->full_name() << " has no field " << name;
    std::abort();
  }
  return field;
}

}  // namespace

bool HasFieldNamed(const Message& message, absl::string_view name) {
  return message.GetDescriptor()->FindFieldByName(std::string(name)) != nullptr;
}

void SetText(Message& message, absl::string_view name, absl::string_view value) {
  message.GetReflection()->SetString(&message, Field(message, name), std::string(value));
}

void SetFlag(Message& message, absl::string_view name, bool value) {
  message.GetReflection()->SetBool(&message, Field(message, name), value);
}

void SetNumber(Message& message, absl::string_view name, int value) {
  message.GetReflection()->SetInt32(&message, Field(message, name), value);
}

void SetMask(Message& message, const std::vector<std::string>& paths) {
  const FieldDescriptor* field = Field(message, "update_mask");
  Message* mask = message.GetReflection()->MutableMessage(&message, field);
  const FieldDescriptor* list = Field(*mask, "paths");
  for (const std::string& path : paths) mask->GetReflection()->AddString(mask, list, path);
}

std::string TextOf(const Message& message, absl::string_view name) {
  return message.GetReflection()->GetString(message, Field(message, name));
}

std::string SetResource(Message& request, const Message& resource) {
  const auto& type = *request.GetDescriptor();
  for (int i = 0; i < type.field_count(); ++i) {
    if (type.field(i)->message_type() != resource.GetDescriptor()) continue;
    request.GetReflection()->MutableMessage(&request, type.field(i))->CopyFrom(resource);
    return type.field(i)->name();
  }
  ADD_FAILURE() << type.full_name() << " holds no " << resource.GetDescriptor()->full_name();
  std::abort();
}

}  // namespace mudiriya::testing
