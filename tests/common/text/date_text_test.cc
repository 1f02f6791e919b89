#include "common/text/date_text.h"

#include <string>
#include <vector>

#include "common/text/month_names.h"
#include "gtest/gtest.h"

namespace mudiriya::text {
namespace {

using absl::CivilDay;
using absl::CivilMonth;

TEST(ParseDateTest, ReadsEachFormOfOneDay) {
  for (const char* text : {"2026-02-09",
                           "2026-2-9",
                           "2026/02/09",
                           "2026.02.09",
                           "2026-02-09 00:00:00",
                           "2026-02-09T00:00:00Z",
                           "2026-02-09T00:00:00.000+00:00",
                           "9/2/2026",
                           "09/02/2026",
                           "9-2-2026",
                           "9.2.2026",
                           "9/2/2026 00:00",
                           "٩/٢/٢٠٢٦",
                           "۰۹/۰۲/۲۰۲۶",
                           "٢٠٢٦-٠٢-٠٩",
                           "\u200F٩\u200F/٢\u200F/٢٠٢٦",
                           "٩ شباط ٢٠٢٦",
                           "9 شباط 2026",
                           "9 فبراير 2026",
                           "9 فيفري 2026",
                           "٩ شُباط ٢٠٢٦",
                           "9 شباط/فبراير 2026",
                           "9 شباط (فبراير) 2026",
                           "9 شباط، 2026",
                           "الاثنين ٩ شباط ٢٠٢٦",
                           "يوم الإثنين 9 فبراير 2026",
                           "9 من شباط 2026",
                           "٩ فبراير ٢٠٢٦م",
                           "9/2/2026 م",
                           "9/2/2026م.",
                           "9 February 2026",
                           "09 Feb 2026",
                           "9-Feb-2026",
                           "February 9, 2026",
                           "Feb. 9th, 2026",
                           "the 9th of February 2026",
                           "Monday, 9 February 2026",
                           "9 février 2026",
                           "9 FEVRIER 2026",
                           "9 févr. 2026",
                           "lundi 9 février 2026",
                           "le 9 fevrier 2026",
                           "  2026-02-09  "}) {
    const absl::StatusOr<CivilDay> day = ParseDate(text);
    ASSERT_TRUE(day.ok()) << text << ": " << day.status();
    EXPECT_EQ(*day, CivilDay(2026, 2, 9)) << text;
  }
}

TEST(ParseDateTest, ReadsEveryMonthOfEveryFamilyAndLanguage) {
  for (int month = 1; month <= 12; ++month) {
    for (const Language language : kLanguages) {
      for (const MonthFamily family :
           {MonthFamily::kLevant, MonthFamily::kNile, MonthFamily::kMaghreb}) {
        const std::string text = PrintDate(CivilDay(2024, month, 1), {language, {family}});
        const absl::StatusOr<CivilDay> day = ParseDate(text);
        ASSERT_TRUE(day.ok()) << text;
        EXPECT_EQ(*day, CivilDay(2024, month, 1)) << text;
      }
    }
  }
}

TEST(ParseDateTest, ReadsSpellingsThatAreNotPrinted) {
  EXPECT_EQ(ParseDate("3 كانون ثاني 2025").value(), CivilDay(2025, 1, 3));
  EXPECT_EQ(ParseDate("3 تشرين أول 2025").value(), CivilDay(2025, 10, 3));
  EXPECT_EQ(ParseDate("3 ابريل 2025").value(), CivilDay(2025, 4, 3));
  EXPECT_EQ(ParseDate("3 إبريل 2025").value(), CivilDay(2025, 4, 3));
  EXPECT_EQ(ParseDate("3 يوليه 2025").value(), CivilDay(2025, 7, 3));
  EXPECT_EQ(ParseDate("3 غشت 2025").value(), CivilDay(2025, 8, 3));
  EXPECT_EQ(ParseDate("3 دجنبر 2025").value(), CivilDay(2025, 12, 3));
  EXPECT_EQ(ParseDate("1er août 2025").value(), CivilDay(2025, 8, 1));
}

TEST(ParseDateTest, KnowsLeapYears) {
  EXPECT_EQ(ParseDate("29/2/2024").value(), CivilDay(2024, 2, 29));
  EXPECT_EQ(ParseDate("29/2/2000").value(), CivilDay(2000, 2, 29));
  EXPECT_EQ(ParseDate("29/2/2026").status().code(), absl::StatusCode::kOutOfRange);
  EXPECT_EQ(ParseDate("29/2/1900").status().code(), absl::StatusCode::kOutOfRange);
}

TEST(ParseDateTest, RefusesDaysThatAreNot) {
  for (const char* text : {"31/4/2026", "0/1/2026", "1/0/2026", "1/13/2026", "2026-13-01",
                           "2026-02-30", "٣١ نيسان ٢٠٢٦", "32 January 2026", "1447-08-21",
                           "9/2/1799", "9/2/2201", "الثلاثاء ٩ شباط ٢٠٢٦", "Sunday 9 Feb 2026"}) {
    EXPECT_EQ(ParseDate(text).status().code(), absl::StatusCode::kOutOfRange) << text;
  }
}

TEST(ParseDateTest, RefusesWhatIsNoDate) {
  for (const char* text : {"",
                           " ",
                           "soon",
                           "2026",
                           "شباط",
                           "شباط ٢٠٢٦",
                           "9 شباط",
                           "9/2/26",
                           "9 شباط 26",
                           "9/2",
                           "9/2/2026/1",
                           "9/2-2026",
                           "-9/2/2026",
                           "9//2026",
                           "2026-02-09 13:30:00",
                           "9/2/2026x",
                           "9 2 2026",
                           "9 شباط آذار 2026",
                           "9 9 شباط 2026",
                           "2026 شباط 9",
                           "9 foo 2026",
                           "45331",
                           "12345-01-01",
                           "٩ شعبان ١٤٤٧",
                           "9 شباط\xFF 2026",
                           "NaN",
                           "1e3/2/2026"}) {
    EXPECT_EQ(ParseDate(text).status().code(), absl::StatusCode::kInvalidArgument) << text;
  }
}

TEST(ParseDateTest, NeverRepeatsTheText) {
  EXPECT_EQ(ParseDate("Fatima 1990").status().message().find("Fatima"), absl::string_view::npos);
}

TEST(PrintDateTest, FollowsTheCustomOfTheCountry) {
  struct Case {
    const char* country;
    const char* expected;
  };
  for (const Case& c : std::vector<Case>{{"SY", "٩ شباط ٢٠٢٦"},
                                         {"sy", "٩ شباط ٢٠٢٦"},
                                         {"EG", "٩ فبراير ٢٠٢٦"},
                                         {"LY", "9 فبراير 2026"},
                                         {"DZ", "9 فيفري 2026"},
                                         {"TN", "9 فيفري 2026"},
                                         {"IQ", "٩ شباط ٢٠٢٦"},
                                         {"", "9 فبراير 2026"},
                                         {"ZZ", "9 فبراير 2026"}}) {
    const DateStyle style{Language::kArabic, StyleOfCountry(c.country)};
    EXPECT_EQ(PrintDate(CivilDay(2026, 2, 9), style), c.expected) << c.country;
  }
}

TEST(PrintDateTest, PrintsTwoWordMonths) {
  const DateStyle syria{Language::kArabic, StyleOfCountry("SY")};
  EXPECT_EQ(PrintDate(CivilDay(2025, 1, 31), syria), "٣١ كانون الثاني ٢٠٢٥");
  EXPECT_EQ(PrintDate(CivilDay(2025, 12, 1), syria), "١ كانون الأول ٢٠٢٥");
}

TEST(PrintDateTest, PrintsEnglishAndFrenchInAsciiDigits) {
  const CountryStyle syria = StyleOfCountry("SY");
  EXPECT_EQ(PrintDate(CivilDay(2026, 2, 9), {Language::kEnglish, syria}), "9 February 2026");
  EXPECT_EQ(PrintDate(CivilDay(2026, 2, 9), {Language::kFrench, syria}), "9 février 2026");
  EXPECT_EQ(PrintDate(CivilDay(2026, 8, 1), {Language::kFrench, syria}), "1er août 2026");
  EXPECT_EQ(PrintDate(CivilDay(2026, 8, 1), {Language::kEnglish, syria}), "1 August 2026");
}

TEST(PrintMonthTest, PrintsMonthAndYear) {
  EXPECT_EQ(PrintMonth(CivilMonth(2026, 2), {Language::kArabic, StyleOfCountry("SY")}),
            "شباط ٢٠٢٦");
  EXPECT_EQ(PrintMonth(CivilMonth(2026, 7), {Language::kArabic, StyleOfCountry("DZ")}),
            "جويلية 2026");
  EXPECT_EQ(PrintMonth(CivilMonth(2026, 8), {Language::kFrench, {}}), "août 2026");
}

TEST(PrintIsoDateTest, PadsWithZeros) {
  EXPECT_EQ(PrintIsoDate(CivilDay(2026, 2, 9)), "2026-02-09");
  EXPECT_EQ(PrintIsoDate(CivilDay(1800, 12, 31)), "1800-12-31");
}

TEST(PrintDateTest, EveryDayOfFourYearsReadsBack) {
  for (CivilDay day(2024, 1, 1); day < CivilDay(2028, 1, 1); ++day) {
    for (const char* country : {"SY", "EG", "DZ"}) {
      const DateStyle style{Language::kArabic, StyleOfCountry(country)};
      ASSERT_EQ(ParseDate(PrintDate(day, style)).value(), day);
    }
    ASSERT_EQ(ParseDate(PrintIsoDate(day)).value(), day);
    ASSERT_EQ(ParseDate(PrintDate(day, {Language::kFrench, {}})).value(), day);
  }
}

TEST(WeekdayOfNameTest, KnowsThreeLanguages) {
  EXPECT_EQ(WeekdayOfName("الجمعه"), absl::Weekday::friday);
  EXPECT_EQ(WeekdayOfName("saturday"), absl::Weekday::saturday);
  EXPECT_EQ(WeekdayOfName("dimanche"), absl::Weekday::sunday);
  EXPECT_EQ(WeekdayOfName("someday"), std::nullopt);
}

}  // namespace
}  // namespace mudiriya::text
