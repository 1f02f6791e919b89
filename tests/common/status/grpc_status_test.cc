#include "common/status/grpc_status.h"

#include "common/status/errors.h"
#include "common/status/localize.h"
#include "common/status/payload.h"
#include "common/status/violations.h"
#include "gmock/gmock.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"
#include "gtest/gtest.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya {
namespace {

using ::mudiriya::testing::HasError;
using ::mudiriya::testing::StatusIs;

google::rpc::Status DetailsOf(const grpc::Status& status) {
  google::rpc::Status details;
  EXPECT_TRUE(details.ParseFromString(status.error_details()));
  return details;
}

TEST(GrpcStatusTest, OkIsOk) {
  EXPECT_TRUE(ToGrpcStatus(absl::OkStatus()).ok());
  EXPECT_OK(FromGrpcStatus(grpc::Status::OK));
}

TEST(GrpcStatusTest, KeepsEveryDetailThereAndBack) {
  absl::Status status = WithRetryDelay(Error(Reason::QUEUE_FULL), absl::Seconds(2));
  status = Localize(status, Language::kArabic);
  const grpc::Status wire = ToGrpcStatus(status);
  EXPECT_EQ(wire.error_code(), grpc::StatusCode::RESOURCE_EXHAUSTED);
  EXPECT_EQ(DetailsOf(wire).details_size(), 3);
  EXPECT_EQ(DetailsOf(wire).code(), wire.error_code());
  EXPECT_EQ(DetailsOf(wire).message(), wire.error_message());
  EXPECT_EQ(FromGrpcStatus(wire), status);
}

TEST(GrpcStatusTest, SpeaksTheCodesOfGrpc) {
  for (int code = 1; code <= 16; ++code) {
    const absl::Status status(static_cast<absl::StatusCode>(code), "x");
    EXPECT_EQ(static_cast<int>(ToGrpcStatus(status).error_code()), code);
    EXPECT_EQ(FromGrpcStatus(ToGrpcStatus(status)), status);
  }
}

TEST(GrpcStatusTest, KeepsWhatIsInternalInside) {
  absl::Status status = InvalidField("a", Reason::TOO_LONG, {{"max", 3}});
  status.SetPayload("internal.mudiriya.health/anything", absl::Cord("secret"));
  const grpc::Status wire = ToGrpcStatus(status);
  EXPECT_EQ(wire.error_details().find("secret"), std::string::npos);
  EXPECT_EQ(wire.error_details().find("internal."), std::string::npos);
  google::rpc::BadRequest request;
  EXPECT_TRUE(GetPayload(FromGrpcStatus(wire), request));
}

TEST(GrpcStatusTest, DoesNotBelieveWhatAPeerCallsInternal) {
  google::rpc::Status details;
  details.add_details()->set_type_url("internal.mudiriya.health/sql_error");
  const grpc::Status wire(grpc::StatusCode::ABORTED, "x", details.SerializeAsString());
  EXPECT_EQ(FromGrpcStatus(wire), absl::AbortedError("x"));
}

TEST(GrpcStatusTest, ShortensAListOfViolationsThatNoClientWouldAccept) {
  Violations violations;
  for (int i = 0; i < 500; ++i)
    violations.Add(absl::StrCat("rows[", i, "].code"), Reason::REQUIRED);
  const absl::Status status = Localize(violations.ToStatus(), Language::kArabic);
  const grpc::Status wire = ToGrpcStatus(status);
  EXPECT_LE(wire.error_details().size(), kMaxDetailBytes + 64);
  const absl::Status received = FromGrpcStatus(wire);
  EXPECT_THAT(received, HasError(Reason::INVALID_FIELDS));
  google::rpc::BadRequest request;
  ASSERT_TRUE(GetPayload(received, request));
  EXPECT_GT(request.field_violations_size(), 10);
  EXPECT_EQ(ArgumentOf(received, "omitted_violations"),
            absl::StrCat(500 - request.field_violations_size()));
  EXPECT_EQ(request.field_violations(0).field(), "rows[0].code");
}

TEST(GrpcStatusTest, KeepsAllOfAListThatFits) {
  Violations violations;
  for (int i = 0; i < 12; ++i) violations.Add(absl::StrCat("rows[", i, "].code"), Reason::REQUIRED);
  const absl::Status received =
      FromGrpcStatus(ToGrpcStatus(Localize(violations.ToStatus(), Language::kArabic)));
  google::rpc::BadRequest request;
  ASSERT_TRUE(GetPayload(received, request));
  EXPECT_EQ(request.field_violations_size(), 12);
  EXPECT_EQ(ArgumentOf(received, "omitted_violations"), "");
}

TEST(GrpcStatusTest, SurvivesDetailsThatAreRubbish) {
  const grpc::Status wire(grpc::StatusCode::NOT_FOUND, "x", "\xff\xff rubbish");
  EXPECT_THAT(FromGrpcStatus(wire), StatusIs(absl::StatusCode::kNotFound));
}

}  // namespace
}  // namespace mudiriya
