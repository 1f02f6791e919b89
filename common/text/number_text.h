// Numbers as people and spreadsheets of the region write them.
#ifndef MUDIRIYA_COMMON_TEXT_NUMBER_TEXT_H_
#define MUDIRIYA_COMMON_TEXT_NUMBER_TEXT_H_

#include <cstdint>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "common/status/language.h"
#include "common/text/digits.h"

namespace mudiriya::text {

// How to read a number whose only separator stands before exactly three digits: "1,234", "1.234".
enum class DecimalMark {
  kPoint,  // 1,234 is a thousand and more; 1.234 is one and a bit: English and comma-separated
           // files
  kComma,  // 1.234 is a thousand and more; 1,234 is one and a bit: French, semicolon-separated
           // files
};

// The number that `text` holds: digits of any set, sign + - −, groups of three by , . ٬ ، ' or any
// space, decimal mark . , or ٫, exponent (1.2E+05). Surrounding white space and bidi marks are
// ignored. Where the text itself settles which separator is which (1.234,5 or 1,5 or 0,123) it is
// followed, and `ambiguous` decides otherwise.
// Returns INVALID_ARGUMENT if it is no number: empty, NaN, infinity, hexadecimal, a unit or percent
// sign, groups of other than three digits. Returns OUT_OF_RANGE if its size is beyond a double.
// Messages never repeat the text.
absl::StatusOr<double> ParseNumber(absl::string_view text,
                                   DecimalMark ambiguous = DecimalMark::kPoint);

// As ParseNumber, for a whole number; "12.0" and "1.2E+05" are whole. Exact over all of int64.
// Returns INVALID_ARGUMENT if it is no number or has a fraction, OUT_OF_RANGE beyond int64.
absl::StatusOr<int64_t> ParseInteger(absl::string_view text,
                                     DecimalMark ambiguous = DecimalMark::kPoint);

// How a number is printed.
struct NumberStyle {
  Language language = Language::kEnglish;  // settles the separators: 1,234.5  1 234,5  ١٬٢٣٤٫٥
  DigitStyle digits = DigitStyle::kAscii;
  int decimals = 0;         // 0–15: exactly so many decimals …
  bool trim_zeros = false;  // … or at most so many
  bool group_thousands = true;
};

// `value` for a person to read, rounded half-up (ties away from zero) on its shortest decimal form,
// so that 1.005 to two decimals is 1.01, as the reader who sees 1.005 expects. Never "-0". A value
// that is not finite prints as "—", which is how reports show "no value". In Arabic a bidi mark
// stands before a minus sign. Thread-safe; the formatters behind it are made once for each style.
std::string PrintNumber(double value, const NumberStyle& style);

// `value` with `style`'s separators and digits; its decimals do not matter.
std::string PrintInteger(int64_t value, const NumberStyle& style);

}  // namespace mudiriya::text

#endif  // MUDIRIYA_COMMON_TEXT_NUMBER_TEXT_H_
