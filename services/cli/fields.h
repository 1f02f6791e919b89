#ifndef MUDIRIYA_SERVICES_CLI_FIELDS_H_
#define MUDIRIYA_SERVICES_CLI_FIELDS_H_

#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "google/protobuf/message.h"
#include "services/cli/settings.h"

namespace mudiriya::cli {

// Sets one field by its path from what a person types: `display_name.ar` ← `مشفى الوليد`. Numbers
// and dates in any of the digits and forms that the suite reads, enums by name, booleans, points as
// `lat,lon`; list fields take a comma-separated list; any other message takes JSON. References
// accept short names: `area` ← `eg2504`, completed by the field's declared type and `directorate`.
// Returns INVALID_ARGUMENT naming the field and what it takes.
absl::Status SetField(google::protobuf::Message& message, absl::string_view path,
                      absl::string_view text, absl::string_view directorate);

// Sets a field that must exist: a mistake in the path ends the process. For requests that this
// program makes itself.
void MustSet(google::protobuf::Message& message, absl::string_view path, absl::string_view text);

// Whether the message has a field of this name.
bool HasField(const google::protobuf::Message& message, const std::string& name);

}  // namespace mudiriya::cli

#endif  // MUDIRIYA_SERVICES_CLI_FIELDS_H_
