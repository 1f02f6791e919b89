#include "common/server/rpc.h"
#include "mudiriya/registry/v1/import_service.grpc.pb.h"
#include "services/registry/imports.h"
#include "services/registry/module.h"

namespace mudiriya::registry {
namespace handlers = ::mudiriya::registry;
namespace {

class ImportServiceImpl final : public server::Rpc<v1::ImportService> {
 public:
  using Rpc::Rpc;
  UNARY_RPC(ImportRows)
};

}  // namespace

server::Contract ImportContract() { return server::ServedBy<ImportServiceImpl>(); }

}  // namespace mudiriya::registry
