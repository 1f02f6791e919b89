#include "common/server/auth/token.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "common/status/macros.h"

namespace mudiriya::server {
namespace {

using nlohmann::json;

absl::Status Malformed(absl::string_view what) { return absl::InvalidArgumentError(what); }

absl::StatusOr<json> Decode(absl::string_view part) {
  std::string text;
  if (!absl::WebSafeBase64Unescape(part, &text)) return Malformed("token part is not base64url");
  json object = json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!object.is_object()) return Malformed("token part is not a JSON object");
  return object;
}

std::string Text(const json& object, const char* member) {
  const auto found = object.find(member);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

// A list of texts, which may also be written as one text (as RFC 7519 allows for `aud`).
std::vector<std::string> Texts(const json& object, const char* member) {
  const auto found = object.find(member);
  if (found == object.end()) return {};
  if (found->is_string()) return {found->get<std::string>()};
  std::vector<std::string> texts;
  if (!found->is_array()) return texts;
  for (const json& element : *found) {
    if (element.is_string()) texts.push_back(element.get<std::string>());
  }
  return texts;
}

// Seconds since 1970; the standard allows fractions.
absl::Status ReadTime(const json& object, const char* member, absl::Time* time) {
  const auto found = object.find(member);
  if (found == object.end()) return absl::OkStatus();
  if (!found->is_number()) return Malformed(absl::StrCat("token's ", member, " is not a number"));
  *time = absl::UnixEpoch() + absl::Seconds(found->get<double>());
  return absl::OkStatus();
}

absl::Status ReadClaims(const json& payload, TokenClaims* claims) {
  claims->issuer = Text(payload, "iss");
  claims->subject = Text(payload, "sub");
  claims->audiences = Texts(payload, "aud");
  claims->roles = Texts(payload, "roles");
  if (claims->issuer.empty()) return Malformed("token has no issuer");
  if (claims->subject.empty()) return Malformed("token has no subject");
  if (!payload.contains("exp")) return Malformed("token has no expiry");
  RETURN_IF_ERROR(ReadTime(payload, "exp", &claims->expires));
  return ReadTime(payload, "nbf", &claims->not_before);
}

}  // namespace

absl::StatusOr<Token> ParseToken(absl::string_view compact) {
  if (compact.size() > kLongestToken) return Malformed("token is too long");
  const std::vector<absl::string_view> parts = absl::StrSplit(compact, '.');
  if (parts.size() != 3) return Malformed("token does not have three parts");
  ASSIGN_OR_RETURN(const json header, Decode(parts[0]));
  if (header.contains("crit")) return Malformed("token needs an unknown extension");
  Token token;
  token.algorithm = Text(header, "alg");
  token.key_id = Text(header, "kid");
  ASSIGN_OR_RETURN(const json payload, Decode(parts[1]));
  RETURN_IF_ERROR(ReadClaims(payload, &token.claims));
  token.signed_text = absl::StrCat(parts[0], ".", parts[1]);
  if (!absl::WebSafeBase64Unescape(parts[2], &token.signature)) {
    return Malformed("token's signature is not base64url");
  }
  return token;
}

std::string SignedText(absl::string_view algorithm, absl::string_view key_id,
                       const TokenClaims& claims) {
  const json header = {
      {"typ", "JWT"}, {"alg", std::string(algorithm)}, {"kid", std::string(key_id)}};
  json payload = {{"iss", claims.issuer},
                  {"sub", claims.subject},
                  {"aud", claims.audiences},
                  {"roles", claims.roles},
                  {"exp", absl::ToUnixSeconds(claims.expires)}};
  if (claims.not_before > absl::InfinitePast()) {
    payload["nbf"] = absl::ToUnixSeconds(claims.not_before);
  }
  return absl::StrCat(absl::WebSafeBase64Escape(header.dump()), ".",
                      absl::WebSafeBase64Escape(payload.dump()));
}

}  // namespace mudiriya::server
