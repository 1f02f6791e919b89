#include "common/status/errors.h"

#include "common/status/payload.h"
#include "gmock/gmock.h"
#include "google/rpc/error_details.pb.h"
#include "gtest/gtest.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya {
namespace {

using ::mudiriya::testing::HasError;
using ::mudiriya::testing::StatusIs;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(ErrorTest, CarriesReasonDomainAndArguments) {
  const absl::Status status = Error(Reason::OUT_OF_RANGE, {{"min", 0}, {"max", 1}, {"extra", "x"}});
  EXPECT_THAT(status, StatusIs(absl::StatusCode::kInvalidArgument));
  google::rpc::ErrorInfo info;
  ASSERT_TRUE(GetPayload(status, info));
  EXPECT_EQ(info.reason(), "OUT_OF_RANGE");
  EXPECT_EQ(info.domain(), "mudiriya.health");
  EXPECT_EQ(info.metadata().at("max"), "1");
  EXPECT_EQ(info.metadata().at("extra"), "x");
  EXPECT_EQ(ArgumentOf(status, "min"), "0");
  EXPECT_EQ(ArgumentOf(status, "absent"), "");
}

TEST(ErrorTest, ConveniencesHaveTheirReasons) {
  EXPECT_THAT(NotFound("a/b"), HasError(Reason::NOT_FOUND));
  EXPECT_THAT(AlreadyExists("a/b"), HasError(Reason::ALREADY_EXISTS));
  EXPECT_THAT(Stale("a/b"), StatusIs(absl::StatusCode::kAborted, HasSubstr("a/b")));
  EXPECT_THAT(PermissionDenied("registry.areas.write"),
              StatusIs(absl::StatusCode::kPermissionDenied, HasSubstr("registry.areas.write")));
}

#ifndef NDEBUG
TEST(ErrorDeathTest, DebugBuildsRefuseAMissingArgument) {
  EXPECT_DEATH(Error(Reason::NOT_FOUND).IgnoreError(), "IsComplete");
}
#endif

TEST(WithRetryDelayTest, TellsHowLongToWait) {
  const absl::Status status = WithRetryDelay(Error(Reason::QUEUE_FULL), absl::Milliseconds(1250));
  google::rpc::RetryInfo info;
  ASSERT_TRUE(GetPayload(status, info));
  EXPECT_EQ(info.retry_delay().seconds(), 1);
  EXPECT_EQ(info.retry_delay().nanos(), 250'000'000);
  EXPECT_THAT(status, HasError(Reason::QUEUE_FULL));
}

TEST(ReasonOfTest, IsNothingForForeignErrors) {
  EXPECT_FALSE(ReasonOf(absl::OkStatus()).has_value());
  EXPECT_FALSE(ReasonOf(absl::InternalError("x")).has_value());
  google::rpc::ErrorInfo info;
  info.set_reason("NOT_FOUND");
  info.set_domain("googleapis.com");
  absl::Status status = absl::NotFoundError("x");
  SetPayload(status, info);
  EXPECT_FALSE(ReasonOf(status).has_value());
}

TEST(WithErrorInfoTest, LeavesOurErrorsAlone) {
  EXPECT_OK(WithErrorInfo(absl::OkStatus()));
  const absl::Status status = NotFound("directorates/homs");
  EXPECT_EQ(WithErrorInfo(status), status);
}

TEST(WithErrorInfoTest, KeepsTheCodeButNotTheTextOfALibrary) {
  const absl::Status status = WithErrorInfo(absl::DeadlineExceededError("at /srv/secret.cc:12"));
  EXPECT_THAT(status, HasError(Reason::DEADLINE_EXCEEDED));
  EXPECT_THAT(std::string(status.message()), Not(HasSubstr("secret")));
}

TEST(WithErrorInfoTest, GivesEveryCodeAReason) {
  for (int code = 1; code <= 16; ++code) {
    const auto canonical = static_cast<absl::StatusCode>(code);
    const absl::Status status = WithErrorInfo(absl::Status(canonical, "x"));
    EXPECT_EQ(status.code(), canonical);
    ASSERT_TRUE(ReasonOf(status).has_value()) << code;
    EXPECT_THAT(std::string(status.message()), Not(HasSubstr("…")));
  }
}

}  // namespace
}  // namespace mudiriya
