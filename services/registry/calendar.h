#ifndef MUDIRIYA_SERVICES_REGISTRY_CALENDAR_H_
#define MUDIRIYA_SERVICES_REGISTRY_CALENDAR_H_

#include "absl/status/statusor.h"
#include "common/call/call.h"
#include "mudiriya/registry/v1/calendar_service.pb.h"

// Working days by a directorate's weekend and holidays. The contract says what each method returns.
namespace mudiriya::registry {

absl::StatusOr<v1::CountWorkingDaysResponse> CountWorkingDays(
    Call& call, const v1::CountWorkingDaysRequest& request);
absl::StatusOr<v1::AddWorkingDaysResponse> AddWorkingDays(Call& call,
                                                          const v1::AddWorkingDaysRequest& request);

}  // namespace mudiriya::registry

#endif  // MUDIRIYA_SERVICES_REGISTRY_CALENDAR_H_
