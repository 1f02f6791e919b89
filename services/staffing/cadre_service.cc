#include "common/server/rpc.h"
#include "mudiriya/staffing/v1/cadre_service.grpc.pb.h"
#include "services/staffing/cadres.h"
#include "services/staffing/module.h"

namespace mudiriya::staffing {
namespace handlers = ::mudiriya::staffing;
namespace {

class CadreServiceImpl final : public server::Rpc<v1::CadreService> {
 public:
  using Rpc::Rpc;
  UNARY_RPC(GetCadre)
  UNARY_RPC(ListCadres)
  UNARY_RPC(CreateCadre)
  UNARY_RPC(UpdateCadre)
  UNARY_RPC(DeleteCadre)
  UNARY_RPC(UndeleteCadre)
};

}  // namespace

server::Contract CadreContract() { return server::ServedBy<CadreServiceImpl>(); }

}  // namespace mudiriya::staffing
