#ifndef MUDIRIYA_COMMON_RESOURCE_DIGEST_H_
#define MUDIRIYA_COMMON_RESOURCE_DIGEST_H_

#include <string>

#include "absl/strings/string_view.h"

namespace mudiriya::resource {

// The 32 bytes of SHA-256.
std::string Sha256(absl::string_view data);

// `text` so that texts appended one after another cannot be mistaken for others: length, then text.
void AppendFramed(absl::string_view text, std::string* out);

}  // namespace mudiriya::resource

#endif  // MUDIRIYA_COMMON_RESOURCE_DIGEST_H_
