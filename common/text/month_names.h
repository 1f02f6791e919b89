// Names of months and weekdays in Arabic (three families), English and French.
#ifndef MUDIRIYA_COMMON_TEXT_MONTH_NAMES_H_
#define MUDIRIYA_COMMON_TEXT_MONTH_NAMES_H_

#include <optional>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "common/status/language.h"
#include "common/text/country_style.h"

namespace mudiriya::text {

// The name of month 1–12; `family` matters in Arabic only.
absl::string_view MonthName(int month, Language language, MonthFamily family);

// The month 1–12 of a name in the form of NormalizeForSearch: any language, any family, Moroccan
// spellings and three-letter abbreviations included.
std::optional<int> MonthOfName(absl::string_view normalized);

// The weekday of a name in the form of NormalizeForSearch.
std::optional<absl::Weekday> WeekdayOfName(absl::string_view normalized);

}  // namespace mudiriya::text

#endif  // MUDIRIYA_COMMON_TEXT_MONTH_NAMES_H_
