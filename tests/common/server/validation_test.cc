// What callers hear about requests and errors: all violations, in their language, with details.

#include <string>

#include "common/status/errors.h"
#include "common/status/payload.h"
#include "gmock/gmock.h"
#include "google/rpc/error_details.pb.h"
#include "gtest/gtest.h"
#include "tests/common/server/thing_server.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::test {
namespace {

using ::mudiriya::testing::HasError;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr char kAdministrator[] = "u1 homs:administrator";

class AnswersTest : public ::testing::Test {
 protected:
  absl::Status CreateWrongly(Language language) {
    ThingServer::Context context(kAdministrator, language);
    v1::CreateThingRequest request;
    request.set_parent("directorates/homs");
    request.mutable_thing()->set_title("much too long");
    request.mutable_thing()->set_size(11);
    v1::Thing thing;
    return FromGrpcStatus(server_.stub().CreateThing(context.get(), request, &thing));
  }

  absl::Status Fail(absl::StatusCode code, const std::string& text, Language language) {
    ThingServer::Context context(kAdministrator, language);
    v1::FailThingRequest request;
    request.set_name("directorates/homs/things/a");
    request.set_code(static_cast<int>(code));
    request.set_text(text);
    v1::Thing thing;
    return FromGrpcStatus(server_.stub().FailThing(context.get(), request, &thing));
  }

  ThingServer server_;
};

google::rpc::BadRequest BadRequestOf(const absl::Status& status) {
  google::rpc::BadRequest bad_request;
  EXPECT_TRUE(GetPayload(status, bad_request));
  return bad_request;
}

TEST_F(AnswersTest, AllViolationsComeBackTogetherAndInArabic) {
  const absl::Status status = CreateWrongly(Language::kArabic);
  EXPECT_THAT(status, HasError(Reason::INVALID_FIELDS));
  const google::rpc::BadRequest bad_request = BadRequestOf(status);
  ASSERT_EQ(bad_request.field_violations_size(), 2);
  EXPECT_EQ(bad_request.field_violations(0).field(), "thing.title");
  EXPECT_EQ(bad_request.field_violations(0).reason(), "TOO_LONG");
  EXPECT_THAT(bad_request.field_violations(0).description(), HasSubstr("too long"));
  EXPECT_EQ(bad_request.field_violations(0).localized_message().locale(), "ar");
  EXPECT_THAT(bad_request.field_violations(0).localized_message().message(),
              HasSubstr("النص طويل جداً"));
  EXPECT_EQ(bad_request.field_violations(1).field(), "thing.size");
}

TEST_F(AnswersTest, LanguageFollowsTheCaller) {
  google::rpc::LocalizedMessage message;
  ASSERT_TRUE(GetPayload(Fail(absl::StatusCode::kOk, "", Language::kFrench), message));
  EXPECT_EQ(message.locale(), "fr");
  ASSERT_TRUE(GetPayload(Fail(absl::StatusCode::kOk, "", Language::kArabic), message));
  EXPECT_EQ(message.locale(), "ar");
}

// A text that nobody wrote for callers stays inside; the code and a reason go out.
TEST_F(AnswersTest, ErrorsThatWereNotMadeForCallersKeepTheirTextInside) {
  for (const absl::StatusCode code :
       {absl::StatusCode::kInternal, absl::StatusCode::kUnknown, absl::StatusCode::kUnavailable}) {
    const absl::Status status = Fail(code, "MARKED driver text", Language::kEnglish);
    EXPECT_FALSE(status.ok());
    EXPECT_TRUE(ReasonOf(status).has_value()) << status;
    EXPECT_THAT(status.ToString(), Not(HasSubstr("MARKED"))) << status;
  }
}

TEST_F(AnswersTest, AuthorizationComesBeforeValidation) {
  ThingServer::Context context("u1 homs:viewer");
  v1::CreateThingRequest request;
  request.set_parent("directorates/homs");
  v1::Thing thing;
  EXPECT_THAT(FromGrpcStatus(server_.stub().CreateThing(context.get(), request, &thing)),
              HasError(Reason::PERMISSION_DENIED));
}

}  // namespace
}  // namespace mudiriya::test
