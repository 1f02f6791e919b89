#include "services/staffing/tables.h"

#include <vector>

#include "absl/strings/str_join.h"
#include "services/staffing/activity_standards.h"
#include "services/staffing/additional_activities.h"
#include "services/staffing/assignments.h"
#include "services/staffing/cadres.h"
#include "services/staffing/establishments.h"
#include "services/staffing/leaves.h"
#include "services/staffing/staff_members.h"
#include "services/staffing/staff_returns.h"
#include "services/staffing/staffing_norms.h"
#include "services/staffing/substitution_rules.h"
#include "services/staffing/support_activities.h"
#include "services/staffing/working_times.h"
#include "services/staffing/workloads.h"

namespace mudiriya::staffing {
namespace {

const std::vector<const resource::TableCore*>& Tables() {
  static const std::vector<const resource::TableCore*> tables = {
      &Cadres(),           &StaffMembers(),         &Assignments(),       &Leaves(),
      &StaffReturns(),     &WorkingTimes(),         &ActivityStandards(), &SupportActivities(),
      &Workloads(),        &AdditionalActivities(), &StaffingNorms(),     &Establishments(),
      &SubstitutionRules()};
  return tables;
}

}  // namespace

const resource::TableCore* FindTabular(absl::string_view resource_type) {
  for (const resource::TableCore* table : Tables()) {
    if (table->resource_type() == resource_type) return table;
  }
  return nullptr;
}

std::string TabularTypes() {
  return absl::StrJoin(Tables(), ", ", [](std::string* out, const resource::TableCore* table) {
    out->append(table->resource_type());
  });
}

}  // namespace mudiriya::staffing
