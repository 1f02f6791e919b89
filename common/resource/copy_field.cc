#include "common/resource/copy_field.h"

#include <memory>
#include <string>

#include "common/resource/field_behavior.h"

namespace mudiriya::resource {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;

// A field that is set and is there once.
void CopyValue(const FieldDescriptor* field, const Message& from, Message& to) {
  const Reflection& reflection = *from.GetReflection();
  switch (field->cpp_type()) {
    case FieldDescriptor::CPPTYPE_STRING: {
      std::string scratch;
      return reflection.SetString(&to, field, reflection.GetStringReference(from, field, &scratch));
    }
    case FieldDescriptor::CPPTYPE_MESSAGE:
      return reflection.MutableMessage(&to, field)->CopyFrom(reflection.GetMessage(from, field));
    case FieldDescriptor::CPPTYPE_ENUM:
      return reflection.SetEnumValue(&to, field, reflection.GetEnumValue(from, field));
    case FieldDescriptor::CPPTYPE_BOOL:
      return reflection.SetBool(&to, field, reflection.GetBool(from, field));
    case FieldDescriptor::CPPTYPE_INT32:
      return reflection.SetInt32(&to, field, reflection.GetInt32(from, field));
    case FieldDescriptor::CPPTYPE_INT64:
      return reflection.SetInt64(&to, field, reflection.GetInt64(from, field));
    case FieldDescriptor::CPPTYPE_UINT32:
      return reflection.SetUInt32(&to, field, reflection.GetUInt32(from, field));
    case FieldDescriptor::CPPTYPE_UINT64:
      return reflection.SetUInt64(&to, field, reflection.GetUInt64(from, field));
    case FieldDescriptor::CPPTYPE_FLOAT:
      return reflection.SetFloat(&to, field, reflection.GetFloat(from, field));
    case FieldDescriptor::CPPTYPE_DOUBLE:
      return reflection.SetDouble(&to, field, reflection.GetDouble(from, field));
  }
}

// Repeated fields and maps, by way of a copy of all that is around them: they are rare.
void CopyElements(const FieldDescriptor* field, const Message& from, Message& to) {
  const std::unique_ptr<Message> copy(from.New());
  copy->CopyFrom(from);
  to.GetReflection()->SwapFields(&to, copy.get(), {field});
}

}  // namespace

void CopyField(const FieldPath& path, const Message& from, Message& to) {
  const Message* source = &from;
  Message* target = &to;
  for (size_t i = 0; i + 1 < path.size(); ++i) {
    const Reflection& reflection = *source->GetReflection();
    // What is unset reads as its defaults, so that the fields in it are cleared.
    const bool unset_here = !reflection.HasField(*source, path[i]);
    if (unset_here && !reflection.HasField(*target, path[i])) return;
    source = &reflection.GetMessage(*source, path[i]);
    target = reflection.MutableMessage(target, path[i]);
  }
  const FieldDescriptor* leaf = path.back();
  if (!IsSet(*source, leaf)) return target->GetReflection()->ClearField(target, leaf);
  return leaf->is_repeated() ? CopyElements(leaf, *source, *target)
                             : CopyValue(leaf, *source, *target);
}

}  // namespace mudiriya::resource
