#ifndef MUDIRIYA_COMMON_SERVER_AUTH_AUTHENTICATOR_H_
#define MUDIRIYA_COMMON_SERVER_AUTH_AUTHENTICATOR_H_

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "common/call/caller.h"
#include "common/call/clock.h"
#include "common/server/auth/token_cache.h"
#include "common/server/auth/token_verifier.h"

namespace mudiriya::server {

// An issuer and the file that holds its public keys.
struct TrustedIssuer {
  std::string issuer;
  std::string jwks_file;
};

// Tells who calls from the `authorization` header. Thread-safe.
class Authenticator {
 public:
  virtual ~Authenticator() = default;

  // The caller of `Bearer <token>`.
  // Returns UNAUTHENTICATED or INVALID_ARGUMENT with a reason that is for our own log; it never
  // quotes the token.
  virtual absl::StatusOr<std::shared_ptr<const Caller>> Authenticate(
      absl::string_view authorization) = 0;
};

// Authenticates by tokens of the trusted issuers. Key files are read again when they change, so
// keys rotate without a restart; a caller whose key was withdrawn is refused after at most
// kLongestCached.
class TokenAuthenticator final : public Authenticator {
 public:
  static constexpr absl::Duration kLongestCached = absl::Minutes(5);

  // Returns the error of the first key file that cannot be read (see KeySet::Parse).
  static absl::StatusOr<std::unique_ptr<TokenAuthenticator>> Create(
      std::vector<TrustedIssuer> issuers, const Clock* clock = &Clock::System());

  absl::StatusOr<std::shared_ptr<const Caller>> Authenticate(
      absl::string_view authorization) override;

 private:
  TokenAuthenticator(std::vector<TrustedIssuer> issuers, const Clock* clock);

  // Reads the key files anew if one changed and the last look is long enough ago. Files that
  // cannot be read leave the keys as they were.
  void Refresh(absl::Time now);
  std::shared_ptr<const TokenVerifier> verifier();

  const std::vector<TrustedIssuer> issuers_;
  const Clock* const clock_;
  TokenCache cache_;
  std::mutex mutex_;
  std::shared_ptr<const TokenVerifier> verifier_;
  std::string stamp_;  // sizes and times of the key files when they were read
  absl::Time looked_ = absl::InfinitePast();
};

}  // namespace mudiriya::server

#endif  // MUDIRIYA_COMMON_SERVER_AUTH_AUTHENTICATOR_H_
