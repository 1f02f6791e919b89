#include "common/server/admission.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "common/server/authorize.h"
#include "common/status/errors.h"
#include "common/status/macros.h"
#include "common/status/violations.h"

namespace mudiriya::server {
namespace {

// A caller's request id goes into our log, so it must not carry anything that could be text.
bool IsRequestId(absl::string_view id) {
  constexpr size_t kLongest = 64;
  const auto allowed = [](char c) { return absl::ascii_isalnum(c) || c == '-' || c == '_'; };
  return !id.empty() && id.size() <= kLongest && std::all_of(id.begin(), id.end(), allowed);
}

absl::Status Unreadable(const std::string& field) {
  return InvalidField(field, Reason::INVALID_NAME, {{"pattern", "directorates/{directorate}/…"}});
}

}  // namespace

absl::Status Admission::Admit(const Headers& headers, const google::protobuf::Message& request,
                              Admitted* admitted) const {
  CallInfo& info = admitted->info;
  info.clock = clock_;
  info.language = ParseAcceptLanguage(headers.accept_language);
  info.trace = ContinueTrace(headers.traceparent);
  info.request_id =
      IsRequestId(headers.request_id) ? std::string(headers.request_id) : info.trace.span_id;
  admitted->policy = policies_.Find(request);
  if (admitted->policy == nullptr) return Error(Reason::UNIMPLEMENTED);
  info.method = admitted->policy->method;
  info.permission = admitted->policy->permission;
  RETURN_IF_ERROR(Authenticate(headers, admitted));
  return AuthorizeAndValidate(request, admitted);
}

absl::Status Admission::Authenticate(const Headers& headers, Admitted* admitted) const {
  auto caller = authenticator_->Authenticate(headers.authorization);
  if (!caller.ok()) {
    admitted->refusal = std::string(caller.status().message());
    return Error(Reason::UNAUTHENTICATED);
  }
  admitted->info.caller = *std::move(caller);
  admitted->info.authorization = std::string(headers.authorization);
  return absl::OkStatus();
}

absl::Status Admission::AuthorizeAndValidate(const google::protobuf::Message& request,
                                             Admitted* admitted) const {
  Authorization authorization = Authorize(*admitted->info.caller, *admitted->policy, request);
  admitted->directorate = std::move(authorization.directorate);
  RETURN_IF_ERROR(authorization.status);
  RETURN_IF_ERROR(resource::Validate(request, admitted->policy->rules).ToStatus());
  if (authorization.unreadable_field.empty()) return absl::OkStatus();
  return Unreadable(authorization.unreadable_field);
}

}  // namespace mudiriya::server
