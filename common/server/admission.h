#ifndef MUDIRIYA_COMMON_SERVER_ADMISSION_H_
#define MUDIRIYA_COMMON_SERVER_ADMISSION_H_

#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "common/call/call.h"
#include "common/server/auth/authenticator.h"
#include "common/server/method_policy.h"
#include "google/protobuf/message.h"

namespace mudiriya::server {

// The metadata of a call that matter to us; views into gRPC's own.
struct Headers {
  absl::string_view authorization;
  absl::string_view accept_language;
  absl::string_view traceparent;
  absl::string_view request_id;
};

// A call at the door.
struct Admitted {
  const MethodPolicy* policy = nullptr;
  CallInfo info;
  std::string directorate;  // for the log: an id, "-" or empty
  std::string refusal;      // for the log: why a token was not believed
};

// Decides whether a call may go on: authenticate, authorize, validate, in this order. Knows nothing
// of gRPC and does not block. Thread-safe.
class Admission {
 public:
  // `authenticator` and `clock` outlive the admission.
  Admission(PolicyTable policies, Authenticator* authenticator, const Clock* clock)
      : policies_(std::move(policies)), authenticator_(authenticator), clock_(clock) {}

  // Fills `admitted` as far as it gets; language and trace in any case.
  // Returns UNAUTHENTICATED with a constant text, what Authorize says, INVALID_ARGUMENT with all
  // violations of the request, or UNIMPLEMENTED for a request that no method takes.
  absl::Status Admit(const Headers& headers, const google::protobuf::Message& request,
                     Admitted* admitted) const;

  const PolicyTable& policies() const { return policies_; }

 private:
  absl::Status Authenticate(const Headers& headers, Admitted* admitted) const;
  absl::Status AuthorizeAndValidate(const google::protobuf::Message& request,
                                    Admitted* admitted) const;

  const PolicyTable policies_;
  Authenticator* const authenticator_;
  const Clock* const clock_;
};

}  // namespace mudiriya::server

#endif  // MUDIRIYA_COMMON_SERVER_ADMISSION_H_
