// Counted nouns: the form of a word that goes with a number.
#ifndef MUDIRIYA_COMMON_TEXT_PLURAL_H_
#define MUDIRIYA_COMMON_TEXT_PLURAL_H_

#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"
#include "common/text/number_text.h"

namespace mudiriya::text {

// The forms of a phrase by the plural categories of CLDR. Arabic uses all six (0, 1, 2, 3–10,
// 11–99, 100 …), French one, many and other, English one and other. An empty form falls back to
// `other`. The views have to outlive the call.
struct PluralForms {
  absl::string_view zero = {};
  absl::string_view one = {};
  absl::string_view two = {};
  absl::string_view few = {};
  absl::string_view many = {};
  absl::string_view other = {};
};

// The form of `forms` that `language` puts with `count`; a negative count takes the form of its
// size.
absl::string_view Plural(Language language, int64_t count, const PluralForms& forms);

// Plural(style.language, …) with each "{n}" in it replaced by the count printed in `style`:
// few = "{n} ممرضين" and 3 give "٣ ممرضين".
std::string PluralText(int64_t count, const PluralForms& forms, const NumberStyle& style);

}  // namespace mudiriya::text

#endif  // MUDIRIYA_COMMON_TEXT_PLURAL_H_
