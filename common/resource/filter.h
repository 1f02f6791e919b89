#ifndef MUDIRIYA_COMMON_RESOURCE_FILTER_H_
#define MUDIRIYA_COMMON_RESOURCE_FILTER_H_

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "common/resource/list_query.h"
#include "common/resource/table_shape.h"

namespace mudiriya::resource {

// Compiles an AIP-160 filter to SQL over the filterable columns. Every value is a placeholder's.
// Empty for an empty filter.
//
//   text        = != < <= > >=  ignoring case and accents; `*` at either end of = and != stands for
//               anything; `:` finds it anywhere inside
//   search      `:` finds texts that hold all the words, however their letters are varied
//   number, integer, date ("2026-02-09"), time ("2026-02-09T08:30:00Z" or a date)  = != < <= > >=
//   bool, enum  = !=
//   reference   = !=  a resource name, or its id
//   repeated    `:` holds the element
//   any         `field:*` is there and not empty
// A value without a field is searched in all search columns.
//
// Returns INVALID_ARGUMENT at `filter`: INVALID_FILTER for what cannot be read, UNFILTERABLE_FIELD
// naming what may be filtered, FILTER_OPERATOR, UNKNOWN_VALUE naming the enum's values,
// NOT_A_NUMBER, INVALID_DATE, INVALID_NAME, FILTER_TOO_COMPLEX, TOO_LONG.
absl::StatusOr<Condition> CompileFilter(const TableShape& shape, absl::string_view filter);

}  // namespace mudiriya::resource

#endif  // MUDIRIYA_COMMON_RESOURCE_FILTER_H_
