#include "common/server/auth/local_issuer.h"

#include <openssl/bio.h>
#include <openssl/pem.h>
#include <openssl/sha.h>

#include <utility>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "common/call/roles.h"
#include "common/server/auth/token.h"
#include "common/server/files.h"
#include "common/status/macros.h"

namespace mudiriya::server {
namespace {

struct FreeBio {
  void operator()(BIO* bio) const { BIO_free(bio); }
};
using Bio = std::unique_ptr<BIO, FreeBio>;

std::string ToPem(EVP_PKEY* key) {
  const Bio bio(BIO_new(BIO_s_secmem()));
  PEM_write_bio_PKCS8PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
  char* text = nullptr;
  const long size = BIO_get_mem_data(bio.get(), &text);
  return std::string(text, static_cast<size_t>(size));
}

absl::StatusOr<KeyPointer> FromPem(absl::string_view pem) {
  const Bio bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  KeyPointer key(PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr));
  if (key == nullptr || EVP_PKEY_get_id(key.get()) != EVP_PKEY_ED25519) {
    return absl::InvalidArgumentError("the issuer's key is not an Ed25519 private key");
  }
  return key;
}

absl::StatusOr<KeyPointer> LoadOrGenerateKey(const std::string& path) {
  if (!FileExists(path)) {
    ASSIGN_OR_RETURN(const KeyPointer key, GenerateEd25519Key());
    RETURN_IF_ERROR(WriteFile(path, ToPem(key.get()), 0600));
  }
  RETURN_IF_ERROR(CheckPrivate(path));
  ASSIGN_OR_RETURN(const std::string pem, ReadFile(path));
  return FromPem(pem);
}

// The key's id is its thumbprint (RFC 7638), so that the same key always has the same id.
std::string Thumbprint(absl::string_view x) {
  const std::string canonical = absl::StrCat(R"({"crv":"Ed25519","kty":"OKP","x":")", x, R"("})");
  std::string digest(SHA256_DIGEST_LENGTH, '\0');
  SHA256(reinterpret_cast<const unsigned char*>(canonical.data()), canonical.size(),
         reinterpret_cast<unsigned char*>(digest.data()));
  return absl::WebSafeBase64Escape(digest);
}

std::string PublicKeySet(absl::string_view key_id, absl::string_view x) {
  return absl::StrCat(R"({"keys":[{"kty":"OKP","crv":"Ed25519","alg":"EdDSA","use":"sig","kid":")",
                      key_id, R"(","x":")", x, "\"}]}\n");
}

absl::Status CheckRequest(const TokenRequest& request) {
  if (request.subject.empty()) return absl::InvalidArgumentError("a token needs a subject");
  if (request.lifetime <= absl::ZeroDuration()) {
    return absl::InvalidArgumentError("a token's lifetime is positive");
  }
  for (const std::string& text : request.roles) {
    ASSIGN_OR_RETURN(const Grant grant, ParseGrant(text));
    if (FindRole(grant.role) == nullptr) {
      return absl::InvalidArgumentError(absl::StrCat("there is no role `", grant.role, "`"));
    }
  }
  return absl::OkStatus();
}

}  // namespace

LocalIssuer::LocalIssuer(KeyPointer key, std::string key_id, std::string jwks_file)
    : key_(std::move(key)), key_id_(std::move(key_id)), jwks_file_(std::move(jwks_file)) {}

absl::StatusOr<std::unique_ptr<LocalIssuer>> LocalIssuer::Open(const std::string& directory) {
  RETURN_IF_ERROR(MakePrivateDirectory(directory));
  ASSIGN_OR_RETURN(KeyPointer key, LoadOrGenerateKey(absl::StrCat(directory, "/key.pem")));
  ASSIGN_OR_RETURN(const std::string raw, RawPublicKey(key.get()));
  const std::string x = absl::WebSafeBase64Escape(raw);
  std::string key_id = Thumbprint(x);
  std::string jwks_file = absl::StrCat(directory, "/jwks.json");
  const std::string key_set = PublicKeySet(key_id, x);
  if (const auto present = ReadFile(jwks_file); !present.ok() || *present != key_set) {
    RETURN_IF_ERROR(WriteFile(jwks_file, key_set, 0644));
  }
  return std::unique_ptr<LocalIssuer>(
      new LocalIssuer(std::move(key), std::move(key_id), std::move(jwks_file)));
}

absl::StatusOr<std::string> LocalIssuer::MintToken(const TokenRequest& request,
                                                   absl::Time now) const {
  RETURN_IF_ERROR(CheckRequest(request));
  const TokenClaims claims = {.issuer = std::string(kName),
                              .subject = request.subject,
                              .audiences = {std::string(kAudience)},
                              .roles = request.roles,
                              .expires = now + request.lifetime,
                              .not_before = now};
  const std::string text = SignedText(AlgorithmName(SignatureAlgorithm::kEdDsa), key_id_, claims);
  ASSIGN_OR_RETURN(const std::string signature, SignEd25519(key_.get(), text));
  return absl::StrCat(text, ".", absl::WebSafeBase64Escape(signature));
}

}  // namespace mudiriya::server
