// Dates as people of the region write them.
#ifndef MUDIRIYA_COMMON_TEXT_DATE_TEXT_H_
#define MUDIRIYA_COMMON_TEXT_DATE_TEXT_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "common/status/language.h"
#include "common/text/country_style.h"

namespace mudiriya::text {

// Years outside of this range are slips of the pen, or years of another calendar (1447 is Hijri).
inline constexpr int kFirstYear = 1800;
inline constexpr int kLastYear = 2200;

// The day that `text` names, in any of:
//   2026-02-09, 2026/2/9, 2026-02-09T00:00:00Z (any clock time is refused unless it is midnight),
//   9/2/2026, 9-2-2026, 9.2.2026 (day first, as in the whole region),
//   ٩ شباط ٢٠٢٦, 9 فبراير 2026, 9 فيفري 2026, 9 شباط/فبراير 2026, الاثنين 9 شباط 2026,
//   9 February 2026, February 9th, 2026, 9 Feb 2026, 9 février 2026, 1er août 2026,
// with digits of any set. Names of months may differ in hamza, diacritics, accents and case.
// Returns INVALID_ARGUMENT if it has none of these forms (two-digit years included, for they are
// ambiguous), OUT_OF_RANGE if it has but there is no such day, the year is outside of 1800–2200,
// or the weekday named is not the one of that day. Messages never repeat the text.
absl::StatusOr<absl::CivilDay> ParseDate(absl::string_view text);

// How a date is printed.
struct DateStyle {
  Language language = Language::kArabic;
  // Arabic only: English and French have one set of names, and ASCII digits.
  CountryStyle country;
};

// "٩ شباط ٢٠٢٦", "9 February 2026", "1er août 2026".
std::string PrintDate(absl::CivilDay day, const DateStyle& style);

// "شباط ٢٠٢٦", "February 2026", "août 2026".
std::string PrintMonth(absl::CivilMonth month, const DateStyle& style);

// "2026-02-09", the form of files and of the wire.
std::string PrintIsoDate(absl::CivilDay day);

}  // namespace mudiriya::text

#endif  // MUDIRIYA_COMMON_TEXT_DATE_TEXT_H_
