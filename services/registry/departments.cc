#include "services/registry/departments.h"

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "common/resource/standard.h"
#include "common/status/errors.h"
#include "common/status/macros.h"
#include "common/status/violations.h"
#include "services/registry/checks.h"
#include "services/registry/references.h"

namespace mudiriya::registry {
namespace {

namespace standard = resource::standard;

std::vector<std::string> ProgrammesOf(const v1::Department& department) {
  return {department.programmes().begin(), department.programmes().end()};
}

// The facility, as the parent that the request named: NOT_FOUND if it never was.
absl::Status RequireParent(db::Transaction& tx, const resource::ResourceName& name) {
  absl::Status status = RequireFacility(tx, name.parent());
  if (HasReason(status, Reason::REFERENCE_NOT_FOUND)) return NotFound(name.parent());
  return status;
}

absl::Status BeforeWrite(db::Transaction& tx, const v1::Department* old, v1::Department& next) {
  Violations violations;
  CheckDistinct(next.programmes(), "department.programmes", violations);
  RETURN_IF_ERROR(violations.ToStatus());
  ASSIGN_OR_RETURN(const resource::ResourceName name, Departments().NameOf(next));
  if (old == nullptr) RETURN_IF_ERROR(RequireParent(tx, name));
  if (old != nullptr && ProgrammesOf(*old) == ProgrammesOf(next)) return absl::OkStatus();
  return RequireProgrammes(tx, next.programmes());
}

// A department comes back only into a facility that is there.
absl::Status AfterWrite(db::Transaction& tx, const v1::Department* old,
                        const v1::Department* next) {
  const bool restored =
      old != nullptr && next != nullptr && old->has_delete_time() && !next->has_delete_time();
  if (!restored) return absl::OkStatus();
  ASSIGN_OR_RETURN(const resource::ResourceName name, Departments().NameOf(*next));
  return RequireFacility(tx, name.parent());
}

}  // namespace

const resource::Table<v1::Department>& Departments() {
  using namespace resource;  // The column functions read as a list.
  static const Table<v1::Department> table("department",
                                           {
                                               Text("display_name.ar").Filterable().Sortable(),
                                               Text("display_name.en").Filterable().Sortable(),
                                               Text("display_name.fr").Filterable().Sortable(),
                                               Search("display_name").Filterable().Sortable(),
                                               EnumName("kind").Filterable().Sortable(),
                                               Integer("beds").Filterable().Sortable(),
                                               Json("programmes").Filterable(),
                                               Bool("synthetic").Filterable(),
                                           });
  return table;
}

resource::Hooks<v1::Department> DepartmentHooks() {
  resource::Hooks<v1::Department> hooks;
  hooks.before_write = &BeforeWrite;
  hooks.after_write = &AfterWrite;
  return hooks;
}

absl::StatusOr<v1::Department> CreateDepartment(Call& call,
                                                const v1::CreateDepartmentRequest& request) {
  return standard::Create(call, Departments(), request, DepartmentHooks());
}

absl::StatusOr<v1::Department> GetDepartment(Call& call, const v1::GetDepartmentRequest& request) {
  return standard::Get(call, Departments(), request);
}

absl::StatusOr<v1::ListDepartmentsResponse> ListDepartments(
    Call& call, const v1::ListDepartmentsRequest& request) {
  return standard::List<v1::ListDepartmentsResponse>(call, Departments(), request);
}

absl::StatusOr<v1::Department> UpdateDepartment(Call& call,
                                                const v1::UpdateDepartmentRequest& request) {
  return standard::Update(call, Departments(), request, DepartmentHooks());
}

absl::StatusOr<v1::Department> DeleteDepartment(Call& call,
                                                const v1::DeleteDepartmentRequest& request) {
  return standard::Delete<v1::Department>(call, Departments(), request, DepartmentHooks());
}

absl::StatusOr<v1::Department> UndeleteDepartment(Call& call,
                                                  const v1::UndeleteDepartmentRequest& request) {
  return standard::Undelete(call, Departments(), request, DepartmentHooks());
}

}  // namespace mudiriya::registry
