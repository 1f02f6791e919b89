#ifndef MUDIRIYA_COMMON_STATUS_VIOLATIONS_H_
#define MUDIRIYA_COMMON_STATUS_VIOLATIONS_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "common/status/reasons.h"

namespace mudiriya {

// One thing that is wrong with one field of a request.
struct Violation {
  std::string field;  // path from the request, e.g. "facility.display_name.ar", "rows[2].code"
  Reason reason;
  Arguments arguments;
};

// Everything that is wrong with a request, collected so that it comes back together.
class Violations {
 public:
  // Returns *this, so that several can be added in one expression.
  Violations& Add(absl::string_view field, Reason reason, const Arguments& arguments = {});

  // Adds those of a part of the request that is found at `prefix`, e.g. "rows[2]"; "" for the
  // request itself.
  Violations& Merge(absl::string_view prefix, const Violations& part);

  bool empty() const { return entries_.empty(); }
  size_t size() const { return entries_.size(); }
  const std::vector<Violation>& entries() const { return entries_; }

  // OK if there is none. Otherwise INVALID_ARGUMENT with reason INVALID_FIELDS and a
  // google.rpc.BadRequest that holds all violations, English, and what Localize needs to give them
  // in another language.
  absl::Status ToStatus() const;

  // The violations of such a status; none for any other.
  static Violations FromStatus(const absl::Status& status);

 private:
  std::vector<Violation> entries_;
};

// INVALID_ARGUMENT for a single field.
absl::Status InvalidField(absl::string_view field, Reason reason, const Arguments& arguments = {});

}  // namespace mudiriya

#endif  // MUDIRIYA_COMMON_STATUS_VIOLATIONS_H_
