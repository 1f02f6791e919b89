#ifndef MUDIRIYA_COMMON_SERVER_AUTH_SIGNING_KEY_H_
#define MUDIRIYA_COMMON_SERVER_AUTH_SIGNING_KEY_H_

#include <openssl/evp.h>

#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace mudiriya::server {

struct FreeKey {
  void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};
using KeyPointer = std::unique_ptr<EVP_PKEY, FreeKey>;

// The two algorithms of RFC 7518 and RFC 8037 that are accepted.
enum class SignatureAlgorithm { kRs256, kEdDsa };

// "RS256", "EdDSA".
absl::string_view AlgorithmName(SignatureAlgorithm algorithm);

// The public key of 32 raw bytes. Returns INVALID_ARGUMENT if they are no Ed25519 key.
absl::StatusOr<KeyPointer> Ed25519PublicKey(absl::string_view raw);

// The RSA public key of a big-endian modulus and exponent.
// Returns INVALID_ARGUMENT if they are no RSA key, or one of fewer than 2,048 bits.
absl::StatusOr<KeyPointer> RsaPublicKey(absl::string_view modulus, absl::string_view exponent);

// Whether `signature` is the key's own over `text`. Thread-safe.
bool VerifySignature(SignatureAlgorithm algorithm, EVP_PKEY* key, absl::string_view text,
                     absl::string_view signature);

// A new Ed25519 key pair. Returns INTERNAL if the generator fails.
absl::StatusOr<KeyPointer> GenerateEd25519Key();

// The 32 raw bytes of the public half. Returns INTERNAL if the key is not Ed25519.
absl::StatusOr<std::string> RawPublicKey(EVP_PKEY* key);

// The Ed25519 signature over `text`. Returns INTERNAL if the key cannot sign.
absl::StatusOr<std::string> SignEd25519(EVP_PKEY* key, absl::string_view text);

}  // namespace mudiriya::server

#endif  // MUDIRIYA_COMMON_SERVER_AUTH_SIGNING_KEY_H_
