#include "common/server/auth/local_issuer.h"

#include <sys/stat.h>
#include <unistd.h>

#include <string>

#include "absl/strings/str_cat.h"
#include "common/server/auth/authenticator.h"
#include "common/server/files.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/common/server/auth/key_pair.h"
#include "tests/testing/fake_clock.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::server {
namespace {

using ::mudiriya::testing::FakeClock;
using ::mudiriya::testing::StatusIs;
using ::testing::HasSubstr;

class LocalIssuerTest : public ::testing::Test {
 protected:
  // A folder of this test's own.
  const std::string folder_ =
      absl::StrCat(::testing::TempDir(), "issuer-", getpid(), "-",
                   ::testing::UnitTest::GetInstance()->current_test_info()->name(), "/nested");
  FakeClock clock_;
};

mode_t ModeOf(const std::string& path) {
  struct stat file = {};
  stat(path.c_str(), &file);
  return file.st_mode & 0777;
}

TEST_F(LocalIssuerTest, ItsTokensAreBelieved) {
  ASSERT_OK_AND_ASSIGN(const auto issuer, LocalIssuer::Open(folder_));
  ASSERT_OK_AND_ASSIGN(
      const std::string token,
      issuer->MintToken({.subject = "office", .roles = {"homs:planner"}}, clock_.Now()));
  ASSERT_OK_AND_ASSIGN(const auto authenticator,
                       TokenAuthenticator::Create({issuer->trusted()}, &clock_));
  ASSERT_OK_AND_ASSIGN(const auto caller, authenticator->Authenticate("Bearer " + token));
  EXPECT_EQ(caller->subject(), "office");
  EXPECT_TRUE(caller->Has("staffing.plans.write", "homs"));
}

TEST_F(LocalIssuerTest, KeepsItsKey) {
  ASSERT_OK_AND_ASSIGN(const auto first, LocalIssuer::Open(folder_));
  ASSERT_OK_AND_ASSIGN(const std::string token,
                       first->MintToken({.subject = "office", .roles = {}}, clock_.Now()));
  ASSERT_OK_AND_ASSIGN(const auto second, LocalIssuer::Open(folder_));
  ASSERT_OK_AND_ASSIGN(const auto authenticator,
                       TokenAuthenticator::Create({second->trusted()}, &clock_));
  EXPECT_OK(authenticator->Authenticate("Bearer " + token));
}

TEST_F(LocalIssuerTest, KeepsItsKeySecret) {
  ASSERT_OK(LocalIssuer::Open(folder_));
  EXPECT_EQ(ModeOf(folder_), 0700u);
  EXPECT_EQ(ModeOf(folder_ + "/key.pem"), 0600u);
  ASSERT_EQ(chmod((folder_ + "/key.pem").c_str(), 0640), 0);
  EXPECT_THAT(LocalIssuer::Open(folder_),
              StatusIs(absl::StatusCode::kFailedPrecondition, HasSubstr("chmod 600")));
}

TEST_F(LocalIssuerTest, RefusesAFileThatIsNoKey) {
  ASSERT_OK(MakePrivateDirectory(folder_));
  ASSERT_OK(WriteFile(folder_ + "/key.pem", "junk", 0600));
  EXPECT_THAT(LocalIssuer::Open(folder_), StatusIs(absl::StatusCode::kInvalidArgument));
}

TEST_F(LocalIssuerTest, MintsNothingMeaningless) {
  ASSERT_OK_AND_ASSIGN(const auto issuer, LocalIssuer::Open(folder_));
  const absl::Time now = clock_.Now();
  EXPECT_THAT(issuer->MintToken({.subject = "", .roles = {}}, now),
              StatusIs(absl::StatusCode::kInvalidArgument));
  EXPECT_THAT(issuer->MintToken({.subject = "a", .roles = {"planner"}}, now),
              StatusIs(absl::StatusCode::kInvalidArgument));
  EXPECT_THAT(issuer->MintToken({.subject = "a", .roles = {"homs:emperor"}}, now),
              StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("emperor")));
  EXPECT_THAT(
      issuer->MintToken({.subject = "a", .roles = {}, .lifetime = absl::ZeroDuration()}, now),
      StatusIs(absl::StatusCode::kInvalidArgument));
}

}  // namespace
}  // namespace mudiriya::server
