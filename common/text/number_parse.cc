#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <system_error>

#include "absl/strings/charconv.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "common/text/decimal_text.h"
#include "common/text/number_text.h"

namespace mudiriya::text {
namespace {

absl::Status NotANumber() { return absl::InvalidArgumentError("not a number"); }

// More digits than these before the point, leading zeros aside, are beyond int64.
constexpr int64_t kMaxInt64Digits = 19;

bool IsZero(absl::string_view digits) {
  return digits.find_first_not_of('0') == absl::string_view::npos;
}

}  // namespace

absl::StatusOr<double> ParseNumber(absl::string_view text, DecimalMark ambiguous) {
  const std::optional<DecimalText> decimal = SplitDecimal(text, ambiguous);
  if (!decimal) return NotANumber();
  const std::string digits = absl::StrCat(decimal->negative ? "-" : "", decimal->integer, ".",
                                          decimal->fraction, "e", decimal->exponent);
  double value = 0;
  const absl::from_chars_result result =
      absl::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (result.ec == std::errc::result_out_of_range && std::fabs(value) > 1) {
    return absl::OutOfRangeError("the number is too large");
  }
  return value;
}

absl::StatusOr<int64_t> ParseInteger(absl::string_view text, DecimalMark ambiguous) {
  const std::optional<DecimalText> decimal = SplitDecimal(text, ambiguous);
  if (!decimal) return NotANumber();
  std::string digits = absl::StrCat(decimal->integer, decimal->fraction);
  if (IsZero(digits)) return 0;
  const size_t zeros = digits.find_first_not_of('0');
  const int64_t point = static_cast<int64_t>(decimal->integer.size()) + decimal->exponent -
                        static_cast<int64_t>(zeros);  // where it stands, leading zeros aside
  digits.erase(0, zeros);
  if (point > kMaxInt64Digits) return absl::OutOfRangeError("the number is too large");
  const size_t whole = static_cast<size_t>(std::max<int64_t>(point, 0));
  if (whole < digits.size() && !IsZero(absl::string_view(digits).substr(whole))) {
    return absl::InvalidArgumentError("not a whole number");
  }
  digits.resize(whole, '0');
  int64_t value = 0;
  if (!absl::SimpleAtoi(absl::StrCat(decimal->negative ? "-" : "", digits), &value)) {
    return absl::OutOfRangeError("the number is too large");
  }
  return value;
}

}  // namespace mudiriya::text
