#include "common/db/sql_error.h"

#include "common/status/errors.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::db {
namespace {

using ::mudiriya::testing::HasError;
using ::mudiriya::testing::StatusIs;
using ::testing::HasSubstr;
using ::testing::Not;

struct Mapping {
  int number;
  absl::StatusCode code;
  bool loss = false;
  bool contention = false;
};

class SqlStatusTest : public ::testing::TestWithParam<Mapping> {};

TEST_P(SqlStatusTest, HasTheCodeOfItsNumber) {
  const absl::Status status = SqlStatus(GetParam().number, "");
  EXPECT_THAT(status, StatusIs(GetParam().code));
  EXPECT_TRUE(ReasonOf(status).has_value());
  EXPECT_EQ(SqlErrorOf(status)->number, GetParam().number);
  EXPECT_EQ(IsConnectionLoss(GetParam().number), GetParam().loss);
  EXPECT_EQ(IsContention(GetParam().number), GetParam().contention);
}

INSTANTIATE_TEST_SUITE_P(All, SqlStatusTest,
                         ::testing::Values(Mapping{1062, absl::StatusCode::kAlreadyExists},
                                           Mapping{1205, absl::StatusCode::kAborted, false, true},
                                           Mapping{1213, absl::StatusCode::kAborted, false, true},
                                           Mapping{1451, absl::StatusCode::kFailedPrecondition},
                                           Mapping{1452, absl::StatusCode::kFailedPrecondition},
                                           Mapping{3819, absl::StatusCode::kFailedPrecondition},
                                           Mapping{4025, absl::StatusCode::kFailedPrecondition},
                                           Mapping{2002, absl::StatusCode::kUnavailable, true},
                                           Mapping{2003, absl::StatusCode::kUnavailable, true},
                                           Mapping{2006, absl::StatusCode::kUnavailable, true},
                                           Mapping{2013, absl::StatusCode::kUnavailable, true},
                                           Mapping{1040, absl::StatusCode::kUnavailable},
                                           Mapping{1045, absl::StatusCode::kUnavailable},
                                           Mapping{1969, absl::StatusCode::kDeadlineExceeded},
                                           Mapping{3024, absl::StatusCode::kDeadlineExceeded},
                                           Mapping{1064, absl::StatusCode::kInternal},
                                           Mapping{1792, absl::StatusCode::kInternal},
                                           Mapping{0, absl::StatusCode::kInternal}));

TEST(SqlStatusTest, KeepsTheDriversTextFromTheCaller) {
  const absl::Status status = SqlStatus(1062, "Duplicate entry 'Salma' for key 'uq_code'");
  EXPECT_THAT(std::string(status.message()), Not(HasSubstr("Salma")));
  EXPECT_EQ(SqlErrorOf(status)->constraint, "uq_code");
  EXPECT_EQ(SqlErrorOf(status)->detail, "");
}

TEST(SqlStatusTest, NamesTheConstraintInTheWordsOfBothServers) {
  const auto constraint = [](int number, absl::string_view text) {
    return SqlErrorOf(SqlStatus(number, text))->constraint;
  };
  EXPECT_EQ(constraint(1062, "Duplicate entry 'it's for key 'x'' for key 'area.uq_code'"),
            "uq_code");
  EXPECT_EQ(constraint(1452,
                       "Cannot add or update a child row: a foreign key constraint fails "
                       "(`s`.`area`, CONSTRAINT `fk_parent` FOREIGN KEY (`p`) …)"),
            "fk_parent");
  EXPECT_EQ(constraint(4025, "CONSTRAINT `ck_fte` failed for `s`.`assignment`"), "ck_fte");
  EXPECT_EQ(constraint(3819, "Check constraint 'ck_fte' is violated."), "ck_fte");
  EXPECT_EQ(constraint(1062, "no quotes at all"), "");
}

TEST(SqlStatusTest, KeepsTheTextOfOurOwnMistakesForTheLog) {
  const absl::Status status = SqlStatus(1054, "Unknown column 'x'\nin 'field list'");
  EXPECT_THAT(status, HasError(Reason::INTERNAL));
  EXPECT_EQ(SqlErrorOf(status)->detail, "Unknown column 'x'\nin 'field list'");
  EXPECT_THAT(std::string(status.message()), Not(HasSubstr("column")));
}

TEST(SqlErrorOfTest, IsNothingForOtherErrors) {
  EXPECT_FALSE(SqlErrorOf(absl::OkStatus()).has_value());
  EXPECT_FALSE(SqlErrorOf(NotFound("directorates/homs")).has_value());
  EXPECT_EQ(SqlErrorOf(MisuseError("twice"))->number, 0);
}

}  // namespace
}  // namespace mudiriya::db
