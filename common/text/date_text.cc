#include "common/text/date_text.h"

#include <optional>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "common/text/digits.h"
#include "common/text/month_names.h"
#include "common/text/normalize.h"
#include "common/text/utf8.h"

namespace mudiriya::text {
namespace {

absl::Status NotADate() { return absl::InvalidArgumentError("not a date in a known form"); }

struct Fields {
  std::optional<int> day;
  std::optional<int> month;
  std::optional<int> year;
  std::optional<absl::Weekday> weekday;
};

// The number that `digits` writes if it has from `fewest` to `most` digits and nothing else.
std::optional<int> Number(absl::string_view digits, size_t fewest, size_t most) {
  if (digits.size() < fewest || digits.size() > most) return std::nullopt;
  for (const char c : digits) {
    if (!absl::ascii_isdigit(static_cast<unsigned char>(c))) return std::nullopt;
  }
  int number = 0;
  if (!absl::SimpleAtoi(digits, &number)) return std::nullopt;
  return number;
}

absl::StatusOr<absl::CivilDay> DayOf(const Fields& fields) {
  if (!fields.day || !fields.month || !fields.year) return NotADate();
  if (*fields.year < kFirstYear || *fields.year > kLastYear) {
    return absl::OutOfRangeError("the year is outside of 1800-2200");
  }
  const absl::CivilDay day(*fields.year, *fields.month, *fields.day);
  if (day.month() != *fields.month || day.day() != *fields.day) {  // CivilDay carries 30/2 over
    return absl::OutOfRangeError("there is no such day");
  }
  if (fields.weekday && absl::GetWeekday(day) != *fields.weekday) {
    return absl::OutOfRangeError("the day is another day of the week");
  }
  return day;
}

// Spreadsheets export dates as moments at midnight: "2026-02-09 00:00:00", "2026-02-09T00:00Z".
absl::string_view WithoutMidnight(absl::string_view text) {
  const size_t time = text.find_first_of("T ");
  if (time == absl::string_view::npos) return text;
  const absl::string_view clock = text.substr(time + 1);
  const bool midnight = absl::StartsWith(clock, "00:00") &&
                        clock.find_first_not_of("0:.+Z") == absl::string_view::npos;
  return midnight ? text.substr(0, time) : text;
}

// Whether `text` is to be read as numbers with one separator between them.
bool IsNumeric(absl::string_view text) {
  return text.find_first_not_of("0123456789/.-") == absl::string_view::npos;
}

Fields NumericFields(absl::string_view text) {
  const size_t separator = text.find_first_of("/.-");
  if (separator == absl::string_view::npos) return {};
  const std::vector<absl::string_view> parts = absl::StrSplit(text, text[separator]);
  if (parts.size() != 3) return {};
  const bool year_first = parts[0].size() == 4;
  return {.day = Number(parts[year_first ? 2 : 0], 1, 2),
          .month = Number(parts[1], 1, 2),
          .year = Number(parts[year_first ? 0 : 2], 4, 4),
          .weekday = std::nullopt};
}

// "9", "09", "9th", "1er".
std::optional<int> DayNumber(absl::string_view word) {
  for (const absl::string_view suffix : {"st", "nd", "rd", "th", "er"}) {
    if (absl::ConsumeSuffix(&word, suffix)) break;
  }
  return Number(word, 1, 2);
}

bool IsFiller(absl::string_view word) {
  for (const absl::string_view filler :
       {"يوم", "من", "شهر", "عام", "لعام", "سنه", "of", "the", "le", "de"}) {
    if (word == filler) return true;
  }
  return false;
}

// Reads words from left to right: a weekday, then day and month in either order, then the year.
class WordReader {
 public:
  explicit WordReader(absl::string_view normalized)
      : words_(absl::StrSplit(normalized, ' ', absl::SkipEmpty())) {}

  // The fields, with those missing that could not be read; none after a word of no use.
  Fields Read() {
    while (next_ < words_.size()) {
      if (!Take()) return {};
    }
    return fields_;
  }

 private:
  bool Take() {
    if (IsFiller(words_[next_])) return Advance(1);
    return TakeMonth() || TakeWeekday() || TakeDay() || TakeYear();
  }

  bool Advance(size_t words) {
    next_ += words;
    return true;
  }

  // A second name of the same month passes: officials write "شباط/فبراير".
  bool TakeMonth() {
    size_t words = 2;
    std::optional<int> month;
    if (next_ + 1 < words_.size()) {
      month = MonthOfName(absl::StrCat(words_[next_], " ", words_[next_ + 1]));
    }
    if (!month) {
      words = 1;
      month = MonthOfName(words_[next_]);
    }
    if (!month || fields_.year || fields_.month.value_or(*month) != *month) return false;
    fields_.month = month;
    return Advance(words);
  }

  bool TakeWeekday() {
    if (fields_.weekday || fields_.day || fields_.month) return false;
    fields_.weekday = WeekdayOfName(words_[next_]);
    return fields_.weekday && Advance(1);
  }

  bool TakeDay() {
    if (fields_.day || fields_.year) return false;
    fields_.day = DayNumber(words_[next_]);
    return fields_.day && Advance(1);
  }

  bool TakeYear() {
    if (fields_.year || !fields_.day || !fields_.month) return false;
    fields_.year = Number(words_[next_], 4, 4);
    return fields_.year && Advance(1);
  }

  std::vector<std::string> words_;
  size_t next_ = 0;
  Fields fields_;
};

std::string PrintYear(absl::civil_year_t year) { return absl::StrFormat("%04d", year); }

DigitStyle DigitsOf(const DateStyle& style) {
  return style.language == Language::kArabic ? style.country.digits : DigitStyle::kAscii;
}

}  // namespace

absl::StatusOr<absl::CivilDay> ParseDate(absl::string_view text) {
  const std::string ascii = ToAsciiDigits(WithoutBidiCharacters(text));
  absl::string_view date = absl::StripAsciiWhitespace(ascii);
  if (!absl::ConsumeSuffix(&date, "م.")) absl::ConsumeSuffix(&date, "م");  // ميلادي, of our era
  date = WithoutMidnight(absl::StripTrailingAsciiWhitespace(date));
  if (IsNumeric(date)) return DayOf(NumericFields(date));
  if (!IsValidUtf8(date)) return NotADate();
  return DayOf(WordReader(NormalizeForSearch(date)).Read());
}

std::string PrintDate(absl::CivilDay day, const DateStyle& style) {
  const bool premier = style.language == Language::kFrench && day.day() == 1;
  return WithDigits(absl::StrCat(day.day(), premier ? "er" : "", " ",
                                 MonthName(day.month(), style.language, style.country.months), " ",
                                 PrintYear(day.year())),
                    DigitsOf(style));
}

std::string PrintMonth(absl::CivilMonth month, const DateStyle& style) {
  return WithDigits(absl::StrCat(MonthName(month.month(), style.language, style.country.months),
                                 " ", PrintYear(month.year())),
                    DigitsOf(style));
}

std::string PrintIsoDate(absl::CivilDay day) {
  return absl::StrFormat("%04d-%02d-%02d", day.year(), day.month(), day.day());
}

}  // namespace mudiriya::text
