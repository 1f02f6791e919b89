// The three sets of digits that the region writes numbers with.
#ifndef MUDIRIYA_COMMON_TEXT_DIGITS_H_
#define MUDIRIYA_COMMON_TEXT_DIGITS_H_

#include <string>

#include "absl/strings/string_view.h"

namespace mudiriya::text {

enum class DigitStyle {
  kAscii,                // 0123456789: the Maghreb, and every file that a machine reads
  kArabicIndic,          // ٠١٢٣٤٥٦٧٨٩: Syria, Egypt, the Gulf
  kExtendedArabicIndic,  // ۰۱۲۳۴۵۶۷۸۹: Persian and Urdu keyboards
};

// The value 0–9 of a digit of any of the three sets, or −1.
int DigitValue(char32_t code_point);

// `text` with each digit of the other two sets written in `style`; all else is kept byte for byte.
std::string WithDigits(absl::string_view text, DigitStyle style);

// WithDigits(text, DigitStyle::kAscii).
std::string ToAsciiDigits(absl::string_view text);

}  // namespace mudiriya::text

#endif  // MUDIRIYA_COMMON_TEXT_DIGITS_H_
