#include "common/server/rpc.h"
#include "mudiriya/staffing/v1/export_service.grpc.pb.h"
#include "services/staffing/exports.h"
#include "services/staffing/module.h"

namespace mudiriya::staffing {
namespace handlers = ::mudiriya::staffing;
namespace {

class ExportServiceImpl final : public server::Rpc<v1::ExportService> {
 public:
  using Rpc::Rpc;
  STREAM_RPC(ExportRows)
};

}  // namespace

server::Contract ExportContract() { return server::ServedBy<ExportServiceImpl>(); }

}  // namespace mudiriya::staffing
