#ifndef MUDIRIYA_SERVICES_STAFFING_EXPORTS_H_
#define MUDIRIYA_SERVICES_STAFFING_EXPORTS_H_

#include <string>

#include "absl/status/statusor.h"
#include "common/call/call.h"
#include "common/call/stream_step.h"
#include "mudiriya/staffing/v1/export_service.pb.h"

namespace mudiriya::staffing {

// One poll of the stream, which sends one piece of the file; see StreamStep for the cursor.
absl::StatusOr<StreamStep<v1::ExportRowsResponse>> ExportRows(Call& call,
                                                              const v1::ExportRowsRequest& request,
                                                              std::string& cursor);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_EXPORTS_H_
