#ifndef MUDIRIYA_COMMON_RESOURCE_LIST_SQL_H_
#define MUDIRIYA_COMMON_RESOURCE_LIST_SQL_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "common/db/result_set.h"
#include "common/resource/list_query.h"
#include "common/resource/order_by.h"
#include "common/resource/table_shape.h"

namespace mudiriya::resource {

// The statement of one page: one row more than the page holds, to see whether another follows.
struct ListStatement {
  std::string sql;
  std::vector<db::Value> params;
  int32_t page_size = 0;
  std::vector<SortKey> keys;
  std::vector<size_t> key_cells;  // where each of `keys` stands in a row
  std::string fingerprint;        // of the query, for its page tokens
};

// Returns INVALID_ARGUMENT as the list methods do.
absl::StatusOr<ListStatement> MakeListStatement(const TableShape& shape, const ListQuery& query);

// The sort key of a row, from which the next page goes on.
std::vector<db::Value> SortKeyOf(const ListStatement& statement, const db::Row& row);

// Examples of each form that a list takes, for reviewers.
std::vector<std::string> ListStatements(const TableShape& shape);

}  // namespace mudiriya::resource

#endif  // MUDIRIYA_COMMON_RESOURCE_LIST_SQL_H_
