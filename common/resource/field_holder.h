#ifndef MUDIRIYA_COMMON_RESOURCE_FIELD_HOLDER_H_
#define MUDIRIYA_COMMON_RESOURCE_FIELD_HOLDER_H_

#include <string>

#include "common/resource/table_shape.h"
#include "google/protobuf/message.h"

namespace mudiriya::resource {

// The message that holds the leaf; null if it, or one around it, is unset.
inline const google::protobuf::Message* Holder(const StoredField& field,
                                               const google::protobuf::Message& message) {
  const google::protobuf::Message* at = &message;
  for (size_t i = 0; i + 1 < field.steps.size(); ++i) {
    const google::protobuf::Reflection& reflection = *at->GetReflection();
    if (!reflection.HasField(*at, field.steps[i])) return nullptr;
    at = &reflection.GetMessage(*at, field.steps[i]);
  }
  return at;
}

// The same, made if it is unset.
inline google::protobuf::Message& MutableHolder(const StoredField& field,
                                                google::protobuf::Message& message) {
  google::protobuf::Message* at = &message;
  for (size_t i = 0; i + 1 < field.steps.size(); ++i) {
    at = at->GetReflection()->MutableMessage(at, field.steps[i]);
  }
  return *at;
}

// The string field; may use `scratch` to hold it.
inline const std::string& StringOf(const google::protobuf::Message& holder,
                                   const google::protobuf::FieldDescriptor* leaf,
                                   std::string* scratch) {
  return holder.GetReflection()->GetStringReference(holder, leaf, scratch);
}

}  // namespace mudiriya::resource

#endif  // MUDIRIYA_COMMON_RESOURCE_FIELD_HOLDER_H_
