#ifndef MUDIRIYA_COMMON_RESOURCE_ORDER_BY_H_
#define MUDIRIYA_COMMON_RESOURCE_ORDER_BY_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "common/resource/table_shape.h"

namespace mudiriya::resource {

// One column of an ORDER BY.
struct SortKey {
  std::string column;
  bool descending = false;
};

// Reads AIP-132's order_by, `level, display_name desc`, and adds the key columns, so that the order
// is total; `name` stands for them. At most 8 fields, each once.
// Returns INVALID_ARGUMENT INVALID_ORDER_BY, naming what is allowed.
absl::StatusOr<std::vector<SortKey>> ParseOrderBy(const TableShape& shape,
                                                  absl::string_view order_by);

}  // namespace mudiriya::resource

#endif  // MUDIRIYA_COMMON_RESOURCE_ORDER_BY_H_
