#include "services/staffing/exports.h"

#include "common/resource/export.h"
#include "common/status/violations.h"
#include "services/staffing/tables.h"

namespace mudiriya::staffing {

absl::StatusOr<StreamStep<v1::ExportRowsResponse>> ExportRows(Call& call,
                                                              const v1::ExportRowsRequest& request,
                                                              std::string& cursor) {
  const resource::TableCore* table = FindTabular(request.resource_type());
  if (table == nullptr) {
    return InvalidField("resource_type", Reason::UNKNOWN_VALUE, {{"allowed", TabularTypes()}});
  }
  return resource::RunExport<v1::ExportRowsResponse>(call, *table, request, cursor);
}

}  // namespace mudiriya::staffing
