#ifndef MUDIRIYA_SERVICES_REGISTRY_PROGRAMME_PROGRESS_H_
#define MUDIRIYA_SERVICES_REGISTRY_PROGRAMME_PROGRESS_H_

#include <optional>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "common/call/call.h"
#include "mudiriya/registry/v1/programme.pb.h"
#include "mudiriya/registry/v1/programme_service.pb.h"

namespace mudiriya::registry {

// The contract says what it returns.
absl::StatusOr<v1::ProgrammeProgress> GetProgrammeProgress(
    Call& call, const v1::GetProgrammeProgressRequest& request);

// Share of the programme's days that lie before `today`, in percent, 0 to 100; nothing unless both
// its first and last day are set.
std::optional<double> ElapsedPercent(const v1::Programme& programme, absl::CivilDay today);

}  // namespace mudiriya::registry

#endif  // MUDIRIYA_SERVICES_REGISTRY_PROGRAMME_PROGRESS_H_
