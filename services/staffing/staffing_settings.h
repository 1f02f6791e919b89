#ifndef MUDIRIYA_SERVICES_STAFFING_STAFFING_SETTINGS_H_
#define MUDIRIYA_SERVICES_STAFFING_STAFFING_SETTINGS_H_

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "common/call/call.h"
#include "common/db/transaction.h"
#include "mudiriya/staffing/v1/staffing_settings.pb.h"
#include "mudiriya/staffing/v1/staffing_settings_service.pb.h"

namespace mudiriya::staffing {

// The settings of a directorate (an id) with every default filled in, for those who compute with
// them. Fields that may be without limit (distance_limit_km, move_limit) stay unset.
absl::StatusOr<v1::StaffingSettings> EffectiveSettings(db::Transaction& tx,
                                                       absl::string_view directorate);

// Fills in the defaults of what is not set.
void FillDefaults(v1::StaffingSettings& settings);

// The settings as they were written; never written: none set. Returns NOT_FOUND if there is no such
// directorate.
absl::StatusOr<v1::StaffingSettings> GetStaffingSettings(
    Call& call, const v1::GetStaffingSettingsRequest& request);

// Returns INVALID_ARGUMENT for bands that do not rise or a source that is named twice, ABORTED if
// the etag given is not the current one, NOT_FOUND as above.
absl::StatusOr<v1::StaffingSettings> UpdateStaffingSettings(
    Call& call, const v1::UpdateStaffingSettingsRequest& request);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_STAFFING_SETTINGS_H_
