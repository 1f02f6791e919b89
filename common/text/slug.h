// Resource ids proposed from names.
#ifndef MUDIRIYA_COMMON_TEXT_SLUG_H_
#define MUDIRIYA_COMMON_TEXT_SLUG_H_

#include <cstddef>
#include <string>

#include "absl/strings/string_view.h"

namespace mudiriya::text {

// The longest id that a resource name takes.
inline constexpr size_t kMaxSlugLength = 63;

// `name` as an id, `[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?`: Latin letters without accents, Arabic
// letters romanised one by one (short vowels are not written, so حمص gives "hms"), all else a
// hyphen; cut to `max_length` (1–63) at a hyphen where one is near. Deterministic, not unique.
// Empty if the name has no letter or digit that can be romanised: the caller has to choose an id.
std::string Slug(absl::string_view name, size_t max_length = kMaxSlugLength);

}  // namespace mudiriya::text

#endif  // MUDIRIYA_COMMON_TEXT_SLUG_H_
