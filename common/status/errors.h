#ifndef MUDIRIYA_COMMON_STATUS_ERRORS_H_
#define MUDIRIYA_COMMON_STATUS_ERRORS_H_

#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "common/status/reasons.h"

namespace mudiriya {

// An error of the reason's code, with its English text and a google.rpc.ErrorInfo that names the
// reason and carries the arguments. Each {placeholder} of the text needs its argument; further
// arguments are welcome (a debug build stops at a missing one).
absl::Status Error(Reason reason, const Arguments& arguments = {});

// NOT_FOUND for a resource name.
absl::Status NotFound(absl::string_view name);

// ALREADY_EXISTS for a resource name.
absl::Status AlreadyExists(absl::string_view name);

// ABORTED: the etag given is not that of the stored resource.
absl::Status Stale(absl::string_view name);

// PERMISSION_DENIED for lack of e.g. "registry.areas.write".
absl::Status PermissionDenied(absl::string_view permission);

// The error with a google.rpc.RetryInfo that asks the caller to wait so long before trying again.
absl::Status WithRetryDelay(absl::Status error, absl::Duration delay);

// The reason that an error carries; nothing if OK, or not made by Error() here or in a peer.
std::optional<Reason> ReasonOf(const absl::Status& status);

// Whether the error is of this reason.
bool HasReason(const absl::Status& status, Reason reason);

// The value of one argument of an error, "" if it has none.
std::string ArgumentOf(const absl::Status& status, absl::string_view key);

// The error with an ErrorInfo, whatever it came from: one that has none (a library's) keeps its
// code and is given the reason of the same name, or INTERNAL. The text of such an error never
// reaches a caller, because nobody has checked what it gives away. OK stays OK.
absl::Status WithErrorInfo(const absl::Status& status);

}  // namespace mudiriya

#endif  // MUDIRIYA_COMMON_STATUS_ERRORS_H_
