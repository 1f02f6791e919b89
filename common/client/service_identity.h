#ifndef MUDIRIYA_COMMON_CLIENT_SERVICE_IDENTITY_H_
#define MUDIRIYA_COMMON_CLIENT_SERVICE_IDENTITY_H_

#include <functional>
#include <mutex>
#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/time/time.h"

namespace mudiriya::client {

// What a service shows when it calls another in its own name, not in its caller's: a bearer token
// that is renewed before it expires. Thread-safe.
class ServiceIdentity {
 public:
  static constexpr absl::Duration kRenewAfter = absl::Minutes(30);

  // Fetches a token that stays valid for at least twice kRenewAfter.
  using Source = std::function<absl::StatusOr<std::string>(absl::Time now)>;

  explicit ServiceIdentity(Source source) : source_(std::move(source)) {}

  // "Bearer <token>". Returns the error of the source.
  absl::StatusOr<std::string> Authorization(absl::Time now);

 private:
  const Source source_;
  std::mutex mutex_;
  std::string authorization_;
  absl::Time renew_ = absl::InfinitePast();
};

}  // namespace mudiriya::client

#endif  // MUDIRIYA_COMMON_CLIENT_SERVICE_IDENTITY_H_
