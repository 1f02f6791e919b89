#include "common/resource/request_fields.h"

#include "common/resource/name.h"

namespace mudiriya::resource {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

const FieldDescriptor* Find(const Message& request, absl::string_view name,
                            FieldDescriptor::CppType type) {
  const FieldDescriptor* field = request.GetDescriptor()->FindFieldByName(std::string(name));
  const bool fits = field != nullptr && !field->is_repeated() && field->cpp_type() == type;
  return fits ? field : nullptr;
}

}  // namespace

std::string StringField(const Message& request, absl::string_view name) {
  const FieldDescriptor* field = Find(request, name, FieldDescriptor::CPPTYPE_STRING);
  return field == nullptr ? "" : request.GetReflection()->GetString(request, field);
}

bool BoolField(const Message& request, absl::string_view name) {
  const FieldDescriptor* field = Find(request, name, FieldDescriptor::CPPTYPE_BOOL);
  return field != nullptr && request.GetReflection()->GetBool(request, field);
}

int32_t IntField(const Message& request, absl::string_view name) {
  const FieldDescriptor* field = Find(request, name, FieldDescriptor::CPPTYPE_INT32);
  return field == nullptr ? 0 : request.GetReflection()->GetInt32(request, field);
}

google::protobuf::FieldMask MaskField(const Message& request) {
  const Descriptor& type = *google::protobuf::FieldMask::descriptor();
  const FieldDescriptor* field = ResourceField(request, type);
  if (field == nullptr) return {};
  return static_cast<const google::protobuf::FieldMask&>(
      request.GetReflection()->GetMessage(request, field));
}

const FieldDescriptor* ResourceField(const Message& request, const Descriptor& type) {
  const Descriptor& descriptor = *request.GetDescriptor();
  for (int i = 0; i < descriptor.field_count(); ++i) {
    const FieldDescriptor* field = descriptor.field(i);
    if (!field->is_repeated() && field->message_type() == &type) return field;
  }
  return nullptr;
}

std::string DirectorateOfRequest(const Message& request) {
  for (absl::string_view field : {"parent", "name"}) {
    const std::string name = StringField(request, field);
    if (!name.empty()) return std::string(DirectorateOf(name));
  }
  const Descriptor& descriptor = *request.GetDescriptor();
  for (int i = 0; i < descriptor.field_count(); ++i) {
    const FieldDescriptor* field = descriptor.field(i);
    if (field->is_repeated() || field->cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE) continue;
    const std::string name =
        StringField(request.GetReflection()->GetMessage(request, field), "name");
    if (!name.empty()) return std::string(DirectorateOf(name));
  }
  return StringField(request, "directorate_id");
}

}  // namespace mudiriya::resource
