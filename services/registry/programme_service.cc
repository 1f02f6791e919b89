#include "common/server/rpc.h"
#include "mudiriya/registry/v1/programme_service.grpc.pb.h"
#include "services/registry/module.h"
#include "services/registry/programme_progress.h"
#include "services/registry/programmes.h"

namespace mudiriya::registry {
namespace handlers = ::mudiriya::registry;
namespace {

class ProgrammeServiceImpl final : public server::Rpc<v1::ProgrammeService> {
 public:
  using Rpc::Rpc;
  UNARY_RPC(CreateProgramme)
  UNARY_RPC(GetProgramme)
  UNARY_RPC(ListProgrammes)
  UNARY_RPC(UpdateProgramme)
  UNARY_RPC(DeleteProgramme)
  UNARY_RPC(UndeleteProgramme)
  UNARY_RPC(GetProgrammeProgress)
};

}  // namespace

server::Contract ProgrammeContract() { return server::ServedBy<ProgrammeServiceImpl>(); }

}  // namespace mudiriya::registry
