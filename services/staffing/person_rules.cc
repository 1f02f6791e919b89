#include "services/staffing/person_rules.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "common/resource/name.h"
#include "common/status/errors.h"
#include "common/status/macros.h"
#include "common/status/violations.h"
#include "services/staffing/common_rules.h"
#include "services/staffing/dates.h"
#include "services/staffing/identity_cipher.h"
#include "services/staffing/national_id.h"

namespace mudiriya::staffing {
namespace {

using google::protobuf::FieldMask;
using v1::StaffMember;
using Facilities = google::protobuf::RepeatedPtrField<std::string>;

void AddAll(const char* field, const Facilities& names, PlaceReferences& references) {
  for (int i = 0; i < names.size(); ++i) {
    references.Add(absl::StrCat("staff_member.", field, "[", i, "]"), names[i]);
  }
}

void AddPlaces(const StaffMember& person, const FieldMask& mask, PlaceReferences& references) {
  if (Writes(mask, "home_area")) references.Add("staff_member.home_area", person.home_area());
  if (Writes(mask, "preferred_facilities")) {
    AddAll("preferred_facilities", person.preferred_facilities(), references);
  }
  if (Writes(mask, "restricted_facilities")) {
    AddAll("restricted_facilities", person.restricted_facilities(), references);
  }
}

// Nobody may be barred from where they would like to go.
void CheckWishes(const StaffMember& person, Violations& violations) {
  const Facilities& restricted = person.restricted_facilities();
  for (int i = 0; i < person.preferred_facilities_size(); ++i) {
    const std::string& wish = person.preferred_facilities(i);
    if (std::find(restricted.begin(), restricted.end(), wish) == restricted.end()) continue;
    violations.Add(absl::StrCat("staff_member.preferred_facilities[", i, "]"), Reason::MISMATCH,
                   {{"expected", "restricted_facilities"}});
  }
}

// Brings the national id into its form. One that is gone is shown no more; one that is not given
// stays as it is shown.
absl::Status CheckNationalId(const StaffMember* old, StaffMember& next) {
  if (next.national_id().empty()) {
    if (old != nullptr && !old->national_id().empty()) next.clear_national_id_masked();
    return absl::OkStatus();
  }
  ASSIGN_OR_RETURN(std::string canonical,
                   CanonicalNationalId("staff_member.national_id", next.national_id()));
  next.set_national_id_masked(MaskNationalId(canonical));
  next.set_national_id(std::move(canonical));
  return absl::OkStatus();
}

absl::Status CheckPerson(const StaffMember* old, StaffMember& next) {
  Violations violations;
  CheckWishes(next, violations);
  const absl::Status national_id = CheckNationalId(old, next);
  violations.Merge("", Violations::FromStatus(national_id));
  return violations.ToStatus();
}

// Returns FAILED_PRECONDITION (IN_USE) naming an assignment that has not ended before today.
absl::Status CheckNotAssigned(db::Transaction& tx, const WriteScope& scope,
                              const StaffMember& person) {
  ASSIGN_OR_RETURN(
      const db::ResultSet rows,
      tx.Query("SELECT assignment_id FROM assignment WHERE directorate_id = ?"
               " AND staff_member_id = ? AND (end_date IS NULL OR end_date >= ?)"
               " LIMIT 1",
               {{scope.directorate, std::string(IdOf(person.name())), DayText(scope.today)}}));
  if (rows.empty()) return absl::OkStatus();
  return Error(Reason::IN_USE,
               {{"name", person.name()},
                {"user", absl::StrCat(person.name(), "/assignments/", rows.front().Text(0))}});
}

// Whoever is brought back may find that the cadre has gone in the meantime.
absl::Status CheckReturned(db::Transaction& tx, const WriteScope& scope,
                           const RowChange<StaffMember>& change) {
  const bool back =
      change.old != nullptr && change.old->has_delete_time() && !change.next->has_delete_time();
  if (!back) return absl::OkStatus();
  const std::string& cadre = change.next->cadre();
  ASSIGN_OR_RETURN(const std::set<std::string> found,
                   FindCadres(tx, scope.directorate, {std::string(IdOf(cadre))}, Keep::kShared));
  return found.empty() ? UnknownReference("staff_member.cadre", cadre) : absl::OkStatus();
}

// Moves the national id of a row, if it is a new one, from the row to the scope.
void TakeNationalId(const RowWrite<StaffMember>& row, WriteScope& scope) {
  const std::string before = row.old != nullptr ? row.old->national_id() : "";
  scope.national_ids.erase(row.next->name());
  if (row.next->national_id() != before) {
    scope.national_ids[row.next->name()] = row.next->national_id();
  }
  row.next->clear_national_id();
}

absl::Status CheckStored(db::Transaction& tx, WriteScope& scope,
                         absl::Span<RowWrite<StaffMember>> batch) {
  RETURN_IF_ERROR(CheckCadres(tx, "staff_member.cadre", scope, batch));
  for (const RowWrite<StaffMember>& row : batch) TakeNationalId(row, scope);
  return absl::OkStatus();
}

absl::Status StoreNationalIds(db::Transaction& tx, const WriteScope& scope,
                              absl::Span<const RowChange<StaffMember>> changes) {
  for (const RowChange<StaffMember>& change : changes) {
    RETURN_IF_ERROR(CheckReturned(tx, scope, change));
    const auto given = scope.national_ids.find(change.next->name());
    if (given == scope.national_ids.end()) continue;
    RETURN_IF_ERROR(StoreNationalId(tx, *scope.cipher, given->first, given->second));
  }
  return absl::OkStatus();
}

RecordRules<StaffMember> MakeRules() {
  RecordRules<StaffMember> rules;
  rules.field = "staff_member";
  rules.prepare = [](Call& call, WriteScope& scope) {
    scope.cipher = &call.service<IdentityCipher>();
    return absl::OkStatus();
  };
  rules.places = &AddPlaces;
  rules.check = &CheckPerson;
  rules.check_stored = &CheckStored;
  rules.check_delete = &CheckNotAssigned;
  rules.store = &StoreNationalIds;
  return rules;
}

}  // namespace

const RecordRules<StaffMember>& StaffMemberRules() {
  static const RecordRules<StaffMember> rules = MakeRules();
  return rules;
}

void AddRemovalOfNationalId(const StaffMember& person, const FieldMask& mask,
                            resource::Hooks<StaffMember>& hooks) {
  // A mask that names no fields writes those that are set, so only one that does can remove it.
  const bool removes =
      person.national_id().empty() && !mask.paths().empty() && Writes(mask, "national_id");
  if (!removes) return;
  hooks.before_write = [before = std::move(hooks.before_write)](db::Transaction& tx,
                                                                const StaffMember* old,
                                                                StaffMember& next) -> absl::Status {
    RETURN_IF_ERROR(before(tx, old, next));
    next.clear_national_id_masked();
    return RemoveNationalId(tx, next.name());
  };
}

absl::Status CompletePeople(db::Transaction& tx, const IdentityCipher& cipher,
                            absl::Span<StaffMember* const> people) {
  std::vector<std::string> names;
  for (const StaffMember* person : people) names.push_back(person->name());
  ASSIGN_OR_RETURN(auto numbers, LoadNationalIds(tx, cipher, names));
  for (StaffMember* person : people) {
    const auto number = numbers.find(person->name());
    if (number != numbers.end()) person->set_national_id(number->second);
  }
  return absl::OkStatus();
}

}  // namespace mudiriya::staffing
