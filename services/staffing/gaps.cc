#include "services/staffing/gaps.h"

#include <utility>
#include <vector>

#include "absl/types/span.h"
#include "common/db/connection.h"
#include "common/resource/name.h"
#include "common/status/macros.h"
#include "services/staffing/gap_table.h"
#include "services/staffing/level_upkeep.h"

namespace mudiriya::staffing {
namespace {

// The most urgent first.
constexpr char kDefaultOrder[] = "urgency desc";

GapQuestion QuestionOf(const v1::ListGapsRequest& request) {
  return {.parent = request.parent(),
          .area = request.area(),
          .filter = request.filter(),
          .weights = request.weights(),
          .any_directorate = true};
}

}  // namespace

absl::StatusOr<v1::Gap> GetGap(Call& call, const v1::GetGapRequest& request) {
  ASSIGN_OR_RETURN(const resource::ResourceName name, Gaps().pattern().ParseName(request.name()));
  RETURN_IF_ERROR(FreshenLevels(call, name.directorate()).status());
  return call.db().Read([&](db::Transaction& tx) -> absl::StatusOr<v1::Gap> {
    ASSIGN_OR_RETURN(v1::Gap gap, Gaps().Get(tx, name));
    RETURN_IF_ERROR(CompleteGaps(tx, {}, absl::MakeSpan(&gap, 1)));
    return gap;
  });
}

absl::StatusOr<v1::ListGapsResponse> ListGaps(Call& call, const v1::ListGapsRequest& request) {
  const GapQuestion question = QuestionOf(request);
  const std::string order = request.order_by().empty() ? kDefaultOrder : request.order_by();
  ASSIGN_OR_RETURN(resource::ListQuery query, QueryOf(call, question, order));
  query.page_size = request.page_size();
  query.page_token = request.page_token();
  RETURN_IF_ERROR(FreshenFor(call, query));
  return call.db().Read([&](db::Transaction& tx) -> absl::StatusOr<v1::ListGapsResponse> {
    RETURN_IF_ERROR(CheckArea(tx, question.area));
    v1::ListGapsResponse response;
    ASSIGN_OR_RETURN(std::vector<v1::Gap> gaps,
                     Gaps().List(tx, query, response.mutable_next_page_token()));
    RETURN_IF_ERROR(CompleteGaps(tx, question.weights, absl::MakeSpan(gaps)));
    for (v1::Gap& gap : gaps) *response.add_gaps() = std::move(gap);
    return response;
  });
}

}  // namespace mudiriya::staffing
