#ifndef MUDIRIYA_COMMON_SERVER_AUTH_TOKEN_VERIFIER_H_
#define MUDIRIYA_COMMON_SERVER_AUTH_TOKEN_VERIFIER_H_

#include <map>
#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "common/call/caller.h"
#include "common/server/auth/key_set.h"

namespace mudiriya::server {

// Clocks may differ by this much.
inline constexpr absl::Duration kClockLeeway = absl::Seconds(60);

struct VerifiedToken {
  Caller caller;
  absl::Time expires;  // with the leeway
};

// Whose tokens are believed: keys by issuer. Immutable, so thread-safe.
class TokenVerifier {
 public:
  // Keys of an issuer sign that issuer's tokens only. An issuer may have several key sets, as when
  // several servers have each their own local issuer.
  void Trust(std::string issuer, std::shared_ptr<const KeySet> keys);

  // Checks algorithm, signature, issuer, audience, expiry and begin of a token.
  // Returns INVALID_ARGUMENT or UNAUTHENTICATED with the fault, for the server's own log: callers
  // are told one constant text. The message holds nothing from the token.
  absl::StatusOr<VerifiedToken> Verify(absl::string_view compact, absl::Time now) const;

 private:
  const VerificationKey* FindKey(absl::string_view issuer, absl::string_view key_id) const;

  std::multimap<std::string, std::shared_ptr<const KeySet>> issuers_;
};

}  // namespace mudiriya::server

#endif  // MUDIRIYA_COMMON_SERVER_AUTH_TOKEN_VERIFIER_H_
