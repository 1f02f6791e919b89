#include "services/staffing/allowances.h"

#include <map>
#include <vector>

#include "absl/strings/str_format.h"
#include "absl/strings/string_view.h"
#include "common/status/macros.h"
#include "common/status/violations.h"
#include "services/staffing/requirement_formula.h"
#include "services/staffing/requirement_inputs.h"
#include "services/staffing/row_id.h"

namespace mudiriya::staffing {
namespace {

// The cadre's working time; without one there are no hours at all.
WorkingTime TimeOf(const CadreRecords& records) {
  if (records.working_time) return staffing::TimeOf(*records.working_time);
  return WorkingTime{.weeks_per_year = 0, .days_per_week = 0, .hours_per_day = 0};
}

absl::Status CheckSum(const CadreRecords& records, absl::string_view field) {
  const WorkingTime time = TimeOf(records);
  double total = 0;
  for (const v1::SupportActivity& activity : records.support_activities) {
    total += ShareOf(activity, time);
  }
  if (total < 1) return absl::OkStatus();
  return InvalidField(field, Reason::ALLOWANCES_REACH_ONE,
                      {{"total", absl::StrFormat("%.4g", total)}});
}

// Puts the activity among the cadre's, in place of its old self.
void Take(const v1::SupportActivity& next, CadreRecords& records) {
  std::erase_if(records.support_activities,
                [&](const v1::SupportActivity& other) { return other.name() == next.name(); });
  records.support_activities.push_back(next);
}
void Take(const v1::WorkingTime& next, CadreRecords& records) { records.working_time = next; }

template <typename M>
absl::Status Check(db::Transaction& tx, const std::string& directorate,
                   absl::Span<RowWrite<M>> batch, absl::string_view field) {
  std::vector<std::string> cadres;
  for (const RowWrite<M>& row : batch) cadres.emplace_back(IdOf(row.next->cadre()));
  ASSIGN_OR_RETURN(CadreRecordsById records, LoadCadreRecords(tx, directorate, cadres));
  for (size_t i = 0; i < batch.size(); ++i) {
    if (batch[i].refused()) continue;
    CadreRecords with = records[cadres[i]];
    Take(*batch[i].next, with);
    batch[i].refusal = CheckSum(with, field);
    if (!batch[i].refused()) records[cadres[i]] = std::move(with);
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status CheckAllowances(db::Transaction& tx, const std::string& directorate,
                             absl::Span<RowWrite<v1::SupportActivity>> batch) {
  return Check(tx, directorate, batch, "support_activity.amount");
}

absl::Status CheckAllowances(db::Transaction& tx, const std::string& directorate,
                             absl::Span<RowWrite<v1::WorkingTime>> batch) {
  return Check(tx, directorate, batch, "working_time.available_hours");
}

}  // namespace mudiriya::staffing
