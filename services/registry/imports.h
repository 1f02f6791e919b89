#ifndef MUDIRIYA_SERVICES_REGISTRY_IMPORTS_H_
#define MUDIRIYA_SERVICES_REGISTRY_IMPORTS_H_

#include "absl/status/statusor.h"
#include "common/call/call.h"
#include "mudiriya/registry/v1/import_service.pb.h"

namespace mudiriya::registry {

// The contract says what it returns. Each row keeps to the rules that a create or update of its
// resource keeps to.
absl::StatusOr<v1::ImportRowsResponse> ImportRows(Call& call, const v1::ImportRowsRequest& request);

}  // namespace mudiriya::registry

#endif  // MUDIRIYA_SERVICES_REGISTRY_IMPORTS_H_
