#ifndef MUDIRIYA_COMMON_STATUS_LOCALIZE_H_
#define MUDIRIYA_COMMON_STATUS_LOCALIZE_H_

#include <string>

#include "absl/status/status.h"
#include "common/status/language.h"

namespace mudiriya {

// Adds google.rpc.LocalizedMessage in `language` to an error, and to each violation of its
// BadRequest its localized_message. The English texts stay. An error of a peer keeps the localized
// texts it came with where its reason is not in our table. OK stays OK.
absl::Status Localize(const absl::Status& status, Language language);

// The whole error as one text for a person: for violations "field: text" joined by "; ", otherwise
// the reason's text. "" if OK.
std::string MessageIn(const absl::Status& status, Language language);

}  // namespace mudiriya

#endif  // MUDIRIYA_COMMON_STATUS_LOCALIZE_H_
