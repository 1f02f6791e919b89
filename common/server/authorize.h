#ifndef MUDIRIYA_COMMON_SERVER_AUTHORIZE_H_
#define MUDIRIYA_COMMON_SERVER_AUTHORIZE_H_

#include <string>

#include "absl/status/status.h"
#include "common/call/caller.h"
#include "common/server/method_policy.h"
#include "google/protobuf/message.h"

namespace mudiriya::server {

// What the request's names say about where the caller wants to act.
struct Authorization {
  absl::Status status;

  // The id of the first directorate named, "-" for all that the caller may see; empty if the
  // request names none.
  std::string directorate;

  // The field whose text is no resource name, if there is one: nobody could judge it, so the call
  // must not go on even if no rule of the contract forbids it.
  std::string unreadable_field;
};

// Decides whether the caller may make this request. The status is
//   OK                 if the caller holds the method's permission in every directorate named;
//   NOT_FOUND          for the name in a directorate where the caller may do nothing: the same as
//                      for one that does not exist, so that nobody learns which do;
//   PERMISSION_DENIED  for one where the caller may do something, but not this.
Authorization Authorize(const Caller& caller, const MethodPolicy& policy,
                        const google::protobuf::Message& request);

}  // namespace mudiriya::server

#endif  // MUDIRIYA_COMMON_SERVER_AUTHORIZE_H_
