#ifndef MUDIRIYA_COMMON_SERVER_AUTH_TOKEN_H_
#define MUDIRIYA_COMMON_SERVER_AUTH_TOKEN_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"

namespace mudiriya::server {

// The audience that every token for these services names.
inline constexpr absl::string_view kAudience = "mudiriya";

// Tokens longer than this are refused unread.
inline constexpr size_t kLongestToken = 8192;

// What a token says. None of it may be believed before its signature is verified.
struct TokenClaims {
  std::string issuer;
  std::string subject;
  std::vector<std::string> audiences;
  std::vector<std::string> roles;  // "assiut:planner"
  absl::Time expires;
  absl::Time not_before = absl::InfinitePast();
};

// A JSON Web Token (RFC 7519) in compact form, taken apart.
struct Token {
  std::string algorithm;
  std::string key_id;
  TokenClaims claims;
  std::string signed_text;
  std::string signature;
};

// Takes a token apart without judging it.
// Returns INVALID_ARGUMENT if it is too long or malformed, lacks `exp`, `iss` or `sub`, or holds a
// critical extension (`crit`). The message names the fault and nothing that the token holds.
absl::StatusOr<Token> ParseToken(absl::string_view compact);

// The compact form without its signature: what is signed.
std::string SignedText(absl::string_view algorithm, absl::string_view key_id,
                       const TokenClaims& claims);

}  // namespace mudiriya::server

#endif  // MUDIRIYA_COMMON_SERVER_AUTH_TOKEN_H_
