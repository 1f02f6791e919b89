#ifndef MUDIRIYA_COMMON_RESOURCE_JSON_VALUE_H_
#define MUDIRIYA_COMMON_RESOURCE_JSON_VALUE_H_

#include <string>

#include "absl/strings/string_view.h"
#include "google/protobuf/message.h"

namespace mudiriya::resource {

// The field of the message as JSON (proto3 mapping, names as in the proto): an object for a message
// or map, an array for a repeated field. The same value always gives the same text.
std::string FieldToJson(const google::protobuf::Message& message,
                        const google::protobuf::FieldDescriptor& field);

// Sets the field from such text. Unknown names are passed over; false if the text is no JSON that
// fits, and then the field is left as it was.
bool FieldFromJson(absl::string_view json, google::protobuf::Message& message,
                   const google::protobuf::FieldDescriptor& field);

// The text as a JSON string, quotes included.
std::string JsonQuote(absl::string_view text);

}  // namespace mudiriya::resource

#endif  // MUDIRIYA_COMMON_RESOURCE_JSON_VALUE_H_
