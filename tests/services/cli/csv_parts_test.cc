#include "services/cli/csv_parts.h"

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"

namespace mudiriya::cli {
namespace {

TEST(SplitCsvTest, KeepsASmallFileWhole) {
  const auto parts = SplitCsv("a,b\n1,2\n3,4\n", 1000);
  ASSERT_EQ(parts.size(), 1);
  EXPECT_EQ(parts[0].text, "a,b\n1,2\n3,4\n");
  EXPECT_EQ(parts[0].first_row, 2);
  EXPECT_EQ(parts[0].rows, 2);
}

TEST(SplitCsvTest, RepeatsTheHeaderAndCountsOn) {
  std::string file = "id\n";
  for (int i = 0; i < 100; ++i) absl::StrAppend(&file, i, "\n");
  int64_t row = 2;
  std::string joined = "id\n";
  for (const CsvPart& part : SplitCsv(file, 20)) {
    EXPECT_EQ(part.text.substr(0, 3), "id\n");
    EXPECT_EQ(part.first_row, row);
    joined += part.text.substr(3);
    row += part.rows;
  }
  EXPECT_EQ(joined, file);
  EXPECT_EQ(row, 102);
}

TEST(SplitCsvTest, NeverCutsAQuotedCell) {
  const std::string row = "\"first line\nsecond \"\"line\"\"\",x\n";
  for (const CsvPart& part : SplitCsv("a,b\n" + row + row + row, 10)) {
    EXPECT_EQ(part.text, "a,b\n" + row);
  }
}

TEST(SplitCsvTest, GivesAHeaderWithoutRowsAsOnePart) {
  const auto parts = SplitCsv("a,b", 10);
  ASSERT_EQ(parts.size(), 1);
  EXPECT_EQ(parts[0].text, "a,b");
  EXPECT_EQ(parts[0].rows, 0);
}

}  // namespace
}  // namespace mudiriya::cli
