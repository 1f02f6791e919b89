#include "common/call/caller.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "common/call/roles.h"

namespace mudiriya {
namespace {

bool Covers(const Grant& grant, absl::string_view directorate) {
  return grant.directorate == kEveryDirectorate || grant.directorate == directorate;
}

}  // namespace

absl::StatusOr<Grant> ParseGrant(absl::string_view text) {
  const size_t colon = text.find(':');
  if (colon == 0 || colon == absl::string_view::npos || colon + 1 == text.size()) {
    return absl::InvalidArgumentError(
        absl::StrCat("a grant reads `directorate:role`, e.g. `assiut:planner`, not `", text, "`"));
  }
  return Grant{std::string(text.substr(0, colon)), std::string(text.substr(colon + 1))};
}

bool Caller::Has(absl::string_view permission, absl::string_view directorate) const {
  return std::any_of(grants_.begin(), grants_.end(), [&](const Grant& grant) {
    return Covers(grant, directorate) && RoleHas(grant.role, permission);
  });
}

bool Caller::HasAny(absl::string_view directorate) const {
  return std::any_of(grants_.begin(), grants_.end(), [&](const Grant& grant) {
    return Covers(grant, directorate) && FindRole(grant.role) != nullptr;
  });
}

DirectorateScope Caller::Scope(absl::string_view permission) const {
  if (Has(permission, kEveryDirectorate)) return {true, {}};
  DirectorateScope scope;
  for (const Grant& grant : grants_) {
    if (RoleHas(grant.role, permission)) scope.ids.push_back(grant.directorate);
  }
  std::sort(scope.ids.begin(), scope.ids.end());
  scope.ids.erase(std::unique(scope.ids.begin(), scope.ids.end()), scope.ids.end());
  return scope;
}

}  // namespace mudiriya
