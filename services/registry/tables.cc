#include "services/registry/tables.h"

#include "absl/strings/str_join.h"
#include "services/registry/areas.h"
#include "services/registry/departments.h"
#include "services/registry/directorates.h"
#include "services/registry/facilities.h"
#include "services/registry/facility_moves.h"
#include "services/registry/facility_status.h"
#include "services/registry/holidays.h"
#include "services/registry/programmes.h"

namespace mudiriya::registry {
namespace {

// Parents before what refers to them.
std::vector<const resource::TableCore*> Tabular() {
  return {&Holidays(), &Areas(), &Programmes(), &Facilities(), &Departments()};
}

}  // namespace

std::vector<const resource::TableCore*> AllTables() {
  std::vector<const resource::TableCore*> tables = Tabular();
  tables.insert(tables.end(), {&Directorates(), &FacilityStatusChanges(), &FacilityLocations()});
  return tables;
}

const resource::TableCore* FindTabular(absl::string_view resource_type) {
  for (const resource::TableCore* table : Tabular()) {
    if (table->resource_type() == resource_type) return table;
  }
  return nullptr;
}

std::string TabularTypes() {
  return absl::StrJoin(Tabular(), ", ", [](std::string* out, const resource::TableCore* table) {
    out->append(table->resource_type());
  });
}

}  // namespace mudiriya::registry
