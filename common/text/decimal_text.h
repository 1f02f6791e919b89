// A number taken apart into its decimal digits. Internal to common/text.
#ifndef MUDIRIYA_COMMON_TEXT_DECIMAL_TEXT_H_
#define MUDIRIYA_COMMON_TEXT_DECIMAL_TEXT_H_

#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "common/text/number_text.h"

namespace mudiriya::text {

// ± integer.fraction · 10^exponent; both parts are ASCII digits, `fraction` possibly none.
struct DecimalText {
  bool negative = false;
  std::string integer;
  std::string fraction;
  int exponent = 0;
};

// Takes `text` apart as ParseNumber describes; nothing if it is no number.
std::optional<DecimalText> SplitDecimal(absl::string_view text, DecimalMark ambiguous);

}  // namespace mudiriya::text

#endif  // MUDIRIYA_COMMON_TEXT_DECIMAL_TEXT_H_
