#include "common/server/rpc.h"
#include "mudiriya/staffing/v1/import_service.grpc.pb.h"
#include "services/staffing/imports.h"
#include "services/staffing/module.h"

namespace mudiriya::staffing {
namespace handlers = ::mudiriya::staffing;
namespace {

class ImportServiceImpl final : public server::Rpc<v1::ImportService> {
 public:
  using Rpc::Rpc;
  UNARY_RPC(ImportRows)
};

}  // namespace

server::Contract ImportContract() { return server::ServedBy<ImportServiceImpl>(); }

}  // namespace mudiriya::staffing
