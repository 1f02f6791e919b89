#ifndef MUDIRIYA_COMMON_RESOURCE_ETAG_H_
#define MUDIRIYA_COMMON_RESOURCE_ETAG_H_

#include <cstdint>
#include <optional>
#include <string>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"

namespace mudiriya::resource {

// An etag (AIP-154) is the version of the row, which each write raises: strong, and opaque to
// clients, who only send it back.
inline std::string MakeEtag(int64_t version) { return absl::StrCat(version); }

// The version; nothing if the text is no etag of ours.
inline std::optional<int64_t> ParseEtag(absl::string_view etag) {
  int64_t version = 0;
  if (!absl::SimpleAtoi(etag, &version) || version <= 0) return std::nullopt;
  return version;
}

}  // namespace mudiriya::resource

#endif  // MUDIRIYA_COMMON_RESOURCE_ETAG_H_
