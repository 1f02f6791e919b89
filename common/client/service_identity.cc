#include "common/client/service_identity.h"

#include "absl/strings/str_cat.h"
#include "common/status/macros.h"

namespace mudiriya::client {

absl::StatusOr<std::string> ServiceIdentity::Authorization(absl::Time now) {
  const std::lock_guard<std::mutex> lock(mutex_);
  if (now < renew_) return authorization_;
  ASSIGN_OR_RETURN(const std::string token, source_(now));
  authorization_ = absl::StrCat("Bearer ", token);
  renew_ = now + kRenewAfter;
  return authorization_;
}

}  // namespace mudiriya::client
