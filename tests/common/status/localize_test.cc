#include "common/status/localize.h"

#include "common/status/errors.h"
#include "common/status/payload.h"
#include "common/status/violations.h"
#include "gmock/gmock.h"
#include "google/rpc/error_details.pb.h"
#include "gtest/gtest.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya {
namespace {

google::rpc::LocalizedMessage MessageOf(const absl::Status& status) {
  google::rpc::LocalizedMessage message;
  EXPECT_TRUE(GetPayload(status, message));
  return message;
}

TEST(LocalizeTest, AddsTheTextAndKeepsTheEnglishOne) {
  const absl::Status status = Localize(NotFound("directorates/homs"), Language::kArabic);
  EXPECT_EQ(MessageOf(status).locale(), "ar");
  EXPECT_EQ(MessageOf(status).message(), "«directorates/homs» غير موجود.");
  EXPECT_EQ(status.message(), "“directorates/homs” does not exist.");
}

TEST(LocalizeTest, ReplacesAnEarlierLanguage) {
  absl::Status status = Localize(NotFound("x"), Language::kArabic);
  status = Localize(status, Language::kFrench);
  EXPECT_EQ(MessageOf(status).locale(), "fr");
  EXPECT_EQ(MessageOf(status).message(), "« x » n'existe pas.");
}

TEST(LocalizeTest, RendersEachViolationWithItsArguments) {
  const absl::Status english = Violations()
                                   .Add("beds", Reason::ABOVE_MAXIMUM, {{"max", 5000}})
                                   .Add("code", Reason::REQUIRED)
                                   .ToStatus();
  google::rpc::BadRequest request;
  ASSERT_TRUE(GetPayload(Localize(english, Language::kArabic), request));
  EXPECT_EQ(request.field_violations(0).localized_message().message(),
            "يجب ألا تزيد القيمة على 5000.");
  EXPECT_EQ(request.field_violations(0).localized_message().locale(), "ar");
  EXPECT_EQ(request.field_violations(1).localized_message().message(), "هذا الحقل إلزامي.");
  EXPECT_EQ(request.field_violations(1).description(), "This field is required.");
}

TEST(LocalizeTest, LeavesOkAndForeignErrorsAsTheyAre) {
  EXPECT_OK(Localize(absl::OkStatus(), Language::kArabic));
  const absl::Status foreign = absl::InternalError("x");
  EXPECT_EQ(Localize(foreign, Language::kArabic), foreign);
}

TEST(LocalizeTest, KeepsWhatAPeerHasLocalized) {
  google::rpc::LocalizedMessage message;
  message.set_locale("ar");
  message.set_message("من خدمة أخرى");
  absl::Status status = absl::NotFoundError("from a peer");
  SetPayload(status, message);
  EXPECT_EQ(MessageIn(status, Language::kArabic), "من خدمة أخرى");
}

TEST(MessageInTest, GivesTheWholeErrorAsOneText) {
  EXPECT_EQ(MessageIn(absl::OkStatus(), Language::kArabic), "");
  EXPECT_EQ(MessageIn(NotFound("x"), Language::kArabic), "«x» غير موجود.");
  EXPECT_EQ(MessageIn(absl::InternalError("plain"), Language::kFrench), "plain");
  const absl::Status both =
      Violations().Add("a", Reason::REQUIRED).Add("b", Reason::NOT_A_NUMBER).ToStatus();
  EXPECT_EQ(MessageIn(both, Language::kFrench),
            "a: Ce champ est obligatoire.; b: Ce n'est pas un nombre.");
}

}  // namespace
}  // namespace mudiriya
