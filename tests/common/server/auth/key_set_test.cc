#include "common/server/auth/key_set.h"

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/common/server/auth/key_pair.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::server {
namespace {

using ::mudiriya::testing::StatusIs;
using ::testing::HasSubstr;

TEST(KeySetTest, HoldsSeveralKeysOfBothKinds) {
  const KeyPair rsa = KeyPair::Rsa("r1");
  const KeyPair edwards = KeyPair::Ed25519("e1");
  ASSERT_OK_AND_ASSIGN(const KeySet set, KeySet::Parse(absl::StrCat(R"({"keys":[)", rsa.Jwk(), ",",
                                                                    edwards.Jwk(), "]}")));
  EXPECT_EQ(set.size(), 2u);
  EXPECT_EQ(set.Find("r1")->algorithm, SignatureAlgorithm::kRs256);
  EXPECT_EQ(set.Find("e1")->algorithm, SignatureAlgorithm::kEdDsa);
  EXPECT_EQ(set.Find("e2"), nullptr);
  EXPECT_EQ(set.Find(""), nullptr) << "of two keys none is meant by no id";
}

TEST(KeySetTest, TheOnlyKeyNeedsNoId) {
  ASSERT_OK_AND_ASSIGN(const KeySet set, KeySet::Parse(KeyPair::Ed25519("e1").Jwks()));
  EXPECT_NE(set.Find(""), nullptr);
}

TEST(KeySetTest, LeavesOutKeysThatAreNotForOurSignatures) {
  const std::string others =
      R"({"kty":"oct","k":"c2VjcmV0"},{"kty":"RSA","use":"enc","n":"AQ","e":"AQAB"},)"
      R"({"kty":"RSA","alg":"PS256","n":"AQ","e":"AQAB"},{"kty":"EC","crv":"P-256"},)";
  const std::string text = absl::StrCat(R"({"keys":[)", others, KeyPair::Ed25519("e1").Jwk(), "]}");
  ASSERT_OK_AND_ASSIGN(const KeySet set, KeySet::Parse(text));
  EXPECT_EQ(set.size(), 1u);
  EXPECT_THAT(KeySet::Parse(R"({"keys":[{"kty":"oct","k":"c2VjcmV0"}]})"),
              StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("no RSA or Ed25519 key")));
}

TEST(KeySetTest, RefusesAShortRsaKey) {
  EXPECT_THAT(KeySet::Parse(KeyPair::Rsa("r1", 1024).Jwks()),
              StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("2,048 bits")));
}

TEST(KeySetTest, RefusesTwoKeysOfOneId) {
  const std::string key = KeyPair::Ed25519("e1").Jwk();
  EXPECT_THAT(KeySet::Parse(absl::StrCat(R"({"keys":[)", key, ",", key, "]}")),
              StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("e1")));
}

TEST(KeySetTest, RefusesWhatIsNoKeySet) {
  for (const char* text : {"", "junk", "[]", "{}", R"({"keys":{}})", R"({"keys":[]})",
                           R"({"keys":[{"kty":"OKP","crv":"Ed25519","x":"AAAA"}]})",
                           R"({"keys":[{"kty":"RSA","n":"","e":""}]})",
                           R"({"keys":[{"kty":"OKP","crv":"Ed25519","x":7}]})"}) {
    EXPECT_THAT(KeySet::Parse(text), StatusIs(absl::StatusCode::kInvalidArgument)) << text;
  }
}

}  // namespace
}  // namespace mudiriya::server
