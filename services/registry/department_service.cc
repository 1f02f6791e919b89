#include "common/server/rpc.h"
#include "mudiriya/registry/v1/department_service.grpc.pb.h"
#include "services/registry/departments.h"
#include "services/registry/module.h"

namespace mudiriya::registry {
namespace handlers = ::mudiriya::registry;
namespace {

class DepartmentServiceImpl final : public server::Rpc<v1::DepartmentService> {
 public:
  using Rpc::Rpc;
  UNARY_RPC(CreateDepartment)
  UNARY_RPC(GetDepartment)
  UNARY_RPC(ListDepartments)
  UNARY_RPC(UpdateDepartment)
  UNARY_RPC(DeleteDepartment)
  UNARY_RPC(UndeleteDepartment)
};

}  // namespace

server::Contract DepartmentContract() { return server::ServedBy<DepartmentServiceImpl>(); }

}  // namespace mudiriya::registry
