#include "services/staffing/identity_cipher.h"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <iterator>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "common/status/macros.h"

namespace mudiriya::staffing {
namespace {

constexpr size_t kKeyBytes = crypto_kdf_KEYBYTES;
constexpr size_t kNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr size_t kTagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr char kContext[] = "natl-id";  // 8 bytes with the closing zero, as crypto_kdf wants
static_assert(sizeof(kContext) == crypto_kdf_CONTEXTBYTES);

const unsigned char* Bytes(absl::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* Bytes(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

// A key for one purpose, derived from the service's.
std::string Subkey(absl::string_view key, uint64_t purpose) {
  std::string subkey(32, '\0');
  crypto_kdf_derive_from_key(Bytes(subkey), subkey.size(), purpose, kContext, Bytes(key));
  return subkey;
}

// Makes the file with a random key, unless it is there.
absl::Status MakeKeyFile(const std::string& path) {
  const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file < 0 && errno == EEXIST) return absl::OkStatus();
  std::string key(kKeyBytes, '\0');
  randombytes_buf(key.data(), key.size());
  const bool written =
      file >= 0 && write(file, key.data(), key.size()) == ssize_t{kKeyBytes} && fsync(file) == 0;
  if (file >= 0) close(file);
  sodium_memzero(key.data(), key.size());
  return written ? absl::OkStatus()
                 : absl::InternalError(absl::StrCat("cannot make the key file ", path));
}

}  // namespace

absl::StatusOr<IdentityCipher> IdentityCipher::FromKey(absl::string_view key) {
  if (sodium_init() < 0) return absl::InternalError("libsodium cannot start");
  if (key.size() != kKeyBytes) {
    return absl::InvalidArgumentError("the key for national ids is not of 32 bytes");
  }
  return IdentityCipher(Subkey(key, 1), Subkey(key, 2));
}

absl::StatusOr<IdentityCipher> IdentityCipher::FromFile(const std::string& path) {
  if (sodium_init() < 0) return absl::InternalError("libsodium cannot start");
  RETURN_IF_ERROR(MakeKeyFile(path));
  std::ifstream file(path, std::ios::binary);
  const std::string key((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  if (file.bad()) return absl::InternalError(absl::StrCat("cannot read the key file ", path));
  return FromKey(key);
}

std::string IdentityCipher::Seal(absl::string_view owner, absl::string_view number) const {
  std::string sealed(kNonceBytes + number.size() + kTagBytes, '\0');
  randombytes_buf(sealed.data(), kNonceBytes);
  crypto_aead_xchacha20poly1305_ietf_encrypt(Bytes(sealed) + kNonceBytes, nullptr, Bytes(number),
                                             number.size(), Bytes(owner), owner.size(), nullptr,
                                             Bytes(sealed), Bytes(sealing_key_));
  return absl::Base64Escape(sealed);
}

absl::StatusOr<std::string> IdentityCipher::Open(absl::string_view owner,
                                                 absl::string_view sealed) const {
  std::string box;
  if (!absl::Base64Unescape(sealed, &box) || box.size() < kNonceBytes + kTagBytes) {
    return absl::InternalError("a stored national id is damaged");
  }
  std::string number(box.size() - kNonceBytes - kTagBytes, '\0');
  const int failed = crypto_aead_xchacha20poly1305_ietf_decrypt(
      Bytes(number), nullptr, nullptr, Bytes(box) + kNonceBytes, box.size() - kNonceBytes,
      Bytes(owner), owner.size(), Bytes(box), Bytes(sealing_key_));
  if (failed != 0) return absl::InternalError("a stored national id does not open");
  return number;
}

std::string IdentityCipher::Digest(absl::string_view directorate, absl::string_view number) const {
  const std::string text = absl::StrCat(directorate, "/", number);
  std::string hash(crypto_generichash_BYTES, '\0');
  crypto_generichash(Bytes(hash), hash.size(), Bytes(absl::string_view(text)), text.size(),
                     Bytes(digest_key_), digest_key_.size());
  return absl::BytesToHexString(hash);
}

}  // namespace mudiriya::staffing
