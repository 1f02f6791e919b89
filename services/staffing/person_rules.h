#ifndef MUDIRIYA_SERVICES_STAFFING_PERSON_RULES_H_
#define MUDIRIYA_SERVICES_STAFFING_PERSON_RULES_H_

#include "absl/status/status.h"
#include "absl/types/span.h"
#include "common/db/transaction.h"
#include "common/resource/hooks.h"
#include "google/protobuf/field_mask.pb.h"
#include "mudiriya/staffing/v1/staff_member.pb.h"
#include "services/staffing/record_rules.h"

namespace mudiriya::staffing {

// The rules of people: the cadre and the places exist, no facility is both preferred and
// restricted, a national id has its form and is nobody else's, nobody who has an assignment today
// or later is deleted. A national id that a row carries is sealed and stored besides the row, and
// what may be shown of it in the row.
const RecordRules<v1::StaffMember>& StaffMemberRules();

// Makes an update whose mask names the national id without giving one remove it. `person` and
// `mask` are the request's.
void AddRemovalOfNationalId(const v1::StaffMember& person, const google::protobuf::FieldMask& mask,
                            resource::Hooks<v1::StaffMember>& hooks);

// Fills in the national ids of stored people, so that an import can tell whether it changes them.
absl::Status CompletePeople(db::Transaction& tx, const IdentityCipher& cipher,
                            absl::Span<v1::StaffMember* const> people);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_PERSON_RULES_H_
