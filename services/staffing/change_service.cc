#include "common/server/rpc.h"
#include "mudiriya/staffing/v1/change_service.grpc.pb.h"
#include "services/staffing/changes.h"
#include "services/staffing/module.h"

namespace mudiriya::staffing {
namespace handlers = ::mudiriya::staffing;
namespace {

class ChangeServiceImpl final : public server::Rpc<v1::ChangeService> {
 public:
  using Rpc::Rpc;
  UNARY_RPC(ListChanges)
  STREAM_RPC(WatchChanges)
};

}  // namespace

server::Contract ChangeContract() { return server::ServedBy<ChangeServiceImpl>(); }

}  // namespace mudiriya::staffing
