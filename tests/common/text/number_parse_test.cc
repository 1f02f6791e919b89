#include <cmath>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "common/text/number_text.h"
#include "gtest/gtest.h"

namespace mudiriya::text {
namespace {

TEST(ParseNumberTest, ReadsWhatIsClearWhateverTheOption) {
  const std::vector<std::pair<std::string, double>> cases = {
      {"0", 0},
      {"7", 7},
      {"007", 7},
      {"-3", -3},
      {"+3", 3},
      {"−3", -3},
      {" 12 ", 12},
      {"1.5", 1.5},
      {"1,5", 1.5},
      {".5", 0.5},
      {"-,25", -0.25},
      {"1234567", 1234567},
      {"1,234,567", 1234567},
      {"1.234.567", 1234567},
      {"1,234.5", 1234.5},
      {"1.234,5", 1234.5},
      {"1,234,567.891", 1234567.891},
      {"1.234.567,891", 1234567.891},
      {"0,123", 0.123},
      {"0.123", 0.123},
      {"1234,567", 1234.567},
      {"1234.567", 1234.567},
      {"1 234", 1234},
      {"1\u00A0234,5", 1234.5},
      {"1\u202F234\u202F567,5", 1234567.5},
      {"1'234.5", 1234.5},
      {"12.3456", 12.3456},
      {"١٢٣", 123},
      {"۱۲۳", 123},
      {"١٢٫٥", 12.5},
      {"١٬٢٣٤", 1234},
      {"١٬٢٣٤٬٥٦٧٫٨٩", 1234567.89},
      {"١٢٣٫٤٥٦", 123.456},
      {"-٥", -5},
      {"\u061C-٥", -5},
      {"\u200F١٢\u200E", 12},
      {"1.2E+05", 120000},
      {"1.234e2", 123.4},
      {"1,234e2", 123.4},
      {"5e-1", 0.5},
      {"1e-400", 0},
      {"17362.51578349692", 17362.51578349692},
      {"9007199254740993", 9007199254740992.0},
      {"1e308", 1e308},
  };
  for (const auto& [text, value] : cases) {
    for (const DecimalMark mark : {DecimalMark::kPoint, DecimalMark::kComma}) {
      const absl::StatusOr<double> parsed = ParseNumber(text, mark);
      ASSERT_TRUE(parsed.ok()) << text << ": " << parsed.status();
      EXPECT_DOUBLE_EQ(*parsed, value) << text;
    }
  }
}

TEST(ParseNumberTest, OptionDecidesWhatIsAmbiguous) {
  struct Case {
    const char* text;
    double with_point;
    double with_comma;
  };
  for (const Case& c : std::vector<Case>{{"1,234", 1234, 1.234},
                                         {"1.234", 1.234, 1234},
                                         {"-12,345", -12345, -12.345},
                                         {"123.456", 123.456, 123456},
                                         {"١،٢٣٤", 1234, 1.234}}) {
    EXPECT_DOUBLE_EQ(ParseNumber(c.text, DecimalMark::kPoint).value(), c.with_point) << c.text;
    EXPECT_DOUBLE_EQ(ParseNumber(c.text, DecimalMark::kComma).value(), c.with_comma) << c.text;
  }
}

TEST(ParseNumberTest, RefusesRubbish) {
  for (const char* text :
       {"",         " ",        "-",    "+",        ".",        ",",          "--1",
        "+-1",      "1-",       "12a",  "a12",      "NaN",      "nan",        "inf",
        "Infinity", "-inf",     "0x10", "1e",       "e5",       "1e+",        "1e5.5",
        "1e5e5",    "1e123456", "12%",  "3 kg",     "1,23,456", "1,2345,678", "12,34.5",
        "1.234.5",  "1,234,5",  "1 23", "1234 567", ",123,456", "1,234 567",  "1٬234,567.8",
        "1٫2٫3",    "1٫2.3",    "5.",   "5,",       "1..2",     "1,,2",       "١٢x",
        "½",        "²",        "१२",   "1_000",    "\xFF",     "1\xFF",      "(5)",
        "TRUE"}) {
    EXPECT_EQ(ParseNumber(text).status().code(), absl::StatusCode::kInvalidArgument) << text;
  }
}

TEST(ParseNumberTest, RefusesOverflow) {
  for (const std::string& text : {std::string("1e309"), std::string("-1e400"),
                                  std::string("9e99999"), std::string(400, '9')}) {
    EXPECT_EQ(ParseNumber(text).status().code(), absl::StatusCode::kOutOfRange) << text;
  }
}

TEST(ParseNumberTest, NeverRepeatsTheText) {
  EXPECT_EQ(ParseNumber("Fatima").status().message().find("Fatima"), absl::string_view::npos);
}

TEST(ParseIntegerTest, ReadsWholeNumbersExactly) {
  const std::vector<std::pair<std::string, int64_t>> cases = {
      {"0", 0},
      {"-0", 0},
      {"0e99999", 0},
      {"42", 42},
      {"12.0", 12},
      {"12,000,000", 12000000},
      {"1.2E+05", 120000},
      {"1200e-2", 12},
      {"٣٬٩٦١", 3961},
      {"9007199254740993", 9007199254740993},
      {"9223372036854775807", std::numeric_limits<int64_t>::max()},
      {"-9223372036854775808", std::numeric_limits<int64_t>::min()},
      {"0000000000000000000000009223372036854775807", std::numeric_limits<int64_t>::max()},
      {"0.00000000000000000000000042e26", 42},
  };
  for (const auto& [text, value] : cases) {
    const absl::StatusOr<int64_t> parsed = ParseInteger(text);
    ASSERT_TRUE(parsed.ok()) << text << ": " << parsed.status();
    EXPECT_EQ(*parsed, value) << text;
  }
}

TEST(ParseIntegerTest, FollowsTheOption) {
  EXPECT_EQ(ParseInteger("1,234").value(), 1234);
  EXPECT_EQ(ParseInteger("1.234", DecimalMark::kComma).value(), 1234);
  EXPECT_EQ(ParseInteger("1.234").status().code(), absl::StatusCode::kInvalidArgument);
}

TEST(ParseIntegerTest, RefusesFractionsAndOverflow) {
  for (const char* text : {"1.5", "0.001", "12e-1", "4,5", "abc", "", "1e"}) {
    EXPECT_EQ(ParseInteger(text).status().code(), absl::StatusCode::kInvalidArgument) << text;
  }
  for (const char* text : {"9223372036854775808", "-9223372036854775809", "1e19", "1e99999"}) {
    EXPECT_EQ(ParseInteger(text).status().code(), absl::StatusCode::kOutOfRange) << text;
  }
}

}  // namespace
}  // namespace mudiriya::text
