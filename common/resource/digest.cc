#include "common/resource/digest.h"

#include <openssl/sha.h>

#include "absl/strings/str_cat.h"

namespace mudiriya::resource {

std::string Sha256(absl::string_view data) {
  std::string digest(SHA256_DIGEST_LENGTH, '\0');
  SHA256(reinterpret_cast<const unsigned char*>(data.data()), data.size(),
         reinterpret_cast<unsigned char*>(digest.data()));
  return digest;
}

void AppendFramed(absl::string_view text, std::string* out) {
  absl::StrAppend(out, text.size(), ":", text);
}

}  // namespace mudiriya::resource
