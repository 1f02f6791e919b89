#include "common/server/rpc.h"
#include "mudiriya/staffing/v1/staff_member_service.grpc.pb.h"
#include "services/staffing/module.h"
#include "services/staffing/staff_members.h"

namespace mudiriya::staffing {
namespace handlers = ::mudiriya::staffing;
namespace {

class StaffMemberServiceImpl final : public server::Rpc<v1::StaffMemberService> {
 public:
  using Rpc::Rpc;
  UNARY_RPC(GetStaffMember)
  UNARY_RPC(ListStaffMembers)
  UNARY_RPC(CreateStaffMember)
  UNARY_RPC(UpdateStaffMember)
  UNARY_RPC(DeleteStaffMember)
  UNARY_RPC(UndeleteStaffMember)
  UNARY_RPC(RevealNationalId)
};

}  // namespace

server::Contract StaffMemberContract() { return server::ServedBy<StaffMemberServiceImpl>(); }

}  // namespace mudiriya::staffing
