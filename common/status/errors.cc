#include "common/status/errors.h"

#include <algorithm>
#include <cassert>

#include "common/status/payload.h"
#include "google/rpc/error_details.pb.h"

namespace mudiriya {
namespace {

[[maybe_unused]] bool IsComplete(Reason reason, const Arguments& arguments) {
  const auto names = Placeholders(ReasonTemplate(reason, Language::kEnglish));
  return std::all_of(names.begin(), names.end(), [&](const std::string& name) {
    return std::any_of(arguments.begin(), arguments.end(),
                       [&](const Argument& argument) { return argument.key == name; });
  });
}

google::rpc::ErrorInfo Info(absl::string_view reason, const Arguments& arguments) {
  google::rpc::ErrorInfo info;
  info.set_reason(std::string(reason));
  info.set_domain(std::string(kErrorDomain));
  for (const Argument& argument : arguments)
    (*info.mutable_metadata())[argument.key] = argument.value;
  return info;
}

}  // namespace

absl::Status Error(Reason reason, const Arguments& arguments) {
  assert(IsComplete(reason, arguments));
  absl::Status status(ReasonCode(reason), RenderReason(reason, arguments, Language::kEnglish));
  SetPayload(status, Info(ReasonName(reason), arguments));
  return status;
}

absl::Status NotFound(absl::string_view name) { return Error(Reason::NOT_FOUND, {{"name", name}}); }

absl::Status AlreadyExists(absl::string_view name) {
  return Error(Reason::ALREADY_EXISTS, {{"name", name}});
}

absl::Status Stale(absl::string_view name) { return Error(Reason::STALE_ETAG, {{"name", name}}); }

absl::Status PermissionDenied(absl::string_view permission) {
  return Error(Reason::PERMISSION_DENIED, {{"permission", permission}});
}

absl::Status WithRetryDelay(absl::Status error, absl::Duration delay) {
  google::rpc::RetryInfo info;
  const int64_t nanoseconds = absl::ToInt64Nanoseconds(delay);
  info.mutable_retry_delay()->set_seconds(nanoseconds / 1'000'000'000);
  info.mutable_retry_delay()->set_nanos(static_cast<int32_t>(nanoseconds % 1'000'000'000));
  SetPayload(error, info);
  return error;
}

std::optional<Reason> ReasonOf(const absl::Status& status) {
  google::rpc::ErrorInfo info;
  if (!GetPayload(status, info) || info.domain() != kErrorDomain) return std::nullopt;
  return ParseReason(info.reason());
}

bool HasReason(const absl::Status& status, Reason reason) { return ReasonOf(status) == reason; }

std::string ArgumentOf(const absl::Status& status, absl::string_view key) {
  google::rpc::ErrorInfo info;
  if (!GetPayload(status, info)) return "";
  const auto found = info.metadata().find(std::string(key));
  return found == info.metadata().end() ? "" : found->second;
}

absl::Status WithErrorInfo(const absl::Status& status) {
  google::rpc::ErrorInfo info;
  if (status.ok() || GetPayload(status, info)) return status;
  const std::string name = absl::StatusCodeToString(status.code());
  const std::optional<Reason> same = ParseReason(name);
  // A reason whose text needs an argument that nobody gave would show a gap.
  const bool fits = same.has_value() && IsComplete(*same, {});
  const Reason reason = fits ? *same : Reason::INTERNAL;
  absl::Status error(status.code(), RenderReason(reason, {}, Language::kEnglish));
  SetPayload(error, Info(ReasonName(reason), {}));
  return error;
}

}  // namespace mudiriya
