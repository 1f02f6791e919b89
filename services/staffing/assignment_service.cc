#include "common/server/rpc.h"
#include "mudiriya/staffing/v1/assignment_service.grpc.pb.h"
#include "services/staffing/assignments.h"
#include "services/staffing/module.h"

namespace mudiriya::staffing {
namespace handlers = ::mudiriya::staffing;
namespace {

class AssignmentServiceImpl final : public server::Rpc<v1::AssignmentService> {
 public:
  using Rpc::Rpc;
  UNARY_RPC(GetAssignment)
  UNARY_RPC(ListAssignments)
  UNARY_RPC(CreateAssignment)
  UNARY_RPC(UpdateAssignment)
  UNARY_RPC(DeleteAssignment)
};

}  // namespace

server::Contract AssignmentContract() { return server::ServedBy<AssignmentServiceImpl>(); }

}  // namespace mudiriya::staffing
