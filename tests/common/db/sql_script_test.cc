#include "common/db/sql_script.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace mudiriya::db {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(SplitStatementsTest, CutsAtSemicolons) {
  EXPECT_THAT(SplitStatements("SELECT 1; SELECT 2 ;\nSELECT 3"),
              ElementsAre("SELECT 1", "SELECT 2", "SELECT 3"));
}

TEST(SplitStatementsTest, KeepsSemicolonsInsideQuotes) {
  EXPECT_THAT(SplitStatements("SELECT ';' ; SELECT \"a;b\"; SELECT `c;d`"),
              ElementsAre("SELECT ';'", "SELECT \"a;b\"", "SELECT `c;d`"));
}

TEST(SplitStatementsTest, KnowsDoubledAndEscapedQuotes) {
  EXPECT_THAT(SplitStatements(R"(SELECT 'it''s;', 'a\';b'; SELECT `\`; SELECT 2)"),
              ElementsAre(R"(SELECT 'it''s;', 'a\';b')", "SELECT `\\`", "SELECT 2"));
}

TEST(SplitStatementsTest, DropsComments) {
  EXPECT_THAT(
      SplitStatements("-- first; not this\nSELECT 1 -- one;\n, 2; # x;\n/* a; ' */SELECT 3"),
      ElementsAre("SELECT 1 \n, 2", "SELECT 3"));
}

TEST(SplitStatementsTest, TakesMinusSignsForWhatTheyAre) {
  EXPECT_THAT(SplitStatements("SELECT 3--2; SELECT '--', '/*', '#'"),
              ElementsAre("SELECT 3--2", "SELECT '--', '/*', '#'"));
}

TEST(SplitStatementsTest, FindsNothingWhereThereIsNothing) {
  EXPECT_THAT(SplitStatements(""), IsEmpty());
  EXPECT_THAT(SplitStatements(" ;\n; -- only a comment"), IsEmpty());
  EXPECT_THAT(SplitStatements("/* never ends; SELECT 1"), IsEmpty());
}

TEST(SplitStatementsTest, KeepsArabicText) {
  EXPECT_THAT(SplitStatements("INSERT INTO t VALUES ('حمص؛ ;')"),
              ElementsAre("INSERT INTO t VALUES ('حمص؛ ;')"));
}

}  // namespace
}  // namespace mudiriya::db
