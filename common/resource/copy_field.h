#ifndef MUDIRIYA_COMMON_RESOURCE_COPY_FIELD_H_
#define MUDIRIYA_COMMON_RESOURCE_COPY_FIELD_H_

#include <vector>

#include "google/protobuf/message.h"

namespace mudiriya::resource {

// From a message to a field in it, through messages that are there once: {display_name, ar}.
using FieldPath = std::vector<const google::protobuf::FieldDescriptor*>;

// Makes the field of `to` as it is in `from`, set or unset. Both are of one type. Messages around
// it come to exist in `to` only if they do in `from`.
void CopyField(const FieldPath& path, const google::protobuf::Message& from,
               google::protobuf::Message& to);

}  // namespace mudiriya::resource

#endif  // MUDIRIYA_COMMON_RESOURCE_COPY_FIELD_H_
