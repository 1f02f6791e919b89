#ifndef MUDIRIYA_SERVICES_STAFFING_STAFFING_SETTINGS_RULES_H_
#define MUDIRIYA_SERVICES_STAFFING_STAFFING_SETTINGS_RULES_H_

#include "absl/status/status.h"
#include "mudiriya/staffing/v1/staffing_settings.pb.h"

namespace mudiriya::staffing {

// What the rules of single fields do not say: the bands rise, defaults included; each source of
// requirements is a source and named once.
// Returns INVALID_ARGUMENT with all violations.
absl::Status CheckSettings(const v1::StaffingSettings& settings);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_STAFFING_SETTINGS_RULES_H_
