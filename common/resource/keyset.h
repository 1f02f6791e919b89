#ifndef MUDIRIYA_COMMON_RESOURCE_KEYSET_H_
#define MUDIRIYA_COMMON_RESOURCE_KEYSET_H_

#include <vector>

#include "absl/types/span.h"
#include "common/resource/list_query.h"
#include "common/resource/order_by.h"

namespace mudiriya::resource {

// The condition for rows that come after the one with these values of the keys:
//   a > ? OR (a = ? AND (b < ? OR b IS NULL OR …))
// NULL sorts first, last when descending, as the server does it.
Condition AfterKey(absl::Span<const SortKey> keys, absl::Span<const db::Value> values);

}  // namespace mudiriya::resource

#endif  // MUDIRIYA_COMMON_RESOURCE_KEYSET_H_
