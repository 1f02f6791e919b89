#ifndef MUDIRIYA_COMMON_RESOURCE_CHANGE_ROWS_H_
#define MUDIRIYA_COMMON_RESOURCE_CHANGE_ROWS_H_

#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"
#include "common/db/result_set.h"
#include "mudiriya/type/v1/change.pb.h"

namespace mudiriya::resource {

// The columns of change_log that the functions below take, in this order.
inline constexpr absl::string_view kChangeColumns =
    "entry_id, sequence, batch, resource, resource_type, kind, changed_paths, caller, method, "
    "request_id, change_time";

type::v1::Change ReadChange(const db::Row& row);

// Appends to the text whose hash seals a batch: everything of the entry that can be read, framed.
// `sequence` is the place that the entry has or is about to get.
void AppendSealedText(const db::Row& row, int64_t sequence, std::string* text);

}  // namespace mudiriya::resource

#endif  // MUDIRIYA_COMMON_RESOURCE_CHANGE_ROWS_H_
