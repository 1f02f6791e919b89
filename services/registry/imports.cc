#include "services/registry/imports.h"

#include <string>

#include "common/resource/import.h"
#include "common/status/violations.h"
#include "services/registry/area_rules.h"
#include "services/registry/areas.h"
#include "services/registry/departments.h"
#include "services/registry/facilities.h"
#include "services/registry/facility_rules.h"
#include "services/registry/holidays.h"
#include "services/registry/programmes.h"
#include "services/registry/tables.h"

namespace mudiriya::registry {
namespace {

using Response = v1::ImportRowsResponse;

// One row after another, so that each sees those before it: an area file lists parents first.
template <typename M>
absl::StatusOr<Response> Import(Call& call, const resource::Table<M>& table,
                                const v1::ImportRowsRequest& request,
                                const resource::Hooks<M>& row_hooks) {
  resource::ImportHooks<M> hooks;
  hooks.each_row = [&row_hooks](const M&) { return row_hooks; };
  return resource::RunImport<Response>(call, table, request, hooks);
}

}  // namespace

absl::StatusOr<Response> ImportRows(Call& call, const v1::ImportRowsRequest& request) {
  const std::string& type = request.resource_type();
  if (type == Areas().resource_type()) return Import(call, Areas(), request, AreaHooks());
  if (type == Facilities().resource_type()) {
    return Import(call, Facilities(), request, FacilityHooks(call));
  }
  if (type == Departments().resource_type()) {
    return Import(call, Departments(), request, DepartmentHooks());
  }
  if (type == Holidays().resource_type()) return Import(call, Holidays(), request, HolidayHooks());
  if (type == Programmes().resource_type()) {
    return Import(call, Programmes(), request, ProgrammeHooks());
  }
  return InvalidField("resource_type", Reason::UNKNOWN_VALUE, {{"allowed", TabularTypes()}});
}

}  // namespace mudiriya::registry
