#ifndef MUDIRIYA_SERVICES_STAFFING_IDENTITY_CIPHER_H_
#define MUDIRIYA_SERVICES_STAFFING_IDENTITY_CIPHER_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace mudiriya::staffing {

// Seals national ids before they are stored. XChaCha20-Poly1305 under a key of the service, bound
// to the person's resource name, so that a sealed number copied to another row does not open there.
// Immutable, so it may be shared between threads. Neither keys nor numbers are ever logged.
class IdentityCipher {
 public:
  // Returns INVALID_ARGUMENT if the key is not of 32 bytes.
  static absl::StatusOr<IdentityCipher> FromKey(absl::string_view key);

  // Reads the key from a file of 32 bytes, which is made with a random key, readable by its owner
  // alone, if it does not exist. Whoever loses the file loses the numbers.
  // Returns INVALID_ARGUMENT if the file has another length, INTERNAL if it cannot be read or made.
  static absl::StatusOr<IdentityCipher> FromFile(const std::string& path);

  // The number, encrypted with a nonce of its own, in base64.
  std::string Seal(absl::string_view owner, absl::string_view number) const;

  // Returns INTERNAL if the text was not sealed for this owner by this key, or was changed.
  absl::StatusOr<std::string> Open(absl::string_view owner, absl::string_view sealed) const;

  // A keyed hash of the number within its directorate, 64 hexadecimal digits: equal for equal
  // numbers, and of no use without the key.
  std::string Digest(absl::string_view directorate, absl::string_view number) const;

 private:
  IdentityCipher(std::string sealing_key, std::string digest_key)
      : sealing_key_(std::move(sealing_key)), digest_key_(std::move(digest_key)) {}

  std::string sealing_key_;
  std::string digest_key_;
};

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_IDENTITY_CIPHER_H_
