#ifndef MUDIRIYA_SERVICES_REGISTRY_DEPARTMENTS_H_
#define MUDIRIYA_SERVICES_REGISTRY_DEPARTMENTS_H_

#include "absl/status/statusor.h"
#include "common/call/call.h"
#include "common/resource/hooks.h"
#include "common/resource/table.h"
#include "mudiriya/registry/v1/department.pb.h"
#include "mudiriya/registry/v1/department_service.pb.h"

// Departments of facilities. The contract says what each method returns.
namespace mudiriya::registry {

const resource::Table<v1::Department>& Departments();

// What a write of a department keeps to: its facility and programmes are there and not deleted.
resource::Hooks<v1::Department> DepartmentHooks();

absl::StatusOr<v1::Department> CreateDepartment(Call& call,
                                                const v1::CreateDepartmentRequest& request);
absl::StatusOr<v1::Department> GetDepartment(Call& call, const v1::GetDepartmentRequest& request);
absl::StatusOr<v1::ListDepartmentsResponse> ListDepartments(
    Call& call, const v1::ListDepartmentsRequest& request);
absl::StatusOr<v1::Department> UpdateDepartment(Call& call,
                                                const v1::UpdateDepartmentRequest& request);
absl::StatusOr<v1::Department> DeleteDepartment(Call& call,
                                                const v1::DeleteDepartmentRequest& request);
absl::StatusOr<v1::Department> UndeleteDepartment(Call& call,
                                                  const v1::UndeleteDepartmentRequest& request);

}  // namespace mudiriya::registry

#endif  // MUDIRIYA_SERVICES_REGISTRY_DEPARTMENTS_H_
