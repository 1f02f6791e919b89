#include "common/text/digits.h"

#include <cstddef>

#include "common/text/utf8.h"

namespace mudiriya::text {
namespace {

char32_t ZeroOf(DigitStyle style) {
  switch (style) {
    case DigitStyle::kAscii:
      return U'0';
    case DigitStyle::kArabicIndic:
      return U'٠';
    case DigitStyle::kExtendedArabicIndic:
      return U'۰';
  }
  return U'0';
}

}  // namespace

int DigitValue(char32_t c) {
  for (const char32_t zero : {U'0', U'٠', U'۰'}) {
    if (c >= zero && c <= zero + 9) return static_cast<int>(c - zero);
  }
  return -1;
}

std::string WithDigits(absl::string_view text, DigitStyle style) {
  const char32_t zero = ZeroOf(style);
  std::string out;
  out.reserve(text.size());
  for (size_t offset = 0; offset < text.size();) {
    const size_t start = offset;
    const int digit = DigitValue(NextCodePoint(text, &offset));
    if (digit >= 0) {
      AppendUtf8(zero + digit, &out);
    } else {
      out.append(text.data() + start, offset - start);
    }
  }
  return out;
}

std::string ToAsciiDigits(absl::string_view text) { return WithDigits(text, DigitStyle::kAscii); }

}  // namespace mudiriya::text
