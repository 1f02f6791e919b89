#include "common/server/auth/key_set.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "common/status/macros.h"

namespace mudiriya::server {
namespace {

using nlohmann::json;

std::string Text(const json& object, const char* member) {
  const auto found = object.find(member);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

std::string Decoded(const json& object, const char* member) {
  std::string bytes;
  absl::WebSafeBase64Unescape(Text(object, member), &bytes);
  return bytes;
}

// The algorithm that a key of this kind is for, or nothing for a kind that we do not use.
std::optional<SignatureAlgorithm> AlgorithmOf(const json& jwk) {
  if (const std::string use = Text(jwk, "use"); !use.empty() && use != "sig") return std::nullopt;
  std::optional<SignatureAlgorithm> algorithm;
  if (Text(jwk, "kty") == "RSA") algorithm = SignatureAlgorithm::kRs256;
  if (Text(jwk, "kty") == "OKP" && Text(jwk, "crv") == "Ed25519") {
    algorithm = SignatureAlgorithm::kEdDsa;
  }
  const std::string stated = Text(jwk, "alg");
  if (algorithm && !stated.empty() && stated != AlgorithmName(*algorithm)) return std::nullopt;
  return algorithm;
}

absl::StatusOr<KeyPointer> PublicKey(const json& jwk, SignatureAlgorithm algorithm) {
  if (algorithm == SignatureAlgorithm::kEdDsa) return Ed25519PublicKey(Decoded(jwk, "x"));
  return RsaPublicKey(Decoded(jwk, "n"), Decoded(jwk, "e"));
}

}  // namespace

absl::StatusOr<KeySet> KeySet::Parse(absl::string_view text) {
  const json document = json::parse(text.begin(), text.end(), nullptr, /*allow_exceptions=*/false);
  if (!document.is_object() || !document.contains("keys") || !document["keys"].is_array()) {
    return absl::InvalidArgumentError("not a JSON Web Key Set: it has no list `keys`");
  }
  KeySet set;
  for (const json& jwk : document["keys"]) {
    const std::optional<SignatureAlgorithm> algorithm = AlgorithmOf(jwk);
    if (!algorithm) continue;
    const std::string id = Text(jwk, "kid");
    ASSIGN_OR_RETURN(KeyPointer key, PublicKey(jwk, *algorithm));
    const bool taken = std::any_of(set.keys_.begin(), set.keys_.end(),
                                   [&](const VerificationKey& other) { return other.id == id; });
    if (taken) return absl::InvalidArgumentError(absl::StrCat("two keys have the id `", id, "`"));
    set.keys_.push_back({id, *algorithm, std::move(key)});
  }
  if (set.keys_.empty()) {
    return absl::InvalidArgumentError("the key set has no RSA or Ed25519 key for signatures");
  }
  return set;
}

const VerificationKey* KeySet::Find(absl::string_view id) const {
  if (id.empty()) return keys_.size() == 1 ? &keys_.front() : nullptr;
  const auto found = std::find_if(keys_.begin(), keys_.end(),
                                  [&](const VerificationKey& key) { return key.id == id; });
  return found == keys_.end() ? nullptr : &*found;
}

}  // namespace mudiriya::server
