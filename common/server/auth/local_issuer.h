#ifndef MUDIRIYA_COMMON_SERVER_AUTH_LOCAL_ISSUER_H_
#define MUDIRIYA_COMMON_SERVER_AUTH_LOCAL_ISSUER_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "common/server/auth/authenticator.h"
#include "common/server/auth/signing_key.h"

namespace mudiriya::server {

// What a token is minted from.
struct TokenRequest {
  std::string subject;             // e.g. "planning-office"
  std::vector<std::string> roles;  // e.g. {"assiut:planner"}
  absl::Duration lifetime = absl::Hours(12);
};

// The issuer of a server without an identity provider, and of the services' own identities: an
// Ed25519 key in a directory that only its owner may read, and the public key set beside it.
// Thread-safe.
class LocalIssuer {
 public:
  static constexpr absl::string_view kName = "mudiriya-local";

  // Opens the issuer in `directory`, making directory (0700), key (0600) and key set at first use.
  // Returns FAILED_PRECONDITION if the key can be read by others, INVALID_ARGUMENT if it is not an
  // Ed25519 key, or the error of the file system.
  static absl::StatusOr<std::unique_ptr<LocalIssuer>> Open(const std::string& directory);

  // A signed token, valid from `now` on.
  // Returns INVALID_ARGUMENT if the subject is empty, a role is not of the form
  // `directorate:role` or is unknown, or the lifetime is not positive.
  absl::StatusOr<std::string> MintToken(const TokenRequest& request, absl::Time now) const;

  // This issuer as others trust it.
  TrustedIssuer trusted() const { return {std::string(kName), jwks_file_}; }

 private:
  LocalIssuer(KeyPointer key, std::string key_id, std::string jwks_file);

  const KeyPointer key_;
  const std::string key_id_;
  const std::string jwks_file_;
};

}  // namespace mudiriya::server

#endif  // MUDIRIYA_COMMON_SERVER_AUTH_LOCAL_ISSUER_H_
