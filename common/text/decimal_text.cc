#include "common/text/decimal_text.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "common/text/digits.h"
#include "common/text/utf8.h"

namespace mudiriya::text {
namespace {

// One ASCII character for each character that a number may hold; separators whose meaning is
// certain get a letter of their own.
constexpr char kDecimal = 'd';    // ٫
constexpr char kThousands = 't';  // ٬
constexpr size_t kMaxExponentDigits = 5;

// The ASCII character for `c`, or 0 if no number holds it.
char AsciiOf(char32_t c) {
  if (const int digit = DigitValue(c); digit >= 0) return static_cast<char>('0' + digit);
  switch (c) {
    case U'+':
    case U'-':
    case U'.':
    case U',':
    case U'\'':
      return static_cast<char>(c);
    case U'e':
    case U'E':
      return 'e';
    case U'−':
      return '-';
    case U'،':
      return ',';
    case U'’':
      return '\'';
    case U'٫':
      return kDecimal;
    case U'٬':
      return kThousands;
    case U' ':
    case U'\t':
    case U'\u00A0':
    case U'\u2009':
    case U'\u202F':
      return ' ';
    default:
      return '\0';
  }
}

std::optional<std::string> ToAscii(absl::string_view text) {
  std::string ascii;
  for (size_t offset = 0; offset < text.size();) {
    const char32_t c = NextCodePoint(text, &offset);
    if (IsBidiCharacter(c)) continue;
    const char mapped = AsciiOf(c);
    if (mapped == '\0') return std::nullopt;
    ascii.push_back(mapped);
  }
  return std::string(absl::StripAsciiWhitespace(ascii));
}

bool AllDigits(absl::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return absl::ascii_isdigit(static_cast<unsigned char>(c)); });
}

bool ConsumeSign(absl::string_view* text) {
  const bool negative = absl::ConsumePrefix(text, "-");
  if (!negative) absl::ConsumePrefix(text, "+");
  return negative;
}

// "1,234" and "1.234" but not "0,234" or "1234,567".
bool LooksLikeThousands(absl::string_view body, size_t mark) {
  return mark >= 1 && mark <= 3 && body[0] != '0' && body.size() - mark - 1 == 3;
}

// Where the decimal mark of `body` stands, or npos if it has none.
size_t DecimalMarkOf(absl::string_view body, DecimalMark ambiguous, bool has_exponent) {
  const size_t certain = body.find(kDecimal);
  if (certain != absl::string_view::npos) return certain;
  const size_t last = body.find_last_of(".,");
  if (last == absl::string_view::npos) return last;
  if (body.find_first_of(".,") != last) {  // several: the last decides if it is of another kind
    return body.find(body[last]) == last ? last : absl::string_view::npos;
  }
  const bool named = (body[last] == '.') == (ambiguous == DecimalMark::kPoint);
  const bool thousands = !named && !has_exponent && LooksLikeThousands(body, last);
  return thousands ? absl::string_view::npos : last;
}

// The digits of an integer part in groups of three with one kind of separator, or in no groups.
std::optional<std::string> Ungrouped(absl::string_view part) {
  const size_t separator = part.find_first_not_of("0123456789");
  if (separator == absl::string_view::npos) return std::string(part);
  const std::vector<absl::string_view> groups = absl::StrSplit(part, part[separator]);
  std::string digits;
  for (size_t i = 0; i < groups.size(); ++i) {
    const bool length_fits =
        i == 0 ? !groups[i].empty() && groups[i].size() <= 3 : groups[i].size() == 3;
    if (!length_fits || !AllDigits(groups[i])) return std::nullopt;
    digits.append(groups[i].data(), groups[i].size());
  }
  return digits;
}

bool ReadExponent(absl::string_view text, int* exponent) {
  const bool negative = ConsumeSign(&text);
  if (text.empty() || text.size() > kMaxExponentDigits || !AllDigits(text)) return false;
  if (!absl::SimpleAtoi(text, exponent)) return false;
  if (negative) *exponent = -*exponent;
  return true;
}

}  // namespace

std::optional<DecimalText> SplitDecimal(absl::string_view text, DecimalMark ambiguous) {
  const std::optional<std::string> ascii = ToAscii(text);
  if (!ascii) return std::nullopt;
  absl::string_view body = *ascii;
  DecimalText decimal;
  decimal.negative = ConsumeSign(&body);
  const size_t e = body.find('e');
  const bool has_exponent = e != absl::string_view::npos;
  if (has_exponent && !ReadExponent(body.substr(e + 1), &decimal.exponent)) return std::nullopt;
  body = body.substr(0, e);
  const size_t mark = DecimalMarkOf(body, ambiguous, has_exponent);
  const std::optional<std::string> integer = Ungrouped(body.substr(0, mark));
  if (!integer) return std::nullopt;
  decimal.integer = *integer;
  if (mark != absl::string_view::npos) decimal.fraction = std::string(body.substr(mark + 1));
  if (!AllDigits(decimal.fraction)) return std::nullopt;
  const bool dangling = mark != absl::string_view::npos && decimal.fraction.empty();
  if (dangling || (decimal.integer.empty() && decimal.fraction.empty())) return std::nullopt;
  return decimal;
}

}  // namespace mudiriya::text
