#ifndef MUDIRIYA_COMMON_CALL_ROLES_H_
#define MUDIRIYA_COMMON_CALL_ROLES_H_

#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace mudiriya {

// A role and the permissions it carries. A pattern is a permission `service.resource.verb` of
// which any part may be `*`: `registry.*.read`. The list is the whole policy; who holds which
// role, and where, is in the token.
struct Role {
  absl::string_view name;
  absl::string_view purpose;
  std::vector<absl::string_view> permissions;
};

// Every role that the services know.
const std::vector<Role>& Roles();

// The role of this name, or null if there is none.
const Role* FindRole(absl::string_view name);

// Whether the pattern covers the permission, part by part.
bool PatternMatches(absl::string_view pattern, absl::string_view permission);

// Whether the role carries the permission. An unknown role carries none.
bool RoleHas(absl::string_view role, absl::string_view permission);

// Whether `permission` has the form `service.resource.verb` (lower-case letters, digits, `_`).
bool IsPermission(absl::string_view permission);

}  // namespace mudiriya

#endif  // MUDIRIYA_COMMON_CALL_ROLES_H_
