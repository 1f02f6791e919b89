#ifndef MUDIRIYA_SERVICES_CLI_NAMES_H_
#define MUDIRIYA_SERVICES_CLI_NAMES_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace mudiriya::cli {

// The full resource name of what a person wrote, by the pattern of its kind:
//   `abnub-hospital`                      → directorates/assiut/facilities/abnub-hospital
//   `facilities/abnub-hospital`           → the same
//   `s-17/2024`  (ids along the pattern)  → directorates/assiut/staffMembers/s-17/assignments/2024
// A name that begins with `directorates/` is taken as it is, whatever `directorate` says.
// Returns INVALID_ARGUMENT with the expected form if the text fits none, or if a directorate is
// needed and none was given.
absl::StatusOr<std::string> ExpandName(absl::string_view text, absl::string_view pattern,
                                       absl::string_view directorate);

// The parent to list a kind below: `text` expanded, or, where it is empty, the directorate with `-`
// (any) for every collection between. "" for a kind that has no parent.
absl::StatusOr<std::string> ExpandParent(absl::string_view text, absl::string_view pattern,
                                         absl::string_view directorate);

// What a table shows of a resource name: its ids without directorate and collections, e.g.
// `s-17/2024`. Any other text is returned as it is.
std::string ShortName(absl::string_view name);

}  // namespace mudiriya::cli

#endif  // MUDIRIYA_SERVICES_CLI_NAMES_H_
