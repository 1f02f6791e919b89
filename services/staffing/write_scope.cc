#include "services/staffing/write_scope.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "common/resource/name.h"
#include "common/status/macros.h"
#include "services/staffing/dates.h"

namespace mudiriya::staffing {

std::shared_ptr<WriteScope> ScopeOf(absl::string_view name) {
  return std::make_shared<WriteScope>(resource::DirectorateOf(name));
}

std::function<absl::Status(Call&)> Prepare(std::shared_ptr<WriteScope> scope) {
  return [scope = std::move(scope)](Call& call) -> absl::Status {
    ASSIGN_OR_RETURN(scope->today, Today(call, scope->directorate));
    return scope->references.Check(call);
  };
}

bool Writes(const google::protobuf::FieldMask& mask, absl::string_view field) {
  if (mask.paths().empty()) return true;
  return std::any_of(mask.paths().begin(), mask.paths().end(), [field](const std::string& path) {
    return path == "*" || path == field || absl::StartsWith(path, absl::StrCat(field, "."));
  });
}

const google::protobuf::FieldMask& AllFields() {
  static const google::protobuf::FieldMask all;
  return all;
}

}  // namespace mudiriya::staffing
