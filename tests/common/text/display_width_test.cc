#include "common/text/display_width.h"

#include <string>
#include <utility>
#include <vector>

#include "gtest/gtest.h"

namespace mudiriya::text {
namespace {

TEST(DisplayWidthTest, CountsColumns) {
  const std::vector<std::pair<std::string, int>> cases = {
      {"", 0},
      {"homs", 4},
      {"حمص", 3},
      {"لا", 2},
      {"ﻻ", 1},
      {"حِمْص", 3},
      {"مُحَمَّد", 4},
      {"حـمص", 4},
      {"é", 1},
      {"e\u0301", 1},
      {"١٢٫٥", 4},
      {"\u200Fحمص\u2069", 3},
      {"\uFEFFa\u200Db", 2},
      {"漢字", 4},
      {"ｱ", 1},
      {"Ａ", 2},
      {"😀", 2},
      {"각", 2},
      {"\u1100\u1161\u11A8", 2},
      {"a\xFFz", 3},
      {std::string("a\0b\x1B", 4), 2},
      {"—…", 2},
  };
  for (const auto& [text, width] : cases) EXPECT_EQ(DisplayWidth(text), width) << text;
}

TEST(PadTest, FillsUpToTheWidth) {
  EXPECT_EQ(PadEnd("حِمص", 5), "حِمص  ");
  EXPECT_EQ(PadStart("١٢", 4), "  ١٢");
  EXPECT_EQ(PadEnd("漢", 3), "漢 ");
  EXPECT_EQ(PadEnd("long", 2), "long");
  EXPECT_EQ(PadStart("long", -1), "long");
}

TEST(TruncateTest, CutsAtTheWidth) {
  EXPECT_EQ(Truncate("homs", 4), "homs");
  EXPECT_EQ(Truncate("homs!", 4), "hom…");
  EXPECT_EQ(Truncate("حِمْصَ الكبير", 4), "حِمْصَ…");
  EXPECT_EQ(Truncate("漢字漢", 4), "漢…");
  EXPECT_EQ(Truncate("ab", 1), "…");
  EXPECT_EQ(Truncate("", 1), "");
}

TEST(TruncateTest, NeverExceedsTheWidth) {
  const std::string text = "مُسْتَشْفَى Homs 漢字 😀 e\u0301 العام";
  for (int width = 1; width < 40; ++width) EXPECT_LE(DisplayWidth(Truncate(text, width)), width);
}

}  // namespace
}  // namespace mudiriya::text
