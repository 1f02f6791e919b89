#include "common/server/auth/authenticator.h"

#include <unistd.h>

#include <memory>
#include <string>

#include "absl/strings/str_cat.h"
#include "common/server/files.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/common/server/auth/key_pair.h"
#include "tests/testing/fake_clock.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::server {
namespace {

using ::mudiriya::testing::FakeClock;
using ::mudiriya::testing::IsOk;
using ::mudiriya::testing::StatusIs;
using ::testing::HasSubstr;
using ::testing::Not;

class AuthenticatorTest : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_OK(WriteFile(file_, old_.Jwks(), 0644));
    ASSERT_OK_AND_ASSIGN(authenticator_,
                         TokenAuthenticator::Create({{"https://id.example", file_}}, &clock_));
  }

  absl::Status Try(const KeyPair& key) {
    return authenticator_->Authenticate("Bearer " + key.Sign(GoodClaims(start_))).status();
  }

  FakeClock clock_;
  const absl::Time start_ = clock_.Now();
  const KeyPair old_ = KeyPair::Ed25519("old");
  const KeyPair new_ = KeyPair::Ed25519("new");
  const std::string file_ =
      absl::StrCat(::testing::TempDir(), "jwks-", getpid(), "-",
                   ::testing::UnitTest::GetInstance()->current_test_info()->name());
  std::unique_ptr<TokenAuthenticator> authenticator_;
};

TEST_F(AuthenticatorTest, ReadsTheBearerSchemeOnly) {
  const std::string token = old_.Sign(GoodClaims(start_));
  EXPECT_THAT(authenticator_->Authenticate("Bearer " + token), IsOk());
  EXPECT_THAT(authenticator_->Authenticate("bearer " + token), IsOk());
  for (const std::string& header :
       {std::string(), token, "Basic " + token, std::string("Bearer ")}) {
    EXPECT_THAT(authenticator_->Authenticate(header), Not(IsOk()));
  }
}

TEST_F(AuthenticatorTest, VerifiesATokenOnceAndForgetsItAtExpiry) {
  const std::string header = "Bearer " + old_.Sign(GoodClaims(start_));
  ASSERT_OK_AND_ASSIGN(const auto first, authenticator_->Authenticate(header));
  ASSERT_OK_AND_ASSIGN(const auto second, authenticator_->Authenticate(header));
  EXPECT_EQ(first.get(), second.get());
  clock_.Advance(absl::Hours(1) + kClockLeeway);
  EXPECT_THAT(authenticator_->Authenticate(header),
              StatusIs(absl::StatusCode::kUnauthenticated, HasSubstr("expired")));
}

TEST_F(AuthenticatorTest, TakesUpNewKeysAndDropsWithdrawnOnes) {
  EXPECT_THAT(Try(old_), IsOk());
  EXPECT_THAT(Try(new_), Not(IsOk()));
  ASSERT_OK(WriteFile(file_, new_.Jwks(), 0644));
  clock_.Advance(TokenAuthenticator::kLongestCached);
  EXPECT_THAT(Try(new_), IsOk());
  EXPECT_THAT(Try(old_), Not(IsOk()));
}

TEST_F(AuthenticatorTest, AWithdrawnKeyIsRefusedAfterTheLongestTimeInTheCache) {
  EXPECT_THAT(Try(old_), IsOk());
  ASSERT_OK(WriteFile(file_, new_.Jwks(), 0644));
  EXPECT_THAT(Try(old_), IsOk()) << "still cached";
  clock_.Advance(TokenAuthenticator::kLongestCached);
  EXPECT_THAT(Try(old_), Not(IsOk()));
}

TEST_F(AuthenticatorTest, KeepsItsKeysWhenTheFileIsBroken) {
  ASSERT_OK(WriteFile(file_, "junk", 0644));
  clock_.Advance(TokenAuthenticator::kLongestCached);
  EXPECT_THAT(Try(old_), IsOk());
}

TEST_F(AuthenticatorTest, NeedsReadableKeysToStart) {
  EXPECT_THAT(TokenAuthenticator::Create({{"i", "/nonexistent"}}),
              StatusIs(absl::StatusCode::kNotFound));
  ASSERT_OK(WriteFile(file_, "junk", 0644));
  EXPECT_THAT(TokenAuthenticator::Create({{"i", file_}}),
              StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr(file_)));
}

}  // namespace
}  // namespace mudiriya::server
