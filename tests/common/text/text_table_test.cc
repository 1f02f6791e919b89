#include "common/text/text_table.h"

#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "common/text/display_width.h"
#include "gtest/gtest.h"

namespace mudiriya::text {
namespace {

TEST(TextTableTest, LinesUpArabicAndLatin) {
  TextTable table({"Facility", "المنطقة", "Gap"});
  table.AddRow({"Homs", "حِمْص", "12"});
  table.AddRow({"مستشفى تدمر", "تدمر", "-٣٫٥"});
  EXPECT_EQ(table.Print(),
            "Facility     المنطقة   Gap\n"
            "───────────  ───────  ────\n"
            "Homs         حِمْص        12\n"
            "مستشفى تدمر  تدمر     -٣٫٥\n");
}

TEST(TextTableTest, AlignsNumbersAtTheEnd) {
  TextTable table({"a", "b", "c", "d"});
  table.AddRow({"1", "1", "—", ""});
  table.AddRow({"22", "x", "5%", ""});
  EXPECT_EQ(table.Print(),
            " a  b   c  d\n"
            "──  ─  ──  ─\n"
            " 1  1   —\n"
            "22  x  5%\n");
}

TEST(TextTableTest, TakesTheAlignmentAsked) {
  TextTable table({"code", "name"});
  table.SetAlign(0, Align::kStart);
  table.SetAlign(1, Align::kEnd);
  table.AddRow({"1", "x"});
  EXPECT_EQ(table.Print(),
            "code  name\n"
            "────  ────\n"
            "1        x\n");
}

TEST(TextTableTest, FillsMissingCellsAndDropsSurplus) {
  TextTable table({"a", "b"});
  table.AddRow({});
  table.AddRow({"x", "y", "z"});
  EXPECT_EQ(table.Print(), "a  b\n─  ─\n\nx  y\n");
}

TEST(TextTableTest, CutsLongCells) {
  TextTable table({"name"}, {.max_column_width = 5});
  table.AddRow({"المستشفى الكبير"});
  EXPECT_EQ(table.Print(), "name\n─────\nالمس…\n");
}

TEST(TextTableTest, DefusesWhatCouldDriveTheTerminal) {
  TextTable table({"name"});
  table.AddRow({"a\x1B[31mb\nc\u202Ed\xFF\u009B"});
  const std::string printed = table.Print();
  EXPECT_TRUE(absl::EndsWith(printed, "a [31mb cd\uFFFD\n")) << printed;
}

TEST(TextTableTest, IsolatesCellsWithoutMovingColumns) {
  TextTable table({"a", "b"}, {.isolate_cells = true});
  table.AddRow({"حمص", "1"});
  table.AddRow({"x", ""});
  EXPECT_EQ(table.Print(),
            "\u2068a\u2069    \u2068b\u2069\n"
            "───  ─\n"
            "\u2068حمص\u2069  \u20681\u2069\n"
            "\u2068x\u2069\n");
}

TEST(TextTableTest, EveryFullRowHasTheSameWidth) {
  TextTable table({"name", "count"});
  for (const char* name : {"Homs", "حُمُص", "漢字", "e\u0301a", "لا", "😀", ""})
    table.AddRow({name, "7"});
  const std::string printed = table.Print();
  const std::vector<std::string> lines = absl::StrSplit(printed, '\n', absl::SkipEmpty());
  for (const std::string& line : lines) EXPECT_EQ(DisplayWidth(line), 11) << line;
}

}  // namespace
}  // namespace mudiriya::text
