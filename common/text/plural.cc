#include "common/text/plural.h"

#include <unicode/locid.h>
#include <unicode/plurrule.h>
#include <unicode/unistr.h>

#include "absl/strings/str_replace.h"

namespace mudiriya::text {
namespace {

const icu::PluralRules* RulesOf(const char* locale) {
  UErrorCode error = U_ZERO_ERROR;
  return icu::PluralRules::forLocale(icu::Locale(locale), error);
}

const icu::PluralRules* RulesOf(Language language) {
  static const icu::PluralRules* const arabic = RulesOf("ar");
  static const icu::PluralRules* const french = RulesOf("fr");
  static const icu::PluralRules* const english = RulesOf("en");
  if (language == Language::kArabic) return arabic;
  return language == Language::kFrench ? french : english;
}

// No rule looks beyond the last six digits, except at whether there are more.
int32_t Reduced(int64_t count) {
  constexpr int64_t kMillion = 1'000'000;
  const bool large = count >= kMillion || count <= -kMillion;
  const int64_t last_digits = count % kMillion;
  const int64_t size = last_digits < 0 ? -last_digits : last_digits;
  return static_cast<int32_t>(large ? kMillion + size : size);
}

absl::string_view FormOf(absl::string_view category, const PluralForms& forms) {
  if (category == "zero") return forms.zero;
  if (category == "one") return forms.one;
  if (category == "two") return forms.two;
  if (category == "few") return forms.few;
  if (category == "many") return forms.many;
  return forms.other;
}

}  // namespace

absl::string_view Plural(Language language, int64_t count, const PluralForms& forms) {
  const icu::PluralRules* rules = RulesOf(language);
  if (rules == nullptr) return forms.other;  // ICU without its data
  std::string category;
  rules->select(Reduced(count)).toUTF8String(category);
  const absl::string_view form = FormOf(category, forms);
  return form.empty() ? forms.other : form;
}

std::string PluralText(int64_t count, const PluralForms& forms, const NumberStyle& style) {
  return absl::StrReplaceAll(Plural(style.language, count, forms),
                             {{"{n}", PrintInteger(count, style)}});
}

}  // namespace mudiriya::text
