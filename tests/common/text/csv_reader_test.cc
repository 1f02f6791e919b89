#include "common/text/csv_reader.h"

#include <random>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace mudiriya::text {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// A row that outlives the reader.
struct Read {
  int64_t number;
  int64_t line;
  std::vector<std::string> cells;
  CsvFault fault;
  int fault_column;
};

std::vector<Read> ReadAll(absl::string_view file, CsvReaderOptions options = {}) {
  CsvReader reader(file, options);
  std::vector<Read> rows;
  for (CsvRow row; reader.Next(&row);) {
    rows.push_back(
        {row.number, row.line, {row.cells.begin(), row.cells.end()}, row.fault, row.fault_column});
  }
  EXPECT_EQ(reader.offset() + (absl::StartsWith(file, "\xEF\xBB\xBF") ? 3 : 0), file.size());
  return rows;
}

std::vector<std::vector<std::string>> Cells(absl::string_view file, CsvReaderOptions options = {}) {
  std::vector<std::vector<std::string>> cells;
  for (Read& row : ReadAll(file, options)) {
    EXPECT_EQ(row.fault, CsvFault::kNone) << CsvFaultText(row.fault);
    cells.push_back(std::move(row.cells));
  }
  return cells;
}

TEST(CsvReaderTest, ReadsEachLineEnd) {
  for (const char* file :
       {"a,b\nc,d", "a,b\nc,d\n", "a,b\r\nc,d\r\n", "a,b\rc,d\r", "a,b\rc,d\n"}) {
    EXPECT_THAT(Cells(file), ElementsAre(ElementsAre("a", "b"), ElementsAre("c", "d"))) << file;
  }
}

TEST(CsvReaderTest, KeepsEmptyCells) {
  EXPECT_THAT(Cells("a,,b\n,\n,,"),
              ElementsAre(ElementsAre("a", "", "b"), ElementsAre("", ""), ElementsAre("", "", "")));
  EXPECT_THAT(Cells("\"\"\n"), ElementsAre(ElementsAre("")));
}

TEST(CsvReaderTest, HasNoRowsInNothing) {
  for (const char* file : {"", "\xEF\xBB\xBF", "\n\r\n\n", "sep=;", "sep=;\r\n"}) {
    EXPECT_THAT(Cells(file), IsEmpty()) << file;
  }
}

TEST(CsvReaderTest, ReadsQuotes) {
  EXPECT_THAT(
      Cells("\"a,b\",\"say \"\"hi\"\"\",\"\"\"\",\"\"\nx\"y\",5'\"\n"),
      ElementsAre(ElementsAre("a,b", "say \"hi\"", "\"", ""), ElementsAre("x\"y\"", "5'\"")));
}

TEST(CsvReaderTest, ReadsLineEndsInsideOfCellsAndCountsLines) {
  const std::vector<Read> rows = ReadAll("h,i\r\n\"one\r\ntwo\n\nfour\rfive\",x\r\n\r\nlast,y\r\n");
  ASSERT_EQ(rows.size(), 3);
  EXPECT_THAT(rows[1].cells, ElementsAre("one\r\ntwo\n\nfour\rfive", "x"));
  EXPECT_EQ(rows[1].number, 2);
  EXPECT_EQ(rows[1].line, 2);
  EXPECT_EQ(rows[2].number, 4) << "the blank row counts";
  EXPECT_EQ(rows[2].line, 8);
}

TEST(CsvReaderTest, KeepsSpacesAndApostrophes) {
  EXPECT_THAT(Cells(" a , b\n'quoted',it's\n"),
              ElementsAre(ElementsAre(" a ", " b"), ElementsAre("'quoted'", "it's")));
}

TEST(CsvReaderTest, RemovesTheFormulaGuard) {
  const char* file = "'=1+1,'+963,'@x,'-,''=a,'a,'\n\"'=\"\"q\"\"\",-5,x,x,x,x,x\n";
  EXPECT_THAT(Cells(file), ElementsAre(ElementsAre("=1+1", "+963", "@x", "-", "'=a", "'a", "'"),
                                       ElementsAre("=\"q\"", "-5", "x", "x", "x", "x", "x")));
  EXPECT_THAT(Cells("'=1\n", {.remove_formula_guard = false}), ElementsAre(ElementsAre("'=1")));
}

TEST(CsvReaderTest, DetectsTheDelimiterFromTheHeader) {
  struct Case {
    const char* file;
    char delimiter;
  };
  for (const Case& c : std::vector<Case>{{"a,b;c,d", ','},
                                         {"a;b;c\n1,5;2,5;3,5,5,5", ';'},
                                         {"الرمز;الاسم", ';'},
                                         {"\xEF\xBB\xBF"
                                          "a\tb\tc,d",
                                          '\t'},
                                         {"\"a;b;c\",d", ','},
                                         {"\"line;\n;;\"\"\",x", ','},
                                         {"one\na;b", ','},
                                         {"", ','},
                                         {"sep=\t\na,b,c", '\t'},
                                         {"sep=|\na;b", ','}}) {
    EXPECT_EQ(CsvReader(c.file).delimiter(), c.delimiter) << c.file;
  }
  EXPECT_EQ(CsvReader("a;b", {.delimiter = ','}).delimiter(), ',');
}

TEST(CsvReaderTest, SkipsByteOrderMarkAndSepLine) {
  const std::vector<Read> rows = ReadAll("\xEF\xBB\xBFsep=;\r\nالاسم;x\r\nحمص;1,5\r\n");
  ASSERT_EQ(rows.size(), 2);
  EXPECT_THAT(rows[0].cells, ElementsAre("الاسم", "x"));
  EXPECT_EQ(rows[0].number, 1) << "spreadsheets hide the sep line";
  EXPECT_EQ(rows[0].line, 2);
  EXPECT_THAT(rows[1].cells, ElementsAre("حمص", "1,5"));
}

TEST(CsvReaderTest, ReportsAnUnterminatedQuoteAndGoesOn) {
  const std::vector<Read> rows = ReadAll("a,b\n1,\"open\n2,x\n3,y\n");
  ASSERT_EQ(rows.size(), 4);
  EXPECT_EQ(rows[1].fault, CsvFault::kUnterminatedQuote);
  EXPECT_EQ(rows[1].number, 2);
  EXPECT_EQ(rows[1].fault_column, 2);
  EXPECT_THAT(rows[1].cells, ElementsAre("1"));
  EXPECT_THAT(rows[2].cells, ElementsAre("2", "x"));
  EXPECT_EQ(rows[2].fault, CsvFault::kNone);
  EXPECT_EQ(rows[3].line, 4);
}

TEST(CsvReaderTest, ReportsTextAfterAQuoteAndGoesOn) {
  const std::vector<Read> rows = ReadAll("a,b\n\"x\" y,1\nz,2\n");
  ASSERT_EQ(rows.size(), 3);
  EXPECT_EQ(rows[1].fault, CsvFault::kTextAfterQuote);
  EXPECT_EQ(rows[1].fault_column, 1);
  EXPECT_THAT(rows[2].cells, ElementsAre("z", "2"));
}

TEST(CsvReaderTest, AStrayQuoteDoesNotSwallowTheRowsUpToTheNextOne) {
  const std::vector<Read> rows = ReadAll("a,b\n\"stray,1\nx,2\n\"fine\",3\ny,4\n");
  ASSERT_EQ(rows.size(), 5);
  EXPECT_EQ(rows[1].fault, CsvFault::kTextAfterQuote);
  EXPECT_THAT(rows[2].cells, ElementsAre("x", "2"));
  EXPECT_THAT(rows[3].cells, ElementsAre("fine", "3"));
  EXPECT_EQ(rows[3].fault, CsvFault::kNone);
  EXPECT_THAT(rows[4].cells, ElementsAre("y", "4"));
  EXPECT_EQ(rows[4].number, 5);
  EXPECT_EQ(rows[4].line, 5);
}

TEST(CsvReaderTest, TheEndOfABrokenCellIsNoRow) {
  const std::vector<Read> rows = ReadAll("a,b\n\"one\ntwo\"x,5\nlater\"s,6\n");
  ASSERT_EQ(rows.size(), 4);
  EXPECT_EQ(rows[1].fault, CsvFault::kTextAfterQuote);
  EXPECT_EQ(rows[2].fault, CsvFault::kStrayQuote);
  EXPECT_EQ(rows[3].fault, CsvFault::kNone) << "a quote in a bare cell is text elsewhere";
}

TEST(CsvReaderTest, ReportsMalformedUtf8WithoutLosingTheOthers) {
  const std::vector<Read> rows = ReadAll("code,name\n1,\xCD\xE3\xD5\n2,حمص\n3,\"\xFF\"\n");
  ASSERT_EQ(rows.size(), 4);
  EXPECT_EQ(rows[1].fault, CsvFault::kInvalidUtf8);
  EXPECT_EQ(rows[1].fault_column, 2);
  EXPECT_THAT(rows[1].cells, ElementsAre("1", "\xCD\xE3\xD5"));
  EXPECT_EQ(rows[2].fault, CsvFault::kNone);
  EXPECT_EQ(rows[3].fault, CsvFault::kInvalidUtf8);
}

TEST(CsvReaderTest, RefusesUtf16) {
  for (const std::string& file : {std::string("\xFF\xFE"
                                              "a\0,\0b\0",
                                              8),
                                  std::string("\xFE\xFF\0a", 4)}) {
    const std::vector<Read> rows = ReadAll(file);
    ASSERT_EQ(rows.size(), 1);
    EXPECT_EQ(rows[0].fault, CsvFault::kUtf16);
    EXPECT_THAT(rows[0].cells, IsEmpty());
  }
}

TEST(CsvReaderTest, EveryRowOfAHundredThousandIsSeenWhateverTheRubbish) {
  std::string file = "code,name\n";
  std::mt19937 random(11);
  const char* rubbish[] = {"\"open,1\n", "\"a\"b,1\n", "\xFF,1\n", "x\n"};
  int good = 0;
  for (int i = 0; i < 100'000; ++i) {
    const bool bad = random() % 100 == 0;
    file += bad ? rubbish[random() % 4] : "f-1,مركز صحي\n";
    good += bad ? 0 : 1;
  }
  int seen = 0;
  CsvReader reader(file);
  CsvRow row;
  while (reader.Next(&row)) {
    if (row.fault == CsvFault::kNone && row.cells.size() == 2 && row.cells[0] == "f-1") ++seen;
  }
  EXPECT_EQ(seen, good);
  EXPECT_EQ(row.number, 100'001);
}

// Lines that open a quoted cell when read afresh and leave it open when read inside of one.
TEST(CsvReaderTest, StaysLinearOnHostileFiles) {
  for (const std::string& line : {std::string("a\",\"\"\",\"\"\n"), std::string("\"\n"),
                                  std::string("\"\"\"\n"), std::string("x,\"\"\n\"y\n")}) {
    std::string file = "h,i\n";
    while (file.size() < 4'000'000) file += line;
    CsvReader reader(file);
    int64_t rows = 0;
    for (CsvRow row; reader.Next(&row);) ++rows;
    EXPECT_GT(rows, 1) << line;
    EXPECT_EQ(reader.offset(), file.size());
  }
}

TEST(CsvReaderTest, EndsOnRandomBytes) {
  std::mt19937 random(13);
  const char alphabet[] = {'a', '"', '"', ',', ';', '\n', '\r', '\'', '=', '\xD8', '\xA7'};
  for (int i = 0; i < 30'000; ++i) {
    std::string file;
    for (int length = random() % 40; length > 0; --length) {
      file.push_back(alphabet[random() % std::size(alphabet)]);
    }
    ReadAll(file);
  }
}

}  // namespace
}  // namespace mudiriya::text
