#include "mudiriya/staffing/v1/gap_service.grpc.pb.h"
#include "services/staffing/gaps.h"
#include "services/staffing/module.h"

namespace mudiriya::staffing {
namespace handlers = ::mudiriya::staffing;
namespace {

class GapServiceImpl final : public server::Rpc<v1::GapService> {
 public:
  using Rpc::Rpc;
  UNARY_RPC(GetGap)
  UNARY_RPC(ListGaps)
  UNARY_RPC(SummarizeGaps)
  UNARY_RPC(ListStaffDensities)
  UNARY_RPC(ListGapMonths)
  STREAM_RPC(ExportGaps)
};

}  // namespace

server::Contract GapContract() { return server::ServedBy<GapServiceImpl>(); }

}  // namespace mudiriya::staffing
