#include <cmath>
#include <limits>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "common/text/number_text.h"
#include "gtest/gtest.h"

namespace mudiriya::text {
namespace {

constexpr auto kArabic = Language::kArabic;
constexpr auto kEnglish = Language::kEnglish;
constexpr auto kFrench = Language::kFrench;
constexpr auto kAscii = DigitStyle::kAscii;
constexpr auto kIndic = DigitStyle::kArabicIndic;

TEST(PrintNumberTest, FollowsLanguageAndDigits) {
  EXPECT_EQ(PrintNumber(1234.5, {kEnglish, kAscii, 1}), "1,234.5");
  EXPECT_EQ(PrintNumber(1234.5, {kFrench, kAscii, 1}), "1\u202F234,5");
  EXPECT_EQ(PrintNumber(1234.5, {kArabic, kIndic, 1}), "١٬٢٣٤٫٥");
  EXPECT_EQ(PrintNumber(1234.5, {kArabic, kAscii, 1}), "1,234.5");
  EXPECT_EQ(PrintNumber(1234.5, {kArabic, DigitStyle::kExtendedArabicIndic, 1}), "۱٬۲۳۴٫۵");
}

TEST(PrintNumberTest, RoundsHalfUpOnTheDecimalThatIsRead) {
  struct Case {
    double value;
    int decimals;
    const char* expected;
  };
  for (const Case& c : std::vector<Case>{{0.5, 0, "1"},
                                         {1.5, 0, "2"},
                                         {2.5, 0, "3"},
                                         {-2.5, 0, "-3"},
                                         {1.005, 2, "1.01"},
                                         {2.675, 2, "2.68"},
                                         {1.115, 2, "1.12"},
                                         {0.1 + 0.2, 2, "0.30"},
                                         {17.4581, 2, "17.46"},
                                         {18.4939, 2, "18.49"},
                                         {1.0049999, 2, "1.00"},
                                         {-0.4, 0, "0"},
                                         {-0.0, 2, "0.00"},
                                         {1e15 + 0.5, 0, "1,000,000,000,000,001"},
                                         {0.1, 15, "0.100000000000000"},
                                         {0.1, 99, "0.100000000000000"},
                                         {1.5, -3, "2"}}) {
    EXPECT_EQ(PrintNumber(c.value, {kEnglish, kAscii, c.decimals}), c.expected) << c.value;
  }
}

TEST(PrintNumberTest, TrimsZerosAndGroupsWhereAsked) {
  NumberStyle style{kEnglish, kAscii, 3, true};
  EXPECT_EQ(PrintNumber(1.5, style), "1.5");
  EXPECT_EQ(PrintNumber(2, style), "2");
  EXPECT_EQ(PrintNumber(1.23456, style), "1.235");
  style.group_thousands = false;
  EXPECT_EQ(PrintNumber(1234567, style), "1234567");
}

TEST(PrintNumberTest, ShowsNoValue) {
  for (const double value : {std::nan(""), HUGE_VAL, -HUGE_VAL}) {
    EXPECT_EQ(PrintNumber(value, {kArabic, kIndic, 1}), "—");
  }
}

TEST(PrintIntegerTest, PrintsTheWholeRange) {
  EXPECT_EQ(PrintInteger(39961, {kArabic, kIndic}), "٣٩٬٩٦١");
  EXPECT_EQ(PrintInteger(24458, {kFrench}), "24\u202F458");
  EXPECT_EQ(PrintInteger(std::numeric_limits<int64_t>::min(), {}), "-9,223,372,036,854,775,808");
  EXPECT_EQ(PrintInteger(5, {.language = kEnglish, .decimals = 2}), "5");
}

TEST(PrintNumberTest, ReadsBack) {
  std::mt19937_64 random(5);
  for (int i = 0; i < 2'000; ++i) {
    const double value = static_cast<double>(static_cast<int64_t>(random() % 2'000'000'000'000) -
                                             1'000'000'000'000) /
                         1000;
    for (const NumberStyle& style :
         {NumberStyle{kEnglish, kAscii, 3}, NumberStyle{kFrench, kAscii, 3},
          NumberStyle{kArabic, kIndic, 3}, NumberStyle{kArabic, kAscii, 3}}) {
      const DecimalMark mark =
          style.language == kFrench ? DecimalMark::kComma : DecimalMark::kPoint;
      const std::string text = PrintNumber(value, style);
      const absl::StatusOr<double> parsed = ParseNumber(text, mark);
      ASSERT_TRUE(parsed.ok()) << text;
      ASSERT_DOUBLE_EQ(*parsed, value) << text;
    }
  }
}

TEST(PrintNumberTest, IsThreadSafe) {
  std::vector<std::thread> threads;
  std::vector<std::string> last(4);
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&last, t] {
      for (int i = 0; i < 500; ++i) last[t] = PrintNumber(i + 0.25, {kFrench, kAscii, i % 9});
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& text : last) EXPECT_EQ(text, "499,2500");
}

}  // namespace
}  // namespace mudiriya::text
