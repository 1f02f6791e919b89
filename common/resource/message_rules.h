#ifndef MUDIRIYA_COMMON_RESOURCE_MESSAGE_RULES_H_
#define MUDIRIYA_COMMON_RESOURCE_MESSAGE_RULES_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "absl/status/statusor.h"
#include "common/resource/name.h"
#include "google/protobuf/descriptor.h"
#include "re2/re2.h"

namespace mudiriya::resource {

inline constexpr uint32_t kDefaultMaxLength = 1000;
inline constexpr uint32_t kDefaultMaxItems = 1000;

// What is asked of one field, ready to be applied.
struct FieldRules {
  const google::protobuf::FieldDescriptor* field = nullptr;
  bool required = false;
  bool output_only = false;

  // Text.
  uint32_t min_length = 0;
  uint32_t max_length = kDefaultMaxLength;  // code points
  std::unique_ptr<RE2> pattern;
  bool multiline = false;
  // A resource name: of this pattern, or, where the type is not known here, of any.
  bool is_reference = false;
  std::optional<ResourcePattern> reference;
  bool any_id_allowed = false;  // `-`, in the parent of a list

  // Numbers.
  bool bounded = false;
  std::optional<double> min;
  std::optional<double> max;
  std::optional<double> above;
  std::optional<double> below;

  uint32_t max_items = kDefaultMaxItems;
  bool specified = false;  // enums

  const struct MessageRules* nested = nullptr;  // messages; owned by the RuleSet
};

// Well-known messages whose values have bounds of their own.
enum class KnownMessage { kNone, kDate, kTimestamp, kLatLng, kLocalizedText };

struct MessageRules {
  const google::protobuf::Descriptor* type = nullptr;
  KnownMessage known = KnownMessage::kNone;
  std::vector<FieldRules> fields;
  // A resource's `name` and its pattern.
  const google::protobuf::FieldDescriptor* name = nullptr;
  std::optional<ResourcePattern> name_pattern;
  // An update request's mask and resource.
  const google::protobuf::FieldDescriptor* update_mask = nullptr;
  const google::protobuf::FieldDescriptor* updated = nullptr;
};

// The rules of a message and of all that it holds, by type, for messages may hold themselves.
using RuleSet =
    std::unordered_map<const google::protobuf::Descriptor*, std::unique_ptr<MessageRules>>;

// Compiles the message into the set. Returns INVALID_ARGUMENT as MethodRules::Compile does.
absl::StatusOr<const MessageRules*> CompileMessage(const google::protobuf::Descriptor& message,
                                                   RuleSet* set);

}  // namespace mudiriya::resource

#endif  // MUDIRIYA_COMMON_RESOURCE_MESSAGE_RULES_H_
