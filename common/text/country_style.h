// How official papers of a country write dates and digits in Arabic.
#ifndef MUDIRIYA_COMMON_TEXT_COUNTRY_STYLE_H_
#define MUDIRIYA_COMMON_TEXT_COUNTRY_STYLE_H_

#include "absl/strings/string_view.h"
#include "common/text/digits.h"

namespace mudiriya::text {

// The family of Arabic month names.
enum class MonthFamily {
  kLevant,  // كانون الثاني، شباط، آذار: Syria, Lebanon, Iraq, Jordan, Palestine
  kNile,  // يناير، فبراير، مارس: Egypt, Libya, Sudan, the Gulf, Morocco; the default
  kMaghreb,  // جانفي، فيفري، مارس: Algeria, Tunisia
};

struct CountryStyle {
  MonthFamily months = MonthFamily::kNile;
  DigitStyle digits = DigitStyle::kAscii;
};

// The custom of a country, by its ISO 3166-1 alpha-2 code in either case ("SY"). An unknown or
// empty code gives the default: يناير and ASCII digits, understood everywhere.
CountryStyle StyleOfCountry(absl::string_view country);

}  // namespace mudiriya::text

#endif  // MUDIRIYA_COMMON_TEXT_COUNTRY_STYLE_H_
