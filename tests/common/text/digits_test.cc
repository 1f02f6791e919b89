#include "common/text/digits.h"

#include "gtest/gtest.h"

namespace mudiriya::text {
namespace {

TEST(DigitValueTest, KnowsThreeSets) {
  EXPECT_EQ(DigitValue(U'0'), 0);
  EXPECT_EQ(DigitValue(U'9'), 9);
  EXPECT_EQ(DigitValue(U'٠'), 0);
  EXPECT_EQ(DigitValue(U'٩'), 9);
  EXPECT_EQ(DigitValue(U'۰'), 0);
  EXPECT_EQ(DigitValue(U'۹'), 9);
  for (const char32_t other : {U'/', U':', U'a', U'٪', U'۔', U'९', U'²'}) {
    EXPECT_EQ(DigitValue(other), -1);
  }
}

TEST(WithDigitsTest, TurnsEachSetIntoEach) {
  for (const char* digits : {"0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"}) {
    EXPECT_EQ(WithDigits(digits, DigitStyle::kAscii), "0123456789");
    EXPECT_EQ(WithDigits(digits, DigitStyle::kArabicIndic), "٠١٢٣٤٥٦٧٨٩");
    EXPECT_EQ(WithDigits(digits, DigitStyle::kExtendedArabicIndic), "۰۱۲۳۴۵۶۷۸۹");
  }
}

TEST(WithDigitsTest, KeepsAllElseByteForByte) {
  EXPECT_EQ(ToAsciiDigits("قرار ٣١٥ لسنة ٢٠٢٤"), "قرار 315 لسنة 2024");
  EXPECT_EQ(ToAsciiDigits("\xD9\xFF٥"),
            "\xD9\xFF"
            "5");
  EXPECT_EQ(ToAsciiDigits(""), "");
}

}  // namespace
}  // namespace mudiriya::text
