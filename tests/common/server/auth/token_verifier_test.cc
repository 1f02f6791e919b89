#include "common/server/auth/token_verifier.h"

#include <functional>
#include <memory>
#include <string>

#include "absl/strings/escaping.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "common/server/auth/token.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/common/server/auth/key_pair.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::server {
namespace {

using ::mudiriya::testing::IsOk;
using ::mudiriya::testing::StatusIs;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

class TokenVerifierTest : public ::testing::Test {
 protected:
  TokenVerifierTest() {
    verifier_.Trust("https://id.example", Keys(edwards_.Jwks()));
    verifier_.Trust("https://rsa.example", Keys(rsa_.Jwks()));
  }

  static std::shared_ptr<const KeySet> Keys(const std::string& text) {
    return std::make_shared<const KeySet>(KeySet::Parse(text).value());
  }

  // What is said about a good token after `spoil` has changed its claims.
  absl::Status After(const std::function<void(TokenClaims&)>& spoil) {
    TokenClaims claims = GoodClaims(now_);
    spoil(claims);
    return verifier_.Verify(edwards_.Sign(claims), now_).status();
  }

  // Slow to make, so all tests share one.
  static const KeyPair& SharedRsa() {
    static const KeyPair key = KeyPair::Rsa("r1");
    return key;
  }

  const absl::Time now_ = absl::FromUnixSeconds(1'770'624'000);
  const KeyPair edwards_ = KeyPair::Ed25519("e1");
  const KeyPair& rsa_ = SharedRsa();
  TokenVerifier verifier_;
};

TEST_F(TokenVerifierTest, TellsTheCallerOfAGoodToken) {
  ASSERT_OK_AND_ASSIGN(const VerifiedToken token,
                       verifier_.Verify(edwards_.Sign(GoodClaims(now_)), now_));
  EXPECT_EQ(token.caller.subject(), "planner-7");
  EXPECT_THAT(token.caller.grants(), ElementsAre(Grant{"assiut", "planner"}));
  EXPECT_EQ(token.expires, now_ + absl::Hours(1) + kClockLeeway);
}

TEST_F(TokenVerifierTest, AcceptsRs256) {
  TokenClaims claims = GoodClaims(now_);
  claims.issuer = "https://rsa.example";
  EXPECT_THAT(verifier_.Verify(rsa_.Sign(claims), now_), IsOk());
}

TEST_F(TokenVerifierTest, LeavesOutGrantsItCannotRead) {
  TokenClaims claims = GoodClaims(now_);
  claims.roles = {"administrator", "homs:viewer", ":", "homs:"};
  ASSERT_OK_AND_ASSIGN(const VerifiedToken token, verifier_.Verify(edwards_.Sign(claims), now_));
  EXPECT_THAT(token.caller.grants(), ElementsAre(Grant{"homs", "viewer"}));
}

TEST_F(TokenVerifierTest, ChecksTimesWithALeewayOfAMinute) {
  const std::string token = edwards_.Sign(GoodClaims(now_));
  EXPECT_THAT(verifier_.Verify(token, now_ - absl::Seconds(60)), IsOk());
  EXPECT_THAT(verifier_.Verify(token, now_ - absl::Seconds(61)),
              StatusIs(absl::StatusCode::kUnauthenticated, HasSubstr("not valid yet")));
  EXPECT_THAT(verifier_.Verify(token, now_ + absl::Hours(1) + absl::Seconds(59)), IsOk());
  EXPECT_THAT(verifier_.Verify(token, now_ + absl::Hours(1) + absl::Seconds(60)),
              StatusIs(absl::StatusCode::kUnauthenticated, HasSubstr("expired")));
}

TEST_F(TokenVerifierTest, ChecksIssuerAndAudience) {
  EXPECT_THAT(After([](TokenClaims& claims) { claims.issuer = "https://evil.example"; }),
              StatusIs(absl::StatusCode::kUnauthenticated, HasSubstr("unknown issuer")));
  EXPECT_THAT(After([](TokenClaims& claims) { claims.audiences = {"billing"}; }),
              StatusIs(absl::StatusCode::kUnauthenticated, HasSubstr("audience")));
  EXPECT_THAT(After([](TokenClaims& claims) { claims.audiences = {}; }), Not(IsOk()));
  EXPECT_THAT(After([](TokenClaims& claims) {
                claims.audiences = {"billing", "mudiriya"};
              }),
              IsOk());
}

TEST_F(TokenVerifierTest, AnIssuerMayHaveSeveralKeySets) {
  const KeyPair other = KeyPair::Ed25519("e2");
  verifier_.Trust("https://id.example", Keys(other.Jwks()));
  EXPECT_THAT(verifier_.Verify(edwards_.Sign(GoodClaims(now_)), now_), IsOk());
  EXPECT_THAT(verifier_.Verify(other.Sign(GoodClaims(now_)), now_), IsOk());
}

TEST_F(TokenVerifierTest, AnIssuersKeyDoesNotSignForAnother) {
  TokenClaims claims = GoodClaims(now_);
  claims.issuer = "https://rsa.example";
  EXPECT_THAT(verifier_.Verify(edwards_.Sign(claims), now_),
              StatusIs(absl::StatusCode::kUnauthenticated, HasSubstr("unknown key")));
}

TEST_F(TokenVerifierTest, RefusesASignatureByAnotherKeyOfTheSameId) {
  const KeyPair forged = KeyPair::Ed25519("e1");
  EXPECT_THAT(verifier_.Verify(forged.Sign(GoodClaims(now_)), now_),
              StatusIs(absl::StatusCode::kUnauthenticated, HasSubstr("signature is wrong")));
}

TEST_F(TokenVerifierTest, RefusesATamperedPayload) {
  std::vector<std::string> parts = absl::StrSplit(edwards_.Sign(GoodClaims(now_)), '.');
  TokenClaims richer = GoodClaims(now_);
  richer.roles = {"*:administrator"};
  const std::vector<std::string> forged = absl::StrSplit(SignedText("EdDSA", "e1", richer), '.');
  EXPECT_THAT(verifier_.Verify(absl::StrCat(parts[0], ".", forged[1], ".", parts[2]), now_),
              StatusIs(absl::StatusCode::kUnauthenticated, HasSubstr("signature is wrong")));
}

// The attacks by which a token chooses how it is checked.
TEST_F(TokenVerifierTest, TheKeyDecidesOnTheAlgorithm) {
  const std::string payload = R"({"iss":"https://id.example","sub":"x","aud":"mudiriya",)"
                              R"("exp":1770627600,"roles":["*:administrator"]})";
  for (const char* algorithm : {"none", "None", "HS256", "RS256", ""}) {
    const std::string header = absl::StrCat(R"({"alg":")", algorithm, R"(","kid":"e1"})");
    EXPECT_THAT(verifier_.Verify(edwards_.Sign(header, payload), now_),
                StatusIs(absl::StatusCode::kUnauthenticated, HasSubstr("another algorithm")))
        << algorithm;
  }
  const std::string unsigned_token = absl::StrCat(absl::WebSafeBase64Escape(R"({"alg":"none"})"),
                                                  ".", absl::WebSafeBase64Escape(payload), ".");
  EXPECT_THAT(verifier_.Verify(unsigned_token, now_), Not(IsOk()));
  EXPECT_THAT(verifier_.Verify(edwards_.Sign(R"({"alg":"EdDSA","kid":"e1"})", payload), now_),
              IsOk());
}

TEST_F(TokenVerifierTest, RefusesMalformedTokensWithoutQuotingThem) {
  const std::string good = edwards_.Sign(GoodClaims(now_));
  const std::string header = R"({"alg":"EdDSA","kid":"e1"})";
  const std::string marked = "MARKED";
  for (const std::string& token :
       {std::string(), std::string("a.b"), good + ".x", marked, marked + ".!!.x",
        edwards_.Sign(header, "[]"), edwards_.Sign("7", "{}"), edwards_.Sign(header, marked),
        edwards_.Sign(header, R"({"sub":"MARKED"})"),
        edwards_.Sign(header, R"({"iss":"MARKED","sub":"MARKED","exp":"MARKED"})"),
        edwards_.Sign(R"({"alg":"EdDSA","kid":"e1","crit":["MARKED"]})", "{}"),
        std::string(kLongestToken + 1, 'a')}) {
    const absl::Status status = verifier_.Verify(token, now_).status();
    EXPECT_FALSE(status.ok()) << token;
    EXPECT_FALSE(absl::StrContains(status.message(), marked)) << status;
  }
}

TEST_F(TokenVerifierTest, NeedsExpiryIssuerAndSubject) {
  const std::string header = R"({"alg":"EdDSA","kid":"e1"})";
  EXPECT_THAT(
      verifier_.Verify(edwards_.Sign(header, R"({"iss":"i","sub":"s","aud":"mudiriya"})"), now_),
      StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("no expiry")));
  EXPECT_THAT(After([](TokenClaims& claims) { claims.subject = ""; }),
              StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("no subject")));
}

}  // namespace
}  // namespace mudiriya::server
