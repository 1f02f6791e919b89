#ifndef MUDIRIYA_SERVICES_STAFFING_IMPORTS_H_
#define MUDIRIYA_SERVICES_STAFFING_IMPORTS_H_

#include "absl/status/statusor.h"
#include "common/call/call.h"
#include "mudiriya/staffing/v1/import_service.pb.h"

namespace mudiriya::staffing {

// Rows are held to the rules of single writes, in batches of up to 512.
// Returns INVALID_ARGUMENT for a resource type that has no table, or a file that cannot be read as
// a whole; rows that break a rule are rejected by themselves.
absl::StatusOr<v1::ImportRowsResponse> ImportRows(Call& call, const v1::ImportRowsRequest& request);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_IMPORTS_H_
