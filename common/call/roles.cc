#include "common/call/roles.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/str_split.h"

namespace mudiriya {
namespace {

using Permissions = std::vector<absl::string_view>;

constexpr absl::string_view kAnything = "*";
constexpr size_t kParts = 3;  // service.resource.verb

// Places and calendars, without the change log, which tells who did what.
const Permissions kPlaces = {"registry.directorates.read", "registry.areas.read",
                             "registry.facilities.read",   "registry.departments.read",
                             "registry.holidays.read",     "registry.programmes.read",
                             "registry.rows.read"};

// Figures of staffing in which no person appears.
const Permissions kCounts = {"staffing.cadres.read",
                             "staffing.gaps.read",
                             "staffing.requirements.read",
                             "staffing.staff_returns.read",
                             "staffing.establishments.read",
                             "staffing.staffing_norms.read",
                             "staffing.workloads.read",
                             "staffing.working_times.read",
                             "staffing.activity_standards.read",
                             "staffing.support_activities.read",
                             "staffing.additional_activities.read",
                             "staffing.substitution_rules.read",
                             "staffing.settings.read"};

const Permissions kStaffingReads = {"staffing.*.read"};

// What the requirement is computed from.
const Permissions kStandardsWrites = {
    "staffing.working_times.write",      "staffing.activity_standards.write",
    "staffing.support_activities.write", "staffing.additional_activities.write",
    "staffing.staffing_norms.write",     "staffing.establishments.write",
    "staffing.substitution_rules.write", "staffing.workloads.write"};

const Permissions kRecordsWrites = {
    "staffing.staff_members.write",  "staffing.staff_members.reveal",
    "staffing.assignments.write",    "staffing.leaves.write",
    "staffing.staff_returns.write",  "staffing.workloads.write",
    "staffing.establishments.write", "staffing.*.import"};

Permissions Join(std::initializer_list<Permissions> lists) {
  Permissions joined;
  for (const Permissions& list : lists) joined.insert(joined.end(), list.begin(), list.end());
  return joined;
}

std::vector<Role> MakeRoles() {
  return {
      {"viewer", "sees places, gaps and counts, and no person", Join({kPlaces, kCounts})},
      {"planner", "plans: sets standards, computes, creates and proposes allocation plans",
       Join({kPlaces, kStaffingReads, kStandardsWrites, {"staffing.plans.write"}})},
      {"approver", "decides on plans that another has proposed, and orders them",
       Join({kPlaces, kStaffingReads, {"staffing.plans.approve", "staffing.plans.order"}})},
      {"records_officer", "keeps staff records, and imports them",
       Join({kPlaces, kStaffingReads, kRecordsWrites})},
      {"facility_manager", "sees places, gaps and counts", Join({kPlaces, kCounts})},
      {"partner", "sees what is published to partner organisations", {}},
      {"inspector", "sees places", kPlaces},
      {"auditor",
       "reads everything, with who changed what and when; writes nothing",
       {"registry.*.read", "staffing.*.read"}},
      {"administrator", "may do everything in the directorate", {"*.*.*"}},
      {"service",
       "another service of the suite, which reads what it depends on",
       {"registry.*.read", "*.changes.read"}},
  };
}

bool IsPart(absl::string_view part) {
  const auto allowed = [](char c) {
    return absl::ascii_islower(c) || absl::ascii_isdigit(c) || c == '_';
  };
  return !part.empty() && std::all_of(part.begin(), part.end(), allowed);
}

}  // namespace

const std::vector<Role>& Roles() {
  static const std::vector<Role>& roles = *new std::vector<Role>(MakeRoles());
  return roles;
}

const Role* FindRole(absl::string_view name) {
  for (const Role& role : Roles()) {
    if (role.name == name) return &role;
  }
  return nullptr;
}

bool PatternMatches(absl::string_view pattern, absl::string_view permission) {
  for (size_t part = 0; part < kParts; ++part) {
    const size_t pattern_end = std::min(pattern.find('.'), pattern.size());
    const size_t permission_end = std::min(permission.find('.'), permission.size());
    const absl::string_view wanted = pattern.substr(0, pattern_end);
    if (wanted != kAnything && wanted != permission.substr(0, permission_end)) return false;
    pattern.remove_prefix(std::min(pattern_end + 1, pattern.size()));
    permission.remove_prefix(std::min(permission_end + 1, permission.size()));
  }
  return pattern.empty() && permission.empty();
}

bool RoleHas(absl::string_view role, absl::string_view permission) {
  const Role* found = FindRole(role);
  if (found == nullptr) return false;
  return std::any_of(
      found->permissions.begin(), found->permissions.end(),
      [&](absl::string_view pattern) { return PatternMatches(pattern, permission); });
}

bool IsPermission(absl::string_view permission) {
  const std::vector<absl::string_view> parts = absl::StrSplit(permission, '.');
  return parts.size() == kParts && std::all_of(parts.begin(), parts.end(), IsPart);
}

}  // namespace mudiriya
