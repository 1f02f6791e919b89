#include "common/server/rpc.h"
#include "mudiriya/registry/v1/export_service.grpc.pb.h"
#include "services/registry/exports.h"
#include "services/registry/module.h"

namespace mudiriya::registry {
namespace handlers = ::mudiriya::registry;
namespace {

class ExportServiceImpl final : public server::Rpc<v1::ExportService> {
 public:
  using Rpc::Rpc;
  STREAM_RPC(ExportRows)
};

}  // namespace

server::Contract ExportContract() { return server::ServedBy<ExportServiceImpl>(); }

}  // namespace mudiriya::registry
