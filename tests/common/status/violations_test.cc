#include "common/status/violations.h"

#include "common/status/errors.h"
#include "common/status/localize.h"
#include "common/status/payload.h"
#include "gmock/gmock.h"
#include "google/rpc/error_details.pb.h"
#include "gtest/gtest.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya {
namespace {

using ::mudiriya::testing::HasError;
using ::mudiriya::testing::HasViolation;
using ::testing::HasSubstr;
using ::testing::Not;

google::rpc::BadRequest BadRequestOf(const absl::Status& status) {
  google::rpc::BadRequest request;
  EXPECT_TRUE(GetPayload(status, request));
  return request;
}

TEST(ViolationsTest, IsOkWithoutAny) {
  EXPECT_TRUE(Violations().empty());
  EXPECT_OK(Violations().ToStatus());
}

TEST(ViolationsTest, ReportsAllAtOnce) {
  const absl::Status status = Violations()
                                  .Add("area.code", Reason::TOO_LONG, {{"max", 20}})
                                  .Add("area.population", Reason::BELOW_MINIMUM, {{"min", 0}})
                                  .ToStatus();
  EXPECT_THAT(status, HasError(Reason::INVALID_FIELDS));
  EXPECT_THAT(std::string(status.message()), HasSubstr("area.code, area.population"));
  const auto request = BadRequestOf(status);
  ASSERT_EQ(request.field_violations_size(), 2);
  EXPECT_EQ(request.field_violations(0).field(), "area.code");
  EXPECT_EQ(request.field_violations(0).reason(), "TOO_LONG");
  EXPECT_THAT(request.field_violations(0).description(), HasSubstr("20"));
  EXPECT_THAT(status, HasViolation("area.population", Reason::BELOW_MINIMUM));
  EXPECT_THAT(status, Not(HasViolation("area.population", Reason::TOO_LONG)));
}

TEST(ViolationsTest, MergesThoseOfAPartUnderItsPath) {
  Violations part;
  part.Add("code", Reason::REQUIRED).Add("", Reason::DUPLICATE_ROW, {{"row", 3}});
  const absl::Status status = Violations().Merge("rows[2]", part).Merge("", part).ToStatus();
  EXPECT_THAT(status, HasViolation("rows[2].code", Reason::REQUIRED));
  EXPECT_THAT(status, HasViolation("rows[2]", Reason::DUPLICATE_ROW));
  EXPECT_THAT(status, HasViolation("code", Reason::REQUIRED));
}

TEST(ViolationsTest, ComeBackFromTheirStatusWithArguments) {
  const absl::Status status = InvalidField("beds", Reason::OUT_OF_RANGE, {{"min", 1}, {"max", 9}});
  const Violations violations = Violations::FromStatus(status);
  ASSERT_EQ(violations.size(), 1u);
  EXPECT_EQ(violations.entries()[0].field, "beds");
  EXPECT_EQ(MessageIn(violations.ToStatus(), Language::kArabic),
            MessageIn(status, Language::kArabic));
}

TEST(ViolationsTest, AreNoneInOtherErrors) {
  EXPECT_TRUE(Violations::FromStatus(absl::OkStatus()).empty());
  EXPECT_TRUE(Violations::FromStatus(NotFound("a")).empty());
}

TEST(ViolationsTest, NameEachFieldOnceAndNotAllOfAThousand) {
  Violations violations;
  for (int i = 0; i < 1000; ++i)
    violations.Add(absl::StrCat("rows[", i % 500, "]"), Reason::REQUIRED);
  const absl::Status status = violations.ToStatus();
  EXPECT_THAT(std::string(status.message()), HasSubstr("rows[4], …"));
  EXPECT_LT(status.message().size(), 200u);
  EXPECT_EQ(BadRequestOf(status).field_violations_size(), 1000);
}

}  // namespace
}  // namespace mudiriya
