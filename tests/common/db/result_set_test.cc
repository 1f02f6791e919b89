#include "common/db/result_set.h"

#include <vector>

#include "gtest/gtest.h"

namespace mudiriya::db {
namespace {

ResultSet OneRow(std::vector<Value> cells) {
  Columns columns;
  for (size_t i = 0; i < cells.size(); ++i) columns.push_back(std::string(1, 'a' + i));
  return ResultSet(std::make_shared<const Columns>(columns), std::move(cells));
}

TEST(ResultSetTest, IsEmptyByDefault) {
  const ResultSet result;
  EXPECT_TRUE(result.empty());
  EXPECT_EQ(result.size(), 0u);
  for (const Row row : result) FAIL() << row.size();
}

TEST(ResultSetTest, GoesThroughItsRows) {
  const ResultSet result(std::make_shared<const Columns>(Columns{"id", "beds"}),
                         {Value("a"), Value(1), Value("b"), Value(2), Value("c"), Value(3)});
  ASSERT_EQ(result.size(), 3u);
  std::string ids;
  int64_t beds = 0;
  for (const Row row : result) {
    ids += row.Text("id");
    beds += row.Int64(1);
  }
  EXPECT_EQ(ids, "abc");
  EXPECT_EQ(beds, 6);
}

TEST(RowTest, ReadsNumbersFromDecimals) {
  const ResultSet result = OneRow({Value("12.000"), Value("-0.25"), Value(int64_t{1} << 62)});
  EXPECT_EQ(result.front().Int64("a"), 12);
  EXPECT_EQ(result.front().Double("b"), -0.25);
  EXPECT_EQ(result.front().Double("c"), 4611686018427387904.0);
}

TEST(RowTest, ReadsNullAsNothing) {
  const ResultSet result = OneRow({Value(nullptr)});
  const Row row = result.front();
  EXPECT_TRUE(row.IsNull("a"));
  EXPECT_EQ(row.Int64("a"), 0);
  EXPECT_EQ(row.Double("a"), 0);
  EXPECT_EQ(row.Text("a"), "");
  EXPECT_FALSE(row.Bool("a"));
}

TEST(RowDeathTest, EndsTheProgramWhereItIsMisread) {
  const ResultSet result = OneRow({Value("12.5"), Value(0.5), Value("x")});
  const Row row = result.front();
  EXPECT_DEATH(row.Int64("a"), "no integer: a");
  EXPECT_DEATH(row.Text("b"), "no text: b");
  EXPECT_DEATH(row.Double("c"), "no number: c");
  EXPECT_DEATH(row.Text("d"), "no such column: d");
  EXPECT_DEATH(row.Text(3), "no such column: 3");
}

}  // namespace
}  // namespace mudiriya::db
