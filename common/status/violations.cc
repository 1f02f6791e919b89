#include "common/status/violations.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "common/status/errors.h"
#include "common/status/payload.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"

namespace mudiriya {
namespace {

// FieldViolation has no room for arguments, so they travel beside it, inside the process only: one
// ErrorInfo a violation, in the same order.
constexpr absl::string_view kArgumentsUrl = "internal.mudiriya.health/violation_arguments";

// Enough to see what it is about; the list itself is in BadRequest.
constexpr size_t kFieldsInMessage = 5;

std::string FieldList(const std::vector<Violation>& violations) {
  std::vector<absl::string_view> fields;
  for (const Violation& violation : violations) {
    if (std::find(fields.begin(), fields.end(), violation.field) != fields.end()) continue;
    if (fields.size() == kFieldsInMessage) {
      return absl::StrCat(absl::StrJoin(fields, ", "), ", …");
    }
    fields.push_back(violation.field);
  }
  return absl::StrJoin(fields, ", ");
}

google::rpc::BadRequest Describe(const std::vector<Violation>& violations) {
  google::rpc::BadRequest request;
  for (const Violation& violation : violations) {
    auto* entry = request.add_field_violations();
    entry->set_field(violation.field);
    entry->set_reason(std::string(ReasonName(violation.reason)));
    entry->set_description(RenderReason(violation.reason, violation.arguments, Language::kEnglish));
  }
  return request;
}

google::rpc::Status PackArguments(const std::vector<Violation>& violations) {
  google::rpc::Status packed;
  for (const Violation& violation : violations) {
    google::rpc::ErrorInfo info;
    for (const Argument& argument : violation.arguments) {
      (*info.mutable_metadata())[argument.key] = argument.value;
    }
    packed.add_details()->PackFrom(info);
  }
  return packed;
}

Arguments UnpackArguments(const google::rpc::Status& packed, int index) {
  google::rpc::ErrorInfo info;
  Arguments arguments;
  if (index >= packed.details_size() || !packed.details(index).UnpackTo(&info)) return arguments;
  for (const auto& [key, value] : info.metadata()) arguments.emplace_back(key, value);
  return arguments;
}

}  // namespace

Violations& Violations::Add(absl::string_view field, Reason reason, const Arguments& arguments) {
  entries_.push_back({std::string(field), reason, arguments});
  return *this;
}

Violations& Violations::Merge(absl::string_view prefix, const Violations& part) {
  for (const Violation& violation : part.entries_) {
    const bool joined = !prefix.empty() && !violation.field.empty();
    Add(absl::StrCat(prefix, joined ? "." : "", violation.field), violation.reason,
        violation.arguments);
  }
  return *this;
}

absl::Status Violations::ToStatus() const {
  if (entries_.empty()) return absl::OkStatus();
  absl::Status status = Error(Reason::INVALID_FIELDS, {{"fields", FieldList(entries_)}});
  SetPayload(status, Describe(entries_));
  SetPayload(status, PackArguments(entries_), kArgumentsUrl);
  return status;
}

Violations Violations::FromStatus(const absl::Status& status) {
  google::rpc::BadRequest request;
  google::rpc::Status packed;
  Violations violations;
  if (!GetPayload(status, request) || !GetPayload(status, packed, kArgumentsUrl)) {
    return violations;
  }
  for (int i = 0; i < request.field_violations_size(); ++i) {
    const auto& entry = request.field_violations(i);
    const Reason reason = ParseReason(entry.reason()).value_or(Reason::INTERNAL);
    violations.Add(entry.field(), reason, UnpackArguments(packed, i));
  }
  return violations;
}

absl::Status InvalidField(absl::string_view field, Reason reason, const Arguments& arguments) {
  return Violations().Add(field, reason, arguments).ToStatus();
}

}  // namespace mudiriya
