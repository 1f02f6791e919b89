#ifndef MUDIRIYA_TESTS_COMMON_SERVER_AUTH_KEY_PAIR_H_
#define MUDIRIYA_TESTS_COMMON_SERVER_AUTH_KEY_PAIR_H_

#include <openssl/evp.h>

#include <memory>
#include <string>

#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "common/server/auth/signing_key.h"
#include "common/server/auth/token.h"

namespace mudiriya::server {

// A key pair such as an identity provider holds, with which tests sign good and bad tokens.
class KeyPair {
 public:
  // New keys; an RSA key of `bits` bits.
  static KeyPair Ed25519(std::string id);
  static KeyPair Rsa(std::string id, int bits = 2048);

  // The public half as a member of a key set; the whole set of this key alone.
  std::string Jwk() const;
  std::string Jwks() const;

  // A token over a header and a payload in JSON, whatever they say.
  std::string Sign(absl::string_view header, absl::string_view payload) const;

  // A token with this key's own header.
  std::string Sign(const TokenClaims& claims) const;

  const std::string& id() const { return id_; }

 private:
  KeyPair(std::string id, SignatureAlgorithm algorithm, EVP_PKEY* key)
      : id_(std::move(id)), algorithm_(algorithm), key_(key) {}

  std::string Signature(absl::string_view text) const;

  std::string id_;
  SignatureAlgorithm algorithm_;
  KeyPointer key_;
};

// Claims of a planner of Assiut that are good for an hour after `now`.
TokenClaims GoodClaims(absl::Time now);

}  // namespace mudiriya::server

#endif  // MUDIRIYA_TESTS_COMMON_SERVER_AUTH_KEY_PAIR_H_
