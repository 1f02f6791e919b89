#include <unicode/locid.h>
#include <unicode/numberformatter.h>

#include <algorithm>
#include <cmath>
#include <tuple>

#include "absl/base/thread_annotations.h"
#include "absl/container/node_hash_map.h"
#include "absl/strings/str_cat.h"
#include "absl/synchronization/mutex.h"
#include "common/text/number_text.h"

namespace mudiriya::text {
namespace {

using Formatter = icu::number::LocalizedNumberFormatter;
using StyleKey = std::tuple<Language, DigitStyle, int, bool, bool>;

constexpr int kMaxDecimals = 15;

const char* LocaleOf(Language language) {
  if (language == Language::kArabic) return "ar";
  return language == Language::kFrench ? "fr" : "en";
}

const char* NumberingSystemOf(DigitStyle digits) {
  if (digits == DigitStyle::kArabicIndic) return "arab";
  return digits == DigitStyle::kExtendedArabicIndic ? "arabext" : "latn";
}

Formatter MakeFormatter(const StyleKey& key) {
  const auto& [language, digits, decimals, trim_zeros, group_thousands] = key;
  const std::string locale =
      absl::StrCat(LocaleOf(language), "@numbers=", NumberingSystemOf(digits));
  const icu::number::Precision precision =
      icu::number::Precision::minMaxFraction(trim_zeros ? 0 : decimals, decimals);
  return icu::number::NumberFormatter::withLocale(icu::Locale(locale.c_str()))
      .precision(precision)
      .roundingMode(UNUM_ROUND_HALFUP)  // ICU's name for ties away from zero
      .sign(UNUM_SIGN_NEGATIVE)
      .grouping(group_thousands ? UNUM_GROUPING_THOUSANDS : UNUM_GROUPING_OFF);
}

// Making a formatter costs far more than using it; there are a few dozen styles at most.
class Formatters {
 public:
  const Formatter& Of(const NumberStyle& style) {
    const StyleKey key(style.language, style.digits, std::clamp(style.decimals, 0, kMaxDecimals),
                       style.trim_zeros, style.group_thousands);
    absl::MutexLock lock(&mutex_);
    const auto found = formatters_.find(key);
    if (found != formatters_.end()) return found->second;
    return formatters_.emplace(key, MakeFormatter(key)).first->second;
  }

 private:
  absl::Mutex mutex_;
  absl::node_hash_map<StyleKey, Formatter> formatters_ ABSL_GUARDED_BY(mutex_);
};

const Formatter& FormatterOf(const NumberStyle& style) {
  static auto* const formatters = new Formatters;
  return formatters->Of(style);
}

std::string Utf8Of(const icu::number::FormattedNumber& formatted) {
  UErrorCode error = U_ZERO_ERROR;
  std::string utf8;
  formatted.toString(error).toUTF8String(utf8);
  return utf8;
}

}  // namespace

std::string PrintNumber(double value, const NumberStyle& style) {
  if (!std::isfinite(value)) return "—";
  UErrorCode error = U_ZERO_ERROR;
  return Utf8Of(FormatterOf(style).formatDouble(value, error));
}

std::string PrintInteger(int64_t value, const NumberStyle& style) {
  NumberStyle whole = style;
  whole.decimals = 0;
  UErrorCode error = U_ZERO_ERROR;
  return Utf8Of(FormatterOf(whole).formatInt(value, error));
}

}  // namespace mudiriya::text
