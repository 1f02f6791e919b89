#include "common/server/rpc.h"
#include "mudiriya/staffing/v1/substitution_rule_service.grpc.pb.h"
#include "services/staffing/module.h"
#include "services/staffing/substitution_rules.h"

namespace mudiriya::staffing {
namespace handlers = ::mudiriya::staffing;
namespace {

class SubstitutionRuleServiceImpl final : public server::Rpc<v1::SubstitutionRuleService> {
 public:
  using Rpc::Rpc;
  UNARY_RPC(GetSubstitutionRule)
  UNARY_RPC(ListSubstitutionRules)
  UNARY_RPC(CreateSubstitutionRule)
  UNARY_RPC(UpdateSubstitutionRule)
  UNARY_RPC(DeleteSubstitutionRule)
};

}  // namespace

server::Contract SubstitutionRuleContract() {
  return server::ServedBy<SubstitutionRuleServiceImpl>();
}

}  // namespace mudiriya::staffing
