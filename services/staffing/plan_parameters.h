#ifndef MUDIRIYA_SERVICES_STAFFING_PLAN_PARAMETERS_H_
#define MUDIRIYA_SERVICES_STAFFING_PLAN_PARAMETERS_H_

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "common/db/transaction.h"
#include "mudiriya/staffing/v1/allocation_parameters.pb.h"
#include "mudiriya/staffing/v1/staffing_settings.pb.h"
#include "services/staffing/allocation/model.h"
#include "services/staffing/priority.h"

namespace mudiriya::staffing {

// Whether the cadres and the area that the parameters name exist in the directorate. `field` is the
// path of the parameters in the request.
// Returns INVALID_ARGUMENT with a violation for each that does not.
absl::Status CheckParameters(db::Transaction& tx, absl::string_view directorate,
                             absl::string_view field, const v1::AllocationParameters& parameters);

// The parameters with each that is unset taken from the settings, of which every default is filled
// in. No limit stands as 0.
v1::AllocationParameters ResolveParameters(const v1::AllocationParameters& given,
                                           const v1::StaffingSettings& settings);

// Resolved parameters as the allocation and the priority take them.
allocation::Parameters SolverParameters(const v1::AllocationParameters& resolved);
PriorityWeights WeightsOf(const v1::AllocationParameters& resolved);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_PLAN_PARAMETERS_H_
