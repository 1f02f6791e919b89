#ifndef MUDIRIYA_COMMON_RESOURCE_REQUEST_FIELDS_H_
#define MUDIRIYA_COMMON_RESOURCE_REQUEST_FIELDS_H_

#include <string>

#include "absl/strings/string_view.h"
#include "google/protobuf/field_mask.pb.h"
#include "google/protobuf/message.h"

namespace mudiriya::resource {

// Fields of a request by their AIP names; a field that the request does not have reads as unset.
std::string StringField(const google::protobuf::Message& request, absl::string_view name);
bool BoolField(const google::protobuf::Message& request, absl::string_view name);
int32_t IntField(const google::protobuf::Message& request, absl::string_view name);
google::protobuf::FieldMask MaskField(const google::protobuf::Message& request);

// The first field that is one message of this type: `facility` of CreateFacilityRequest. Null if
// there is none.
const google::protobuf::FieldDescriptor* ResourceField(const google::protobuf::Message& request,
                                                       const google::protobuf::Descriptor& type);

// The id of the directorate that a request is about: that of `parent`, `name`, `<resource>.name`,
// or of the directorate to be created (`directorate_id`). Empty if none of them tells it.
std::string DirectorateOfRequest(const google::protobuf::Message& request);

}  // namespace mudiriya::resource

#endif  // MUDIRIYA_COMMON_RESOURCE_REQUEST_FIELDS_H_
