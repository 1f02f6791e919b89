#include "common/server/auth/authenticator.h"

#include <sys/stat.h>

#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "common/server/files.h"
#include "common/status/macros.h"

namespace mudiriya::server {
namespace {

constexpr size_t kCachedTokens = 4096;
constexpr absl::Duration kBetweenLooks = absl::Seconds(10);

std::string Stamp(const std::vector<TrustedIssuer>& issuers) {
  std::string stamp;
  for (const TrustedIssuer& issuer : issuers) {
    struct stat file = {};
    stat(issuer.jwks_file.c_str(), &file);
    absl::StrAppend(&stamp, file.st_size, "@", file.st_mtim.tv_sec, ".", file.st_mtim.tv_nsec, "#",
                    file.st_ino, " ");
  }
  return stamp;
}

absl::StatusOr<std::shared_ptr<const TokenVerifier>> LoadKeys(
    const std::vector<TrustedIssuer>& issuers) {
  auto verifier = std::make_shared<TokenVerifier>();
  for (const TrustedIssuer& issuer : issuers) {
    ASSIGN_OR_RETURN(const std::string text, ReadFile(issuer.jwks_file));
    absl::StatusOr<KeySet> keys = KeySet::Parse(text);
    if (!keys.ok()) {
      return absl::Status(keys.status().code(),
                          absl::StrCat(issuer.jwks_file, ": ", keys.status().message()));
    }
    verifier->Trust(issuer.issuer, std::make_shared<const KeySet>(*std::move(keys)));
  }
  return std::shared_ptr<const TokenVerifier>(std::move(verifier));
}

}  // namespace

TokenAuthenticator::TokenAuthenticator(std::vector<TrustedIssuer> issuers, const Clock* clock)
    : issuers_(std::move(issuers)), clock_(clock), cache_(kCachedTokens) {}

absl::StatusOr<std::unique_ptr<TokenAuthenticator>> TokenAuthenticator::Create(
    std::vector<TrustedIssuer> issuers, const Clock* clock) {
  std::unique_ptr<TokenAuthenticator> made(new TokenAuthenticator(std::move(issuers), clock));
  made->stamp_ = Stamp(made->issuers_);
  ASSIGN_OR_RETURN(made->verifier_, LoadKeys(made->issuers_));
  return made;
}

absl::StatusOr<std::shared_ptr<const Caller>> TokenAuthenticator::Authenticate(
    absl::string_view authorization) {
  constexpr absl::string_view kScheme = "Bearer ";
  if (!absl::StartsWithIgnoreCase(authorization, kScheme)) {
    return absl::UnauthenticatedError("no bearer token");
  }
  const absl::string_view token = authorization.substr(kScheme.size());
  const absl::Time now = clock_->Now();
  if (auto caller = cache_.Find(token, now)) return caller;
  Refresh(now);
  ASSIGN_OR_RETURN(VerifiedToken verified, verifier()->Verify(token, now));
  auto caller = std::make_shared<const Caller>(std::move(verified.caller));
  cache_.Store(token, caller, std::min(verified.expires, now + kLongestCached));
  return caller;
}

void TokenAuthenticator::Refresh(absl::Time now) {
  const std::lock_guard<std::mutex> lock(mutex_);
  if (now < looked_ + kBetweenLooks) return;
  looked_ = now;
  std::string stamp = Stamp(issuers_);
  if (stamp == stamp_) return;
  absl::StatusOr<std::shared_ptr<const TokenVerifier>> verifier = LoadKeys(issuers_);
  if (!verifier.ok()) return;
  stamp_ = std::move(stamp);
  verifier_ = *std::move(verifier);
  cache_.Clear();
}

std::shared_ptr<const TokenVerifier> TokenAuthenticator::verifier() {
  const std::lock_guard<std::mutex> lock(mutex_);
  return verifier_;
}

}  // namespace mudiriya::server
