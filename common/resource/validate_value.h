#ifndef MUDIRIYA_COMMON_RESOURCE_VALIDATE_VALUE_H_
#define MUDIRIYA_COMMON_RESOURCE_VALIDATE_VALUE_H_

#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "common/resource/message_rules.h"
#include "common/status/reasons.h"
#include "google/protobuf/message.h"

namespace mudiriya::resource {

// What is wrong with one value.
struct Fault {
  Reason reason;
  Arguments arguments;
};

// A text that is not empty.
std::optional<Fault> CheckText(const FieldRules& rules, const std::string& text);
std::optional<Fault> CheckNumber(const FieldRules& rules, double number);
std::optional<Fault> CheckEnum(const FieldRules& rules, int number);
// Dates that are no days, times and places out of bounds.
std::optional<Fault> CheckKnown(KnownMessage known, const google::protobuf::Message& message);
// Whether there is nothing in such a message: a date without parts, a text in no language.
bool IsEmptyKnown(KnownMessage known, const google::protobuf::Message& message);

}  // namespace mudiriya::resource

#endif  // MUDIRIYA_COMMON_RESOURCE_VALIDATE_VALUE_H_
