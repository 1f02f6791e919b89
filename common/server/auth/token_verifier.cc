#include "common/server/auth/token_verifier.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "common/server/auth/token.h"
#include "common/status/macros.h"

namespace mudiriya::server {
namespace {

absl::Status Refuse(absl::string_view why) { return absl::UnauthenticatedError(why); }

absl::Status CheckClaims(const TokenClaims& claims, absl::Time now) {
  const auto& audiences = claims.audiences;
  if (std::find(audiences.begin(), audiences.end(), kAudience) == audiences.end()) {
    return Refuse("token is for another audience");
  }
  if (now >= claims.expires + kClockLeeway) return Refuse("token has expired");
  if (now < claims.not_before - kClockLeeway) return Refuse("token is not valid yet");
  return absl::OkStatus();
}

// Grants that cannot be read are left out: less is granted, never more.
std::vector<Grant> ReadGrants(const std::vector<std::string>& roles) {
  std::vector<Grant> grants;
  for (const std::string& role : roles) {
    absl::StatusOr<Grant> grant = ParseGrant(role);
    if (grant.ok()) grants.push_back(*std::move(grant));
  }
  return grants;
}

}  // namespace

void TokenVerifier::Trust(std::string issuer, std::shared_ptr<const KeySet> keys) {
  issuers_.emplace(std::move(issuer), std::move(keys));
}

const VerificationKey* TokenVerifier::FindKey(absl::string_view issuer,
                                              absl::string_view key_id) const {
  const auto [first, last] = issuers_.equal_range(std::string(issuer));
  for (auto keys = first; keys != last; ++keys) {
    if (const VerificationKey* key = keys->second->Find(key_id)) return key;
  }
  return nullptr;
}

absl::StatusOr<VerifiedToken> TokenVerifier::Verify(absl::string_view compact,
                                                    absl::Time now) const {
  ASSIGN_OR_RETURN(const Token token, ParseToken(compact));
  const VerificationKey* key = FindKey(token.claims.issuer, token.key_id);
  if (key == nullptr) return Refuse("token is of an unknown issuer, or signed with an unknown key");
  if (token.algorithm != AlgorithmName(key->algorithm)) {
    return Refuse("token names another algorithm than its key's");
  }
  if (!VerifySignature(key->algorithm, key->key.get(), token.signed_text, token.signature)) {
    return Refuse("token's signature is wrong");
  }
  RETURN_IF_ERROR(CheckClaims(token.claims, now));
  return VerifiedToken{Caller(token.claims.subject, ReadGrants(token.claims.roles)),
                       token.claims.expires + kClockLeeway};
}

}  // namespace mudiriya::server
