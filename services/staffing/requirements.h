#ifndef MUDIRIYA_SERVICES_STAFFING_REQUIREMENTS_H_
#define MUDIRIYA_SERVICES_STAFFING_REQUIREMENTS_H_

#include "absl/status/statusor.h"
#include "common/call/call.h"
#include "mudiriya/staffing/v1/requirement.pb.h"
#include "mudiriya/staffing/v1/requirement_service.pb.h"

namespace mudiriya::staffing {

// Returns NOT_FOUND if there is no such facility or cadre, INVALID_ARGUMENT for a malformed name.
absl::StatusOr<v1::Requirement> GetRequirement(Call& call,
                                               const v1::GetRequirementRequest& request);

// One for each cadre at each facility, by their ids.
// Returns INVALID_ARGUMENT for a malformed parent, `-` as the directorate, or a token of another
// query.
absl::StatusOr<v1::ListRequirementsResponse> ListRequirements(
    Call& call, const v1::ListRequirementsRequest& request);

// What the inputs of the request alone give; reads and stores nothing.
// Returns INVALID_ARGUMENT if the days away leave no time for work (NOT_GREATER), support
// activities take all of it (ALLOWANCES_REACH_ONE), or an activity does not give just one of time
// and rate.
absl::StatusOr<v1::Requirement> ComputeRequirement(Call& call,
                                                   const v1::ComputeRequirementRequest& request);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_REQUIREMENTS_H_
