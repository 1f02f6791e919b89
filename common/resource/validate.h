#ifndef MUDIRIYA_COMMON_RESOURCE_VALIDATE_H_
#define MUDIRIYA_COMMON_RESOURCE_VALIDATE_H_

#include <memory>

#include "absl/status/statusor.h"
#include "common/status/violations.h"
#include "google/protobuf/message.h"

namespace mudiriya::resource {

struct MessageRules;

// What a message's descriptors ask of its values: google.api.field_behavior, options.v1.rules,
// google.api.resource_reference, and what every text keeps to (no control or bidi characters, at
// most 1,000 characters). Compiled once per message type; immutable, so it may be shared.
class MethodRules {
 public:
  // For a request, or for a resource by itself (import).
  // Returns INVALID_ARGUMENT naming the field if a rule does not fit the field's type, or a pattern
  // is no regular expression: then the server must not start.
  static absl::StatusOr<MethodRules> Compile(const google::protobuf::Descriptor* message);

  const MessageRules& rules() const { return *rules_; }

 private:
  std::shared_ptr<const MessageRules> rules_;
};

// All violations of the message at once, with paths such as `facility.display_name.ar`; repeated
// fields as `rows[2].code`. `message` is of the type that the rules were compiled for.
//
// In an update request (one with `update_mask`) the resource is judged by the fields that the mask
// names (unset: those that are set): what will not be stored is not looked at. The resource's
// `name` must be there.
Violations Validate(const google::protobuf::Message& message, const MethodRules& rules);

// Clears the fields that are OUTPUT_ONLY, at any depth, because a request cannot set them
// (AIP-203); `name` and `etag`, which a client sends back as it got them, stay.
void ClearOutputOnly(google::protobuf::Message& message, const MethodRules& rules);

}  // namespace mudiriya::resource

#endif  // MUDIRIYA_COMMON_RESOURCE_VALIDATE_H_
