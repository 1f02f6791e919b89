#include "common/status/macros.h"

#include <map>
#include <memory>

#include "gtest/gtest.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya {
namespace {

using ::mudiriya::testing::IsOkAndHolds;
using ::mudiriya::testing::StatusIs;

absl::StatusOr<int> Half(int number) {
  if (number % 2 != 0) return absl::InvalidArgumentError("odd");
  return number / 2;
}

absl::StatusOr<int> Quarter(int number) {
  ASSIGN_OR_RETURN(const int half, Half(number));
  int quarter = 0;
  ASSIGN_OR_RETURN(quarter, Half(half));
  return quarter;
}

absl::Status Check(int number) {
  RETURN_IF_ERROR(Half(number).status());
  return absl::OkStatus();
}

TEST(MacrosTest, PassValuesAndErrorsOn) {
  EXPECT_THAT(Quarter(8), IsOkAndHolds(2));
  EXPECT_THAT(Quarter(6), StatusIs(absl::StatusCode::kInvalidArgument));
  EXPECT_OK(Check(2));
  EXPECT_THAT(Check(3), StatusIs(absl::StatusCode::kInvalidArgument));
}

absl::StatusOr<std::unique_ptr<int>> Boxed(int number) { return std::make_unique<int>(number); }

TEST(MacrosTest, MoveValuesThatCannotBeCopied) {
  const auto function = []() -> absl::StatusOr<int> {
    ASSIGN_OR_RETURN(const std::unique_ptr<int> box, Boxed(5));
    return *box;
  };
  EXPECT_THAT(function(), IsOkAndHolds(5));
}

TEST(MacrosTest, TakeExpressionsWithCommas) {
  const auto function = []() -> absl::Status {
    ASSIGN_OR_RETURN(auto map, absl::StatusOr<std::map<int, int>>(std::map<int, int>{{1, 2}}));
    RETURN_IF_ERROR(map.count(1) == 1 ? absl::OkStatus()
                                      : absl::Status(absl::StatusCode::kInternal, ""));
    return absl::OkStatus();
  };
  EXPECT_OK(function());
}

}  // namespace
}  // namespace mudiriya
