#ifndef MUDIRIYA_SERVICES_STAFFING_CHANGES_H_
#define MUDIRIYA_SERVICES_STAFFING_CHANGES_H_

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "common/call/call.h"
#include "common/call/stream_step.h"
#include "mudiriya/staffing/v1/change_service.pb.h"

// The log of changes. The contract says what each method returns.
namespace mudiriya::staffing {

absl::StatusOr<v1::ListChangesResponse> ListChanges(Call& call,
                                                    const v1::ListChangesRequest& request);

// One poll of the stream; the cursor is the last sequence sent.
absl::StatusOr<StreamStep<v1::WatchChangesResponse>> WatchChanges(
    Call& call, const v1::WatchChangesRequest& request, std::string& cursor);

// Gives what was written its place in the log; done every few seconds.
absl::Status SealChanges(Call& call);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_CHANGES_H_
