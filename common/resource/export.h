#ifndef MUDIRIYA_COMMON_RESOURCE_EXPORT_H_
#define MUDIRIYA_COMMON_RESOURCE_EXPORT_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "common/call/call.h"
#include "common/call/stream_step.h"
#include "common/resource/list_query.h"
#include "common/resource/table.h"

namespace mudiriya::resource {

// A piece of an export: whole rows of CSV.
struct ExportPiece {
  std::string csv;
  // Give it for the next piece; empty after the last.
  std::string next_cursor;
};

// The parent of the rows to export. One that lacks inner ids (`directorates/homs` for departments)
// stands for all below it. Returns INVALID_ARGUMENT for a malformed one.
absl::StatusOr<ResourceName> ParentOfExport(const TableCore& table, absl::string_view parent);

// The piece at `cursor` (empty: the first, with a byte order mark and the header row). Titles are
// the paths of the stored fields, `name` first; the elements of a repeated field are joined by `;
// `; messages are JSON. RunImport takes such a file back. `query`'s page settings are not used.
// Returns INVALID_ARGUMENT as List does.
absl::StatusOr<ExportPiece> ExportRows(Call& call, const TableCore& table, ListQuery query,
                                       absl::string_view cursor);

// The handler of a stream ExportRows: request fields `parent`, `filter`, `order_by`; response field
// `csv`. See StreamStep for `cursor`.
template <typename Response, typename Request>
absl::StatusOr<StreamStep<Response>> RunExport(Call& call, const TableCore& table,
                                               const Request& request, std::string& cursor) {
  auto parent = ParentOfExport(table, request.parent());
  if (!parent.ok()) return parent.status();
  ListQuery query;
  query.parent = *std::move(parent);
  query.scope = call.readable();
  query.filter = request.filter();
  query.order_by = request.order_by();
  absl::StatusOr<ExportPiece> piece = ExportRows(call, table, std::move(query), cursor);
  if (!piece.ok()) return piece.status();
  StreamStep<Response> step;
  step.messages.emplace_back().set_csv(std::move(piece->csv));
  step.done = piece->next_cursor.empty();
  step.wait = absl::ZeroDuration();
  cursor = std::move(piece->next_cursor);
  return step;
}

}  // namespace mudiriya::resource

#endif  // MUDIRIYA_COMMON_RESOURCE_EXPORT_H_
