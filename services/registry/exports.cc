#include "services/registry/exports.h"

#include "common/resource/export.h"
#include "common/status/violations.h"
#include "services/registry/tables.h"

namespace mudiriya::registry {

absl::StatusOr<StreamStep<v1::ExportRowsResponse>> ExportRows(Call& call,
                                                              const v1::ExportRowsRequest& request,
                                                              std::string& cursor) {
  const resource::TableCore* table = FindTabular(request.resource_type());
  if (table == nullptr) {
    return InvalidField("resource_type", Reason::UNKNOWN_VALUE, {{"allowed", TabularTypes()}});
  }
  return resource::RunExport<v1::ExportRowsResponse>(call, *table, request, cursor);
}

}  // namespace mudiriya::registry
