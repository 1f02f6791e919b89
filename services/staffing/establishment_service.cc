#include "common/server/rpc.h"
#include "mudiriya/staffing/v1/establishment_service.grpc.pb.h"
#include "services/staffing/establishments.h"
#include "services/staffing/module.h"

namespace mudiriya::staffing {
namespace handlers = ::mudiriya::staffing;
namespace {

class EstablishmentServiceImpl final : public server::Rpc<v1::EstablishmentService> {
 public:
  using Rpc::Rpc;
  UNARY_RPC(GetEstablishment)
  UNARY_RPC(ListEstablishments)
  UNARY_RPC(CreateEstablishment)
  UNARY_RPC(UpdateEstablishment)
  UNARY_RPC(DeleteEstablishment)
};

}  // namespace

server::Contract EstablishmentContract() { return server::ServedBy<EstablishmentServiceImpl>(); }

}  // namespace mudiriya::staffing
