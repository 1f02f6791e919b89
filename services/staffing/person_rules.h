#ifndef MUDIRIYA_SERVICES_STAFFING_PERSON_RULES_H_
#define MUDIRIYA_SERVICES_STAFFING_PERSON_RULES_H_

#include <memory>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "common/call/call.h"
#include "common/resource/hooks.h"
#include "google/protobuf/field_mask.pb.h"
#include "mudiriya/staffing/v1/staff_member.pb.h"
#include "services/staffing/write_scope.h"

namespace mudiriya::staffing {

// The rules of every write to a person: the cadre exists, no facility is both preferred and
// restricted, nobody who has an assignment today or later is deleted.
resource::Hooks<v1::StaffMember> PersonRules(std::shared_ptr<WriteScope> scope);

// The same for a creation below or an update of `name`, with the registry's resources and the
// national id that the request writes. `person` and `mask` are the request's.
// Returns INVALID_ARGUMENT for a malformed national id.
absl::StatusOr<resource::Hooks<v1::StaffMember>> PersonWriteRules(
    Call& call, absl::string_view name, const v1::StaffMember& person,
    const google::protobuf::FieldMask& mask);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_PERSON_RULES_H_
