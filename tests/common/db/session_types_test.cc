#include <limits>
#include <string>

#include "common/db/session.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/testing/database.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::db {
namespace {

using ::mudiriya::testing::IsOkAndHolds;
using ::mudiriya::testing::TestDatabase;

// What comes back is what went in, for every type that the suite stores.
class SessionTypesTest : public ::testing::Test {
 protected:
  void SetUp() override { ASSERT_OK_AND_ASSIGN(session_, Session::Open(database_.options())); }

  // Stores `value` in a column of `type` and reads it again.
  Value RoundTrip(const std::string& type, const Value& value) {
    database_.Run("CREATE OR REPLACE TABLE t (v " + type + ")");
    EXPECT_THAT(session_->Execute("INSERT INTO t (v) VALUES (?)", {value}), IsOkAndHolds(1));
    const auto result = session_->Query("SELECT v FROM t");
    EXPECT_OK(result);
    return result.ok() ? result->front().Cell(0) : Value(nullptr);
  }

  TestDatabase database_;
  std::unique_ptr<Session> session_;
};

TEST_F(SessionTypesTest, DoubleKeepsEveryDigit) {
  for (double value : {0.1, 1.0 / 3, 1e300, -2.2250738585072014e-308, 0.0, 123456789.123456789}) {
    EXPECT_EQ(RoundTrip("DOUBLE", value), Value(value));
  }
}

TEST_F(SessionTypesTest, IntegersReachTheirBounds) {
  for (int64_t value : {std::numeric_limits<int64_t>::min(), int64_t{-1}, int64_t{0},
                        std::numeric_limits<int64_t>::max()}) {
    EXPECT_EQ(RoundTrip("BIGINT", value), Value(value));
  }
  EXPECT_EQ(RoundTrip("TINYINT(1)", true), Value(int64_t{1}));
  EXPECT_EQ(RoundTrip("INT", int64_t{-7}), Value(int64_t{-7}));
}

TEST_F(SessionTypesTest, UnsignedIntegersAboveTheSignedRangeComeAsDigits) {
  EXPECT_EQ(RoundTrip("BIGINT UNSIGNED", int64_t{5}), Value(int64_t{5}));
  EXPECT_EQ(RoundTrip("BIGINT UNSIGNED", "18446744073709551615"), Value("18446744073709551615"));
}

TEST_F(SessionTypesTest, DecimalIsExact) {
  EXPECT_EQ(RoundTrip("DECIMAL(30,10)", "12345678901234567890.0123456789"),
            Value("12345678901234567890.0123456789"));
}

TEST_F(SessionTypesTest, SumOfIntegersReadsAsAnInteger) {
  const auto result =
      session_->Query("SELECT SUM(v) AS total FROM (SELECT 2 AS v UNION SELECT 3) t");
  ASSERT_OK(result);
  EXPECT_EQ(result->front().Int64("total"), 5);
}

TEST_F(SessionTypesTest, TimesKeepMicroseconds) {
  EXPECT_EQ(RoundTrip("DATETIME(6)", "2026-02-09 08:30:00.000001"),
            Value("2026-02-09 08:30:00.000001"));
  EXPECT_EQ(RoundTrip("DATETIME(6)", "2026-02-09 08:30:00.000000"), Value("2026-02-09 08:30:00"));
  EXPECT_EQ(RoundTrip("DATE", "2026-02-09"), Value("2026-02-09"));
}

TEST_F(SessionTypesTest, ArabicAndRareCharactersSurvive) {
  for (const char* text : {"مستشفى حمص الكبير", "ٱلْقُرْآن", "🏥 مشفى", "é", ""}) {
    EXPECT_EQ(RoundTrip("VARCHAR(200)", text), Value(text));
    EXPECT_EQ(RoundTrip("LONGTEXT", text), Value(text));
  }
}

TEST_F(SessionTypesTest, BlobsHoldZeroBytes) {
  const std::string bytes("a\0b\0\xff", 5);
  EXPECT_EQ(RoundTrip("LONGBLOB", bytes), Value(bytes));
  EXPECT_EQ(RoundTrip("VARBINARY(10)", bytes), Value(bytes));
}

TEST_F(SessionTypesTest, TextOfAMegabyteSurvives) {
  std::string text;
  while (text.size() < (1 << 20)) text += "مديرية الصحة ";
  EXPECT_EQ(RoundTrip("LONGTEXT", text), Value(text));
}

TEST_F(SessionTypesTest, NullIsNull) {
  for (const char* type : {"BIGINT", "DOUBLE", "VARCHAR(10)", "DATETIME(6)", "LONGTEXT"}) {
    EXPECT_EQ(RoundTrip(type, nullptr), Value(nullptr));
  }
}

TEST_F(SessionTypesTest, OneStatementTakesValuesAndNullsInTurn) {
  database_.Run("CREATE TABLE t (id BIGINT, a DOUBLE, b VARCHAR(20))");
  const char insert[] = "INSERT INTO t VALUES (?, ?, ?)";
  EXPECT_OK(session_->Execute(insert, {Value(1), Value(nullptr), Value("x")}));
  EXPECT_OK(session_->Execute(insert, {Value(2), Value(0.5), Value(nullptr)}));
  EXPECT_OK(session_->Execute(insert, {Value(3), Value(nullptr), Value("longer than before")}));
  const auto result = session_->Query("SELECT a, b FROM t ORDER BY id");
  ASSERT_OK(result);
  EXPECT_TRUE((*result)[0].IsNull("a"));
  EXPECT_EQ((*result)[1].Double("a"), 0.5);
  EXPECT_TRUE((*result)[1].IsNull("b"));
  EXPECT_TRUE((*result)[2].IsNull("a"));
  EXPECT_EQ((*result)[2].Text("b"), "longer than before");
}

TEST_F(SessionTypesTest, OneStatementReadsShortAndLongTextInTurn) {
  database_.Run("CREATE TABLE t (id BIGINT, v LONGTEXT)");
  const std::string texts[] = {"short", std::string(100'000, 'x'), "", "short again"};
  for (int64_t i = 0; i < 4; ++i) {
    ASSERT_OK(session_->Execute("INSERT INTO t VALUES (?, ?)", {Value(i), Value(texts[i])}));
  }
  for (int64_t i = 0; i < 4; ++i) {
    const auto result = session_->Query("SELECT v FROM t WHERE id = ?", {Value(i)});
    ASSERT_OK(result);
    EXPECT_EQ(result->front().Text("v"), texts[i]);
  }
}

}  // namespace
}  // namespace mudiriya::db
