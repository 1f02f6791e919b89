#ifndef MUDIRIYA_SERVICES_STAFFING_ID_LIST_H_
#define MUDIRIYA_SERVICES_STAFFING_ID_LIST_H_

#include <string>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/types/span.h"
#include "common/db/value.h"

namespace mudiriya::staffing {

// A part of a list of ids, as `column IN (…)` takes it.
struct IdChunk {
  std::string marks;              // "?, ?, ?"
  std::vector<db::Value> values;  // as many
};

// Calls `query` for the ids in parts of at most 512, each id once. Parts come in few lengths (the
// last is filled up by repeating an id), so that the statements of all callers stay in the cache of
// prepared ones. Stops at the first error and returns it.
absl::Status ForEachChunk(absl::Span<const std::string> ids,
                          absl::FunctionRef<absl::Status(const IdChunk&)> query);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_ID_LIST_H_
