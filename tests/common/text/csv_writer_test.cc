#include "common/text/csv_writer.h"

#include <random>
#include <string>
#include <vector>

#include "common/text/csv_reader.h"
#include "gtest/gtest.h"

namespace mudiriya::text {
namespace {

using Table = std::vector<std::vector<std::string>>;

constexpr char kByteOrderMark[] = "\xEF\xBB\xBF";

std::string Write(const Table& table, CsvWriterOptions options = {}) {
  std::string file;
  CsvWriter writer(&file, options);
  for (const auto& row : table) writer.Row(row);
  return file;
}

Table ReadBack(const std::string& file, CsvReaderOptions options = {}) {
  Table table;
  CsvReader reader(file, options);
  for (CsvRow row; reader.Next(&row);) {
    EXPECT_EQ(row.fault, CsvFault::kNone) << CsvFaultText(row.fault);
    table.emplace_back(row.cells.begin(), row.cells.end());
  }
  return table;
}

TEST(CsvWriterTest, WritesForExcel) {
  EXPECT_EQ(Write({{"الاسم", "العدد"}, {"حمص", "12"}}),
            std::string(kByteOrderMark) + "الاسم,العدد\r\nحمص,12\r\n");
}

TEST(CsvWriterTest, QuotesOnlyWhatHasToBe) {
  const CsvWriterOptions plain{.delimiter = ',', .byte_order_mark = false};
  EXPECT_EQ(Write({{"a b", "c,d", "e;f", "g\"h", "i\nj", " k", ""}}, plain),
            "a b,\"c,d\",\"e;f\",\"g\"\"h\",\"i\nj\",\" k\",\r\n");
  EXPECT_EQ(Write({{""}}, plain), "\"\"\r\n");
}

TEST(CsvWriterTest, UsesTheDelimiterAsked) {
  EXPECT_EQ(Write({{"a", "1,5"}}, {.delimiter = ';', .byte_order_mark = false}), "a;\"1,5\"\r\n");
}

TEST(CsvWriterTest, GuardsFormulas) {
  const CsvWriterOptions plain{.delimiter = ',', .byte_order_mark = false};
  for (const char* cell : {"=1+1", "=cmd|' /C calc'!A0", "+963112223334", "-1+1", "-", "-x",
                           "@SUM(A1)", "-5%", "'=1", "''-2", "--5"}) {
    EXPECT_EQ(Write({{cell}}, plain), "'" + std::string(cell) + "\r\n") << cell;
  }
  EXPECT_EQ(Write({{"\t=1"}}, plain), "\"'\t=1\"\r\n");
  EXPECT_EQ(Write({{"\r=1"}}, plain), "\"'\r=1\"\r\n");
}

TEST(CsvWriterTest, LeavesNumbersAndTextAlone) {
  const CsvWriterOptions plain{.delimiter = ',', .byte_order_mark = false};
  for (const char* cell : {"-5", "-1234.5", "-٥", "-1e5", "5", "a=b", "it's", "'", "'a", "حمص -"}) {
    EXPECT_EQ(Write({{cell}}, plain), std::string(cell) + "\r\n") << cell;
  }
}

TEST(CsvWriterTest, GuardsNothingWhereTurnedOff) {
  EXPECT_EQ(Write({{"=1"}}, {.delimiter = ',', .byte_order_mark = false, .guard_formulas = false}),
            "=1\r\n");
}

std::string RandomCell(std::mt19937* random) {
  static const char* const kPieces[] = {
      "حمص",  "é", "a",  "12", "-",  "=",    "+", "@", "'", "\"",
      ",",    ";", "\t", "\n", "\r", "\r\n", " ", "٣", ".", "\xEF\xBB\xBF",
      "sep=", "😀", "-5", "e5"};
  std::string cell;
  for (int pieces = (*random)() % 6; pieces > 0; --pieces) {
    cell += kPieces[(*random)() % std::size(kPieces)];
  }
  return cell;
}

Table RandomTable(std::mt19937* random) {
  Table table(1 + (*random)() % 5, std::vector<std::string>(1 + (*random)() % 5));
  for (auto& row : table) {
    for (std::string& cell : row) cell = RandomCell(random);
  }
  return table;
}

TEST(CsvWriterTest, ReaderReadsBackWhatWasWritten) {
  std::mt19937 random(17);
  for (int i = 0; i < 40'000; ++i) {
    const Table table = RandomTable(&random);
    const char delimiter = ",;\t"[random() % 3];
    const CsvWriterOptions options{.delimiter = delimiter, .byte_order_mark = random() % 2 == 0};
    const std::string file = Write(table, options);
    ASSERT_EQ(ReadBack(file, {.delimiter = delimiter}), table) << testing::PrintToString(file);
    if (table[0].size() > 1) {
      ASSERT_EQ(ReadBack(file), table) << "detected; " << testing::PrintToString(file);
    }
  }
}

}  // namespace
}  // namespace mudiriya::text
