#include "services/staffing/person_rules.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "common/resource/name.h"
#include "common/status/errors.h"
#include "common/status/macros.h"
#include "common/status/violations.h"
#include "services/staffing/dates.h"
#include "services/staffing/national_id.h"
#include "services/staffing/row_id.h"

namespace mudiriya::staffing {
namespace {

using google::protobuf::FieldMask;
using resource::Hooks;

using Facilities = google::protobuf::RepeatedPtrField<std::string>;

void AddAll(const char* field, const Facilities& names, PlaceReferences& references) {
  for (int i = 0; i < names.size(); ++i) {
    references.Add(absl::StrCat("staff_member.", field, "[", i, "]"), names[i]);
  }
}

// The references of a person that the mask writes.
void AddReferences(const v1::StaffMember& person, const FieldMask& mask,
                   PlaceReferences& references) {
  if (Writes(mask, "home_area")) references.Add("staff_member.home_area", person.home_area());
  if (Writes(mask, "preferred_facilities")) {
    AddAll("preferred_facilities", person.preferred_facilities(), references);
  }
  if (Writes(mask, "restricted_facilities")) {
    AddAll("restricted_facilities", person.restricted_facilities(), references);
  }
}

// Nobody may be barred from where they would like to go.
absl::Status CheckWishes(const v1::StaffMember& person) {
  Violations violations;
  const Facilities& restricted = person.restricted_facilities();
  for (int i = 0; i < person.preferred_facilities_size(); ++i) {
    if (std::find(restricted.begin(), restricted.end(), person.preferred_facilities(i)) !=
        restricted.end()) {
      violations.Add(absl::StrCat("staff_member.preferred_facilities[", i, "]"), Reason::MISMATCH,
                     {{"expected", "restricted_facilities"}});
    }
  }
  return violations.ToStatus();
}

// Returns FAILED_PRECONDITION (IN_USE) naming an assignment that has not ended before `today`.
absl::Status CheckNotAssigned(db::Transaction& tx, const v1::StaffMember& person,
                              absl::CivilDay today) {
  ASSIGN_OR_RETURN(const db::ResultSet rows,
                   tx.Query("SELECT assignment_id FROM assignment WHERE directorate_id = ?"
                            " AND staff_member_id = ? AND (end_date IS NULL OR end_date >= ?)"
                            " LIMIT 1",
                            {{std::string(resource::DirectorateOf(person.name())),
                              std::string(IdOf(person.name())), DayText(today)}}));
  if (rows.empty()) return absl::OkStatus();
  return Error(Reason::IN_USE,
               {{"name", person.name()},
                {"user", absl::StrCat(person.name(), "/assignments/", rows.front().Text(0))}});
}

// The national id that a request writes, canonical; nothing if it writes none.
absl::StatusOr<std::optional<std::string>> NationalIdToWrite(const v1::StaffMember& person,
                                                             const FieldMask& mask) {
  if (person.national_id().empty()) {
    // An update by an empty mask writes what is set; only a mask that names the field clears it.
    const bool clears = !mask.paths().empty() && Writes(mask, "national_id");
    return clears ? std::optional<std::string>("") : std::nullopt;
  }
  if (!Writes(mask, "national_id")) return std::nullopt;
  ASSIGN_OR_RETURN(std::string canonical,
                   CanonicalNationalId("staff_member.national_id", person.national_id()));
  return std::optional<std::string>(std::move(canonical));
}

// Adds the writing of a national id. The row is locked by before_write when there is one already;
// a new one is written first. What is shown of it is a column like any other.
void AddNationalId(Hooks<v1::StaffMember>& hooks, const IdentityCipher& cipher,
                   std::string canonical) {
  auto check = std::move(hooks.before_write);
  hooks.before_write = [check, canonical, &cipher](db::Transaction& tx, const v1::StaffMember* old,
                                                   v1::StaffMember& next) -> absl::Status {
    RETURN_IF_ERROR(check(tx, old, next));
    next.set_national_id_masked(MaskNationalId(canonical));
    if (old == nullptr) return absl::OkStatus();
    return StoreNationalId(tx, cipher, next.name(), canonical);
  };
  hooks.after_write = [canonical, &cipher](db::Transaction& tx, const v1::StaffMember* old,
                                           const v1::StaffMember* next) {
    if (old != nullptr) return absl::OkStatus();
    return StoreNationalId(tx, cipher, next->name(), canonical);
  };
}

}  // namespace

Hooks<v1::StaffMember> PersonRules(std::shared_ptr<WriteScope> scope) {
  Hooks<v1::StaffMember> hooks;
  hooks.before_transaction = Prepare(scope);
  hooks.before_write = [scope](db::Transaction& tx, const v1::StaffMember* old,
                               v1::StaffMember& next) -> absl::Status {
    RETURN_IF_ERROR(CheckWishes(next));
    if (old != nullptr && old->cadre() == next.cadre()) return absl::OkStatus();
    return CheckCadre(tx, scope->directorate, "staff_member.cadre", next.cadre());
  };
  hooks.before_delete = [scope](db::Transaction& tx, const v1::StaffMember& old) {
    return CheckNotAssigned(tx, old, scope->today);
  };
  // Somebody who is brought back may find that the cadre has gone in the meantime.
  hooks.after_write = [scope](db::Transaction& tx, const v1::StaffMember* old,
                              const v1::StaffMember* next) {
    const bool back = old != nullptr && old->has_delete_time() && !next->has_delete_time();
    if (!back) return absl::OkStatus();
    return CheckCadre(tx, scope->directorate, "staff_member.cadre", next->cadre());
  };
  return hooks;
}

absl::StatusOr<Hooks<v1::StaffMember>> PersonWriteRules(Call& call, absl::string_view name,
                                                        const v1::StaffMember& person,
                                                        const FieldMask& mask) {
  const std::shared_ptr<WriteScope> scope = ScopeOf(name);
  AddReferences(person, mask, scope->references);
  ASSIGN_OR_RETURN(std::optional<std::string> national_id, NationalIdToWrite(person, mask));
  Hooks<v1::StaffMember> hooks = PersonRules(scope);
  if (national_id) {
    AddNationalId(hooks, call.service<IdentityCipher>(), *std::move(national_id));
  }
  return hooks;
}

}  // namespace mudiriya::staffing
