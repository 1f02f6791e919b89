#include "common/server/authorize.h"

#include <algorithm>

#include "absl/functional/function_ref.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "common/resource/name.h"
#include "common/status/errors.h"

namespace mudiriya::server {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

using Visit = absl::FunctionRef<void(const std::string&)>;
using Fields = absl::Span<const FieldDescriptor* const>;

void VisitTexts(const Message& message, const FieldDescriptor* field, Visit visit) {
  const auto* reflection = message.GetReflection();
  std::string scratch;
  if (!field->is_repeated()) {
    visit(reflection->GetStringReference(message, field, &scratch));
    return;
  }
  for (int i = 0; i < reflection->FieldSize(message, field); ++i) {
    visit(reflection->GetRepeatedStringReference(message, field, i, &scratch));
  }
}

void VisitPath(const Message& message, Fields path, Visit visit) {
  const FieldDescriptor* field = path.front();
  if (path.size() == 1) return VisitTexts(message, field, visit);
  const auto* reflection = message.GetReflection();
  if (!field->is_repeated()) {
    return VisitPath(reflection->GetMessage(message, field), path.subspan(1), visit);
  }
  for (int i = 0; i < reflection->FieldSize(message, field); ++i) {
    VisitPath(reflection->GetRepeatedMessage(message, field, i), path.subspan(1), visit);
  }
}

// Reading across directorates needs the permission in one of them; nothing is written across.
absl::Status JudgeAcross(const Caller& caller, const MethodPolicy& policy) {
  const bool allowed = policy.reads ? !caller.Scope(policy.permission).empty()
                                    : caller.Has(policy.permission, kEveryDirectorate);
  return allowed ? absl::OkStatus() : PermissionDenied(policy.permission);
}

absl::Status JudgeIn(const Caller& caller, const MethodPolicy& policy, absl::string_view name,
                     absl::string_view directorate) {
  if (directorate == resource::kAny) {
    return policy.reads ? JudgeAcross(caller, policy) : NotFound(name);
  }
  if (caller.Has(policy.permission, directorate)) return absl::OkStatus();
  return caller.HasAny(directorate) ? PermissionDenied(policy.permission) : NotFound(name);
}

void JudgeName(const Caller& caller, const MethodPolicy& policy, const FieldPath& path,
               const std::string& name, Authorization* result) {
  const absl::string_view directorate = resource::DirectorateOf(name);
  const bool readable = directorate == resource::kAny || resource::IsValidId(directorate);
  if (!readable) {
    if (result->unreadable_field.empty()) result->unreadable_field = PathText(path);
    return;
  }
  if (result->directorate.empty()) result->directorate = std::string(directorate);
  result->status.Update(JudgeIn(caller, policy, name, directorate));
}

}  // namespace

Authorization Authorize(const Caller& caller, const MethodPolicy& policy, const Message& request) {
  Authorization result;
  if (policy.names.empty()) result.status = JudgeAcross(caller, policy);
  bool named = policy.names.empty();
  for (const FieldPath& path : policy.names) {
    VisitPath(request, path, [&](const std::string& name) {
      named = true;
      JudgeName(caller, policy, path, name, &result);
    });
  }
  if (!named) result.unreadable_field = PathText(policy.names.front());
  return result;
}

}  // namespace mudiriya::server
