#include "common/server/rpc.h"
#include "mudiriya/registry/v1/calendar_service.grpc.pb.h"
#include "services/registry/calendar.h"
#include "services/registry/holidays.h"
#include "services/registry/module.h"

namespace mudiriya::registry {
namespace handlers = ::mudiriya::registry;
namespace {

class CalendarServiceImpl final : public server::Rpc<v1::CalendarService> {
 public:
  using Rpc::Rpc;
  UNARY_RPC(CreateHoliday)
  UNARY_RPC(GetHoliday)
  UNARY_RPC(ListHolidays)
  UNARY_RPC(UpdateHoliday)
  UNARY_RPC(DeleteHoliday)
  UNARY_RPC(CountWorkingDays)
  UNARY_RPC(AddWorkingDays)
};

}  // namespace

server::Contract CalendarContract() { return server::ServedBy<CalendarServiceImpl>(); }

}  // namespace mudiriya::registry
