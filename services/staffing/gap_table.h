#ifndef MUDIRIYA_SERVICES_STAFFING_GAP_TABLE_H_
#define MUDIRIYA_SERVICES_STAFFING_GAP_TABLE_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "common/call/call.h"
#include "common/db/transaction.h"
#include "common/resource/list_query.h"
#include "common/resource/table.h"
#include "mudiriya/staffing/v1/gap.pb.h"

namespace mudiriya::staffing {

// Gaps are the rows of staffing_level, read only: what lists, filters and orders know of them.
const resource::Table<v1::Gap>& Gaps();

// Which gaps are asked for.
struct GapQuestion {
  std::string parent;     // a directorate's name, `directorates/-` if `any_directorate`
  std::string area = "";  // a name; only facilities in it or below it; "" for all
  std::string filter = "";
  v1::PriorityWeights weights = {};  // those unset are the directorate's own
  bool any_directorate = false;
};

// The question as a list takes it, for any page. `order_by` may be empty.
// Returns INVALID_ARGUMENT for a malformed parent, an area of another directorate, a bad filter.
absl::StatusOr<resource::ListQuery> QueryOf(const Call& call, const GapQuestion& question,
                                            absl::string_view order_by);

// Makes ready to answer: the levels of the directorates asked for are fresh.
// Returns as FreshenLevels.
absl::Status FreshenFor(Call& call, const resource::ListQuery& query);

// Returns INVALID_ARGUMENT at `area` if there is no such area; "" is none asked for.
absl::Status CheckArea(db::Transaction& tx, absl::string_view area);

// Adds to gaps as the table reads them what stands elsewhere: names, and the terms of priority with
// the facts that they are made of.
absl::Status CompleteGaps(db::Transaction& tx, const v1::PriorityWeights& weights,
                          absl::Span<v1::Gap> gaps);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_GAP_TABLE_H_
