#include "common/server/rpc.h"
#include "mudiriya/staffing/v1/staffing_settings_service.grpc.pb.h"
#include "services/staffing/module.h"
#include "services/staffing/staffing_settings.h"

namespace mudiriya::staffing {
namespace handlers = ::mudiriya::staffing;
namespace {

class StaffingSettingsServiceImpl final : public server::Rpc<v1::StaffingSettingsService> {
 public:
  using Rpc::Rpc;
  UNARY_RPC(GetStaffingSettings)
  UNARY_RPC(UpdateStaffingSettings)
};

}  // namespace

server::Contract StaffingSettingsContract() {
  return server::ServedBy<StaffingSettingsServiceImpl>();
}

}  // namespace mudiriya::staffing
