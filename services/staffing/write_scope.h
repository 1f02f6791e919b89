#ifndef MUDIRIYA_SERVICES_STAFFING_WRITE_SCOPE_H_
#define MUDIRIYA_SERVICES_STAFFING_WRITE_SCOPE_H_

#include <functional>
#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "common/call/call.h"
#include "google/protobuf/field_mask.pb.h"
#include "services/staffing/references.h"

namespace mudiriya::staffing {

// What a write to staffing records must learn before its transaction opens, shared by its hooks.
struct WriteScope {
  explicit WriteScope(absl::string_view directorate)
      : directorate(directorate), references(directorate) {}

  const std::string directorate;  // id
  PlaceReferences references;     // of the request, filled in before the call
  absl::CivilDay today;           // known once Prepare has run
};

// The scope of a write to a resource of this name, or below this parent.
std::shared_ptr<WriteScope> ScopeOf(absl::string_view name);

// Hooks::before_transaction: asks for the day in the directorate, which must exist, and checks the
// references.
// Returns NOT_FOUND for an unknown directorate, else as PlaceReferences::Check.
std::function<absl::Status(Call&)> Prepare(std::shared_ptr<WriteScope> scope);

// Whether an update with this mask writes the field: the mask is empty, `*`, or names it or
// something inside of it. References that are sent along but not written are not checked.
bool Writes(const google::protobuf::FieldMask& mask, absl::string_view field);

// The mask of a creation, which writes all fields.
const google::protobuf::FieldMask& AllFields();

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_WRITE_SCOPE_H_
