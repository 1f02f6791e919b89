#ifndef MUDIRIYA_SERVICES_STAFFING_GAPS_H_
#define MUDIRIYA_SERVICES_STAFFING_GAPS_H_

#include <string>

#include "absl/status/statusor.h"
#include "common/call/call.h"
#include "common/call/stream_step.h"
#include "mudiriya/staffing/v1/gap.pb.h"
#include "mudiriya/staffing/v1/gap_service.pb.h"

namespace mudiriya::staffing {

// All of them first bring the levels up to now, as far as the registry can be reached: see
// FreshenLevels. A directorate that does not exist is NOT_FOUND.

// Returns NOT_FOUND if the pair has neither staff nor requirement.
absl::StatusOr<v1::Gap> GetGap(Call& call, const v1::GetGapRequest& request);

// Returns INVALID_ARGUMENT for a bad parent, area, filter, order_by, page_size or page_token.
absl::StatusOr<v1::ListGapsResponse> ListGaps(Call& call, const v1::ListGapsRequest& request);

// From the stored sums where they can answer, else from the levels; both agree.
// Returns INVALID_ARGUMENT for a bad parent, area or filter, or `-` as the directorate.
absl::StatusOr<v1::SummarizeGapsResponse> SummarizeGaps(Call& call,
                                                        const v1::SummarizeGapsRequest& request);

// Returns INVALID_ARGUMENT for a bad parent, or `-` as the directorate.
absl::StatusOr<v1::ListStaffDensitiesResponse> ListStaffDensities(
    Call& call, const v1::ListStaffDensitiesRequest& request);

// Returns INVALID_ARGUMENT for a bad parent, `-` as the directorate, a bad facility, cadre or area,
// months that are none, run backwards, lie after the running month, or are more than 120.
absl::StatusOr<v1::ListGapMonthsResponse> ListGapMonths(Call& call,
                                                        const v1::ListGapMonthsRequest& request);

// Pages of ListGaps as CSV, titles and names in the caller's language. Returns as ListGaps.
absl::StatusOr<StreamStep<v1::ExportGapsResponse>> ExportGaps(Call& call,
                                                              const v1::ExportGapsRequest& request,
                                                              std::string& cursor);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_GAPS_H_
