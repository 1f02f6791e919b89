#include "common/status/localize.h"

#include <optional>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "common/status/errors.h"
#include "common/status/payload.h"
#include "common/status/violations.h"
#include "google/rpc/error_details.pb.h"

namespace mudiriya {
namespace {

google::rpc::LocalizedMessage InLanguage(Language language, const std::string& text) {
  google::rpc::LocalizedMessage message;
  message.set_locale(std::string(LanguageTag(language)));
  message.set_message(text);
  return message;
}

Arguments ArgumentsOf(const google::rpc::ErrorInfo& info) {
  Arguments arguments;
  for (const auto& [key, value] : info.metadata()) arguments.emplace_back(key, value);
  return arguments;
}

// The reason's text; nothing where the error is a peer's of another domain.
std::optional<std::string> ReasonText(const absl::Status& status, Language language) {
  google::rpc::ErrorInfo info;
  const std::optional<Reason> reason = ReasonOf(status);
  if (!reason.has_value() || !GetPayload(status, info)) return std::nullopt;
  return RenderReason(*reason, ArgumentsOf(info), language);
}

void LocalizeViolations(absl::Status& status, Language language) {
  google::rpc::BadRequest request;
  const Violations violations = Violations::FromStatus(status);
  if (violations.empty() || !GetPayload(status, request)) return;
  for (size_t i = 0; i < violations.size(); ++i) {
    const Violation& violation = violations.entries()[i];
    *request.mutable_field_violations(static_cast<int>(i))->mutable_localized_message() =
        InLanguage(language, RenderReason(violation.reason, violation.arguments, language));
  }
  SetPayload(status, request);
}

// A violation's text; a peer's comes without arguments, but perhaps localized by the peer.
std::string ViolationText(const google::rpc::BadRequest::FieldViolation& violation) {
  const bool localized = violation.has_localized_message();
  return absl::StrCat(
      violation.field(), ": ",
      localized ? violation.localized_message().message() : violation.description());
}

}  // namespace

absl::Status Localize(const absl::Status& status, Language language) {
  absl::Status localized = status;
  const std::optional<std::string> text = ReasonText(status, language);
  if (text.has_value()) SetPayload(localized, InLanguage(language, *text));
  LocalizeViolations(localized, language);
  return localized;
}

std::string MessageIn(const absl::Status& status, Language language) {
  const absl::Status localized = Localize(status, language);
  google::rpc::BadRequest request;
  if (GetPayload(localized, request) && request.field_violations_size() > 0) {
    std::vector<std::string> texts;
    for (const auto& violation : request.field_violations()) {
      texts.push_back(ViolationText(violation));
    }
    return absl::StrJoin(texts, "; ");
  }
  google::rpc::LocalizedMessage message;
  if (GetPayload(localized, message)) return message.message();
  return std::string(status.message());
}

}  // namespace mudiriya
