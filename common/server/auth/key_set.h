#ifndef MUDIRIYA_COMMON_SERVER_AUTH_KEY_SET_H_
#define MUDIRIYA_COMMON_SERVER_AUTH_KEY_SET_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "common/server/auth/signing_key.h"

namespace mudiriya::server {

// A public key that tokens may be signed with. The algorithm belongs to the key: a token cannot
// choose another.
struct VerificationKey {
  std::string id;
  SignatureAlgorithm algorithm;
  KeyPointer key;
};

// The keys of one issuer, from its JSON Web Key Set (RFC 7517). Immutable.
class KeySet {
 public:
  // Reads RSA and Ed25519 keys for signatures; keys of other kinds are left out.
  // Returns INVALID_ARGUMENT if the text is not a key set, a key is malformed or too short, two
  // keys have one id, or no usable key is left.
  static absl::StatusOr<KeySet> Parse(absl::string_view json);

  // The key of this id, or the only key if `id` is empty; null if there is none such.
  const VerificationKey* Find(absl::string_view id) const;

  size_t size() const { return keys_.size(); }

 private:
  std::vector<VerificationKey> keys_;
};

}  // namespace mudiriya::server

#endif  // MUDIRIYA_COMMON_SERVER_AUTH_KEY_SET_H_
