#ifndef MUDIRIYA_SERVICES_STAFFING_INSERT_ROWS_H_
#define MUDIRIYA_SERVICES_STAFFING_INSERT_ROWS_H_

#include <cstddef>
#include <cstdint>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "common/db/transaction.h"

namespace mudiriya::staffing {

// Runs `head` + ` VALUES (?, …), (?, …)` + `tail` over rows of `columns` values each, given one
// after another, in statements of a few sizes, so that they stay prepared: `head` is `INSERT INTO t
// (a, b)` or a variant of it, `tail` may be `ON DUPLICATE KEY UPDATE …`. Returns how many rows the
// database says were affected.
absl::StatusOr<int64_t> InsertRows(db::Transaction& tx, absl::string_view head, size_t columns,
                                   absl::string_view tail, absl::Span<const db::Value> values);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_INSERT_ROWS_H_
