#ifndef MUDIRIYA_SERVICES_CLI_LABELS_H_
#define MUDIRIYA_SERVICES_CLI_LABELS_H_

#include <string>

#include "absl/strings/string_view.h"
#include "common/status/language.h"

namespace mudiriya::cli {

// A heading or word of the tables in the reader's language; `key` itself where there is none.
std::string Label(absl::string_view key, Language language);

}  // namespace mudiriya::cli

#endif  // MUDIRIYA_SERVICES_CLI_LABELS_H_
