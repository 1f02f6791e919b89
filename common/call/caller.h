#ifndef MUDIRIYA_COMMON_CALL_CALLER_H_
#define MUDIRIYA_COMMON_CALL_CALLER_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace mudiriya {

// The directorate of a grant that holds everywhere: `*:administrator` is the ministry.
inline constexpr absl::string_view kEveryDirectorate = "*";

// A role held in one directorate, e.g. {"assiut", "planner"}, or in every one ("*").
struct Grant {
  std::string directorate;
  std::string role;

  friend bool operator==(const Grant& a, const Grant& b) {
    return a.directorate == b.directorate && a.role == b.role;
  }
};

// Reads a grant as tokens carry it: `assiut:planner`, `*:administrator`.
// Returns INVALID_ARGUMENT if the text has another form. An unknown role is no error: it grants
// nothing, so that a token may also speak to newer servers.
absl::StatusOr<Grant> ParseGrant(absl::string_view text);

// Directorates in which something is allowed: all of them, or the ids listed (sorted, unique).
struct DirectorateScope {
  bool all = false;
  std::vector<std::string> ids;

  bool empty() const { return !all && ids.empty(); }
};

// Who calls, and what they may do where. Immutable, so it may be shared between threads.
class Caller {
 public:
  Caller() = default;
  Caller(std::string subject, std::vector<Grant> grants)
      : subject_(std::move(subject)), grants_(std::move(grants)) {}

  // The token's `sub`. It may identify a person: change logs store it, log lines never do.
  const std::string& subject() const { return subject_; }
  const std::vector<Grant>& grants() const { return grants_; }

  // Whether one of the caller's roles carries `permission` (e.g. "registry.areas.read") in the
  // directorate of this id (e.g. "homs"; "*" asks for every directorate at once).
  bool Has(absl::string_view permission, absl::string_view directorate) const;

  // Whether the caller may do anything at all there. Someone who may not is told NOT_FOUND.
  bool HasAny(absl::string_view directorate) const;

  // Where the caller holds `permission`.
  DirectorateScope Scope(absl::string_view permission) const;

 private:
  std::string subject_;
  std::vector<Grant> grants_;
};

}  // namespace mudiriya

#endif  // MUDIRIYA_COMMON_CALL_CALLER_H_
