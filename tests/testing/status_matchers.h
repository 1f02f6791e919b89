#ifndef MUDIRIYA_TESTS_TESTING_STATUS_MATCHERS_H_
#define MUDIRIYA_TESTS_TESTING_STATUS_MATCHERS_H_

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "common/status/errors.h"
#include "common/status/violations.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

// gtest finds it by argument-dependent lookup, so that a failed expectation shows the text.
namespace absl {
inline void PrintTo(const Status& status, std::ostream* out) { *out << status.ToString(); }
template <typename T>
void PrintTo(const StatusOr<T>& result, std::ostream* out) {
  *out << result.status().ToString();
}
}  // namespace absl

namespace mudiriya::testing {

inline const absl::Status& GetStatus(const absl::Status& status) { return status; }
template <typename T>
const absl::Status& GetStatus(const absl::StatusOr<T>& result) {
  return result.status();
}

// EXPECT_THAT(result, IsOk()): an absl::Status or absl::StatusOr without error.
MATCHER(IsOk, negation ? "is an error" : "is OK") {
  *result_listener << GetStatus(arg).ToString();
  return GetStatus(arg).ok();
}

// EXPECT_THAT(result, StatusIs(absl::StatusCode::kNotFound)).
MATCHER_P(StatusIs, code, "has status code " + absl::StatusCodeToString(code)) {
  *result_listener << GetStatus(arg).ToString();
  return GetStatus(arg).code() == code;
}

// EXPECT_THAT(result, StatusIs(absl::StatusCode::kNotFound, HasSubstr("hospital"))).
MATCHER_P2(StatusIs, code, message, "has status code " + absl::StatusCodeToString(code)) {
  *result_listener << GetStatus(arg).ToString() << " ";
  return GetStatus(arg).code() == code &&
         ::testing::ExplainMatchResult(message, std::string(GetStatus(arg).message()),
                                       result_listener);
}

// EXPECT_THAT(result, HasError(Reason::STALE_ETAG)): its code and reason.
MATCHER_P(HasError, reason, "has the reason " + std::string(ReasonName(reason))) {
  *result_listener << GetStatus(arg).ToString();
  return GetStatus(arg).code() == ReasonCode(reason) && HasReason(GetStatus(arg), reason);
}

// EXPECT_THAT(result, HasViolation("area.code", Reason::TOO_LONG)).
MATCHER_P2(HasViolation, field, reason,
           "has a violation of " + std::string(field) + ": " + std::string(ReasonName(reason))) {
  *result_listener << GetStatus(arg).ToString();
  const Violations violations = Violations::FromStatus(GetStatus(arg));
  for (const Violation& violation : violations.entries()) {
    if (violation.field == field && violation.reason == reason) return true;
  }
  return false;
}

// EXPECT_THAT(result, IsOkAndHolds(7)): an absl::StatusOr whose value matches.
MATCHER_P(IsOkAndHolds, value, "is OK and holds what matches") {
  if (!arg.ok()) {
    *result_listener << arg.status().ToString();
    return false;
  }
  return ::testing::ExplainMatchResult(
      ::testing::SafeMatcherCast<typename std::decay_t<decltype(arg)>::value_type const&>(value),
      *arg, result_listener);
}

}  // namespace mudiriya::testing

// Fail the test, or stop it, on an error.
#define EXPECT_OK(...) EXPECT_THAT((__VA_ARGS__), ::mudiriya::testing::IsOk())
#define ASSERT_OK(...) ASSERT_THAT((__VA_ARGS__), ::mudiriya::testing::IsOk())

// ASSERT_OK_AND_ASSIGN(auto row, Find(id)): stops the test on an error.
#define ASSERT_OK_AND_ASSIGN(left, ...) \
  MUDIRIYA_TEST_ASSIGN_(MUDIRIYA_TEST_CONCAT_(result_, __LINE__), left, __VA_ARGS__)
#define MUDIRIYA_TEST_ASSIGN_(result, left, ...) \
  auto result = (__VA_ARGS__);                   \
  ASSERT_OK(result);                             \
  left = *std::move(result)
#define MUDIRIYA_TEST_CONCAT_(a, b) MUDIRIYA_TEST_CONCAT_INNER_(a, b)
#define MUDIRIYA_TEST_CONCAT_INNER_(a, b) a##b

#endif  // MUDIRIYA_TESTS_TESTING_STATUS_MATCHERS_H_
