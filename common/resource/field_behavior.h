#ifndef MUDIRIYA_COMMON_RESOURCE_FIELD_BEHAVIOR_H_
#define MUDIRIYA_COMMON_RESOURCE_FIELD_BEHAVIOR_H_

#include "google/api/field_behavior.pb.h"
#include "google/protobuf/message.h"

namespace mudiriya::resource {

// Whether the field declares the behaviour (AIP-203).
inline bool HasBehavior(const google::protobuf::FieldDescriptor& field,
                        google::api::FieldBehavior wanted) {
  const auto& options = field.options();
  for (int i = 0; i < options.ExtensionSize(google::api::field_behavior); ++i) {
    if (options.GetExtension(google::api::field_behavior, i) == wanted) return true;
  }
  return false;
}

// Whether there is anything in the field: presence, a value other than 0 or "", an element.
inline bool IsSet(const google::protobuf::Message& message,
                  const google::protobuf::FieldDescriptor* field) {
  const google::protobuf::Reflection& reflection = *message.GetReflection();
  return field->is_repeated() ? reflection.FieldSize(message, field) > 0
                              : reflection.HasField(message, field);
}

}  // namespace mudiriya::resource

#endif  // MUDIRIYA_COMMON_RESOURCE_FIELD_BEHAVIOR_H_
