#ifndef MUDIRIYA_COMMON_RESOURCE_LIST_QUERY_H_
#define MUDIRIYA_COMMON_RESOURCE_LIST_QUERY_H_

#include <cstdint>
#include <string>
#include <vector>

#include "common/call/caller.h"
#include "common/db/value.h"
#include "common/resource/name.h"

namespace mudiriya::resource {

inline constexpr int32_t kDefaultPageSize = 50;
inline constexpr int32_t kMaxPageSize = 1000;

// A piece of SQL that stands after AND, with its placeholders' values: `area_id IN (?, ?)`.
struct Condition {
  std::string sql;
  std::vector<db::Value> params;
};

// What a page of a list is to hold. standard::List fills it from a request.
struct ListQuery {
  // Where to look; empty for a resource without parent. Any id may be `-`.
  ResourceName parent;
  // The directorates that `-` stands for, and those listed of a resource without parent.
  DirectorateScope scope;
  // 0: the default; above kMaxPageSize: kMaxPageSize; negative: INVALID_ARGUMENT.
  int32_t page_size = 0;
  std::string page_token;
  std::string filter;    // AIP-160
  std::string order_by;  // AIP-132, e.g. `level, display_name desc`; ties by name
  bool show_deleted = false;
  // Stands in for the storage table: a derived table with the same columns, some of them computed,
  // `(SELECT a.x, a.y * ? AS y FROM a) AS a`. Empty: the table itself. Counts as part of the query
  // for page tokens, with its values.
  Condition source;
  // A service's own condition, besides the filter. Columns by their names in the table. The values
  // count as part of the query for page tokens.
  Condition condition;
};

}  // namespace mudiriya::resource

#endif  // MUDIRIYA_COMMON_RESOURCE_LIST_QUERY_H_
