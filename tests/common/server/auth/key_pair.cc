#include "tests/common/server/auth/key_pair.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>

#include <utility>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"

namespace mudiriya::server {
namespace {

std::string Number(const EVP_PKEY* key, const char* parameter) {
  BIGNUM* number = nullptr;
  EVP_PKEY_get_bn_param(key, parameter, &number);
  std::string bytes(static_cast<size_t>(BN_num_bytes(number)), '\0');
  BN_bn2bin(number, reinterpret_cast<unsigned char*>(bytes.data()));
  BN_free(number);
  return absl::WebSafeBase64Escape(bytes);
}

}  // namespace

KeyPair KeyPair::Ed25519(std::string id) {
  return {std::move(id), SignatureAlgorithm::kEdDsa,
          EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519")};
}

KeyPair KeyPair::Rsa(std::string id, int bits) {
  return {std::move(id), SignatureAlgorithm::kRs256,
          EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", static_cast<size_t>(bits))};
}

std::string KeyPair::Jwk() const {
  if (algorithm_ == SignatureAlgorithm::kRs256) {
    return absl::StrCat(R"({"kty":"RSA","kid":")", id_, R"(","n":")",
                        Number(key_.get(), OSSL_PKEY_PARAM_RSA_N), R"(","e":")",
                        Number(key_.get(), OSSL_PKEY_PARAM_RSA_E), R"("})");
  }
  return absl::StrCat(R"({"kty":"OKP","crv":"Ed25519","use":"sig","kid":")", id_, R"(","x":")",
                      absl::WebSafeBase64Escape(RawPublicKey(key_.get()).value()), R"("})");
}

std::string KeyPair::Jwks() const { return absl::StrCat(R"({"keys":[)", Jwk(), "]}"); }

std::string KeyPair::Sign(absl::string_view header, absl::string_view payload) const {
  const std::string text =
      absl::StrCat(absl::WebSafeBase64Escape(header), ".", absl::WebSafeBase64Escape(payload));
  return absl::StrCat(text, ".", Signature(text));
}

std::string KeyPair::Sign(const TokenClaims& claims) const {
  const std::string text = SignedText(AlgorithmName(algorithm_), id_, claims);
  return absl::StrCat(text, ".", Signature(text));
}

std::string KeyPair::Signature(absl::string_view text) const {
  const EVP_MD* digest = algorithm_ == SignatureAlgorithm::kRs256 ? EVP_sha256() : nullptr;
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  EVP_DigestSignInit(context, nullptr, digest, nullptr, key_.get());
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  size_t size = 0;
  EVP_DigestSign(context, nullptr, &size, bytes, text.size());
  std::string signature(size, '\0');
  EVP_DigestSign(context, reinterpret_cast<unsigned char*>(signature.data()), &size, bytes,
                 text.size());
  EVP_MD_CTX_free(context);
  signature.resize(size);
  return absl::WebSafeBase64Escape(signature);
}

TokenClaims GoodClaims(absl::Time now) {
  return {.issuer = "https://id.example",
          .subject = "planner-7",
          .audiences = {"mudiriya"},
          .roles = {"assiut:planner"},
          .expires = now + absl::Hours(1),
          .not_before = now};
}

}  // namespace mudiriya::server
