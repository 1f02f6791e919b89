#include "services/staffing/insert_rows.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "common/resource/batch.h"
#include "common/status/macros.h"

namespace mudiriya::staffing {

absl::StatusOr<int64_t> InsertRows(db::Transaction& tx, absl::string_view head, size_t columns,
                                   absl::string_view tail, absl::Span<const db::Value> values) {
  const std::string tuple =
      absl::StrCat("(", absl::StrJoin(std::vector<absl::string_view>(columns, "?"), ", "), ")");
  int64_t affected = 0;
  while (!values.empty()) {
    const size_t rows = resource::BatchSize(values.size() / columns, columns);
    const std::string tuples = absl::StrJoin(std::vector<absl::string_view>(rows, tuple), ", ");
    ASSIGN_OR_RETURN(const int64_t changed, tx.Execute(absl::StrCat(head, " VALUES ", tuples,
                                                                    tail.empty() ? "" : " ", tail),
                                                       values.first(rows * columns)));
    affected += changed;
    values.remove_prefix(rows * columns);
  }
  return affected;
}

}  // namespace mudiriya::staffing
