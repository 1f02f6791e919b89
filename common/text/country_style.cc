#include "common/text/country_style.h"

#include "absl/strings/match.h"

namespace mudiriya::text {
namespace {

struct Custom {
  absl::string_view country;
  CountryStyle style;
};

// Months: the Arab League's usage by country; digits: the default numbering system of CLDR 42,
// Lebanon's and Jordan's among those written with Arabic-Indic digits.
constexpr Custom kCustoms[] = {
    {"SY", {MonthFamily::kLevant, DigitStyle::kArabicIndic}},
    {"LB", {MonthFamily::kLevant, DigitStyle::kArabicIndic}},
    {"IQ", {MonthFamily::kLevant, DigitStyle::kArabicIndic}},
    {"JO", {MonthFamily::kLevant, DigitStyle::kArabicIndic}},
    {"PS", {MonthFamily::kLevant, DigitStyle::kArabicIndic}},
    {"EG", {MonthFamily::kNile, DigitStyle::kArabicIndic}},
    {"SD", {MonthFamily::kNile, DigitStyle::kArabicIndic}},
    {"SA", {MonthFamily::kNile, DigitStyle::kArabicIndic}},
    {"YE", {MonthFamily::kNile, DigitStyle::kArabicIndic}},
    {"KW", {MonthFamily::kNile, DigitStyle::kArabicIndic}},
    {"QA", {MonthFamily::kNile, DigitStyle::kArabicIndic}},
    {"BH", {MonthFamily::kNile, DigitStyle::kArabicIndic}},
    {"OM", {MonthFamily::kNile, DigitStyle::kArabicIndic}},
    {"LY", {MonthFamily::kNile, DigitStyle::kAscii}},
    {"MA", {MonthFamily::kNile, DigitStyle::kAscii}},
    {"DZ", {MonthFamily::kMaghreb, DigitStyle::kAscii}},
    {"TN", {MonthFamily::kMaghreb, DigitStyle::kAscii}},
};

}  // namespace

CountryStyle StyleOfCountry(absl::string_view country) {
  for (const Custom& custom : kCustoms) {
    if (absl::EqualsIgnoreCase(custom.country, country)) return custom.style;
  }
  return {};
}

}  // namespace mudiriya::text
