#ifndef MUDIRIYA_SERVICES_REGISTRY_HOLIDAYS_H_
#define MUDIRIYA_SERVICES_REGISTRY_HOLIDAYS_H_

#include "absl/status/statusor.h"
#include "common/call/call.h"
#include "common/resource/hooks.h"
#include "common/resource/table.h"
#include "google/protobuf/empty.pb.h"
#include "mudiriya/registry/v1/calendar_service.pb.h"
#include "mudiriya/registry/v1/holiday.pb.h"

// Public holidays. The contract says what each method returns.
namespace mudiriya::registry {

const resource::Table<v1::Holiday>& Holidays();

// What a write of a holiday keeps to: its directorate is there.
resource::Hooks<v1::Holiday> HolidayHooks();

absl::StatusOr<v1::Holiday> CreateHoliday(Call& call, const v1::CreateHolidayRequest& request);
absl::StatusOr<v1::Holiday> GetHoliday(Call& call, const v1::GetHolidayRequest& request);
absl::StatusOr<v1::ListHolidaysResponse> ListHolidays(Call& call,
                                                      const v1::ListHolidaysRequest& request);
absl::StatusOr<v1::Holiday> UpdateHoliday(Call& call, const v1::UpdateHolidayRequest& request);
absl::StatusOr<google::protobuf::Empty> DeleteHoliday(Call& call,
                                                      const v1::DeleteHolidayRequest& request);

}  // namespace mudiriya::registry

#endif  // MUDIRIYA_SERVICES_REGISTRY_HOLIDAYS_H_
