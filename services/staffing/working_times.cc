#include "services/staffing/working_times.h"

#include <string>

#include "common/resource/standard.h"
#include "common/status/macros.h"
#include "common/status/violations.h"
#include "services/staffing/allowances.h"
#include "services/staffing/common_rules.h"
#include "services/staffing/places.h"
#include "services/staffing/requirement_formula.h"

namespace mudiriya::staffing {
namespace {

namespace standard = resource::standard;

std::string IdFor(const v1::WorkingTime& row) { return std::string(IdOf(row.cadre())); }

absl::Status CountHolidays(Call& call, WriteScope& scope) {
  const int year = static_cast<int>(scope.today.year());
  ASSIGN_OR_RETURN(scope.public_holidays,
                   call.service<Places>().PublicHolidays(call, scope.directorate, year));
  return absl::OkStatus();
}

// Derives the days and hours available. Returns INVALID_ARGUMENT if none are left.
absl::Status FillAvailable(v1::WorkingTime& row) {
  row.set_available_hours(AvailableHours(TimeOf(row)));
  row.set_available_days(row.hours_per_day() > 0 ? row.available_hours() / row.hours_per_day() : 0);
  if (row.available_hours() > 0) return absl::OkStatus();
  return InvalidField("working_time.available_hours", Reason::NOT_GREATER, {{"bound", 0}});
}

absl::Status CheckStored(db::Transaction& tx, const WriteScope& scope,
                         absl::Span<RowWrite<v1::WorkingTime>> batch) {
  RETURN_IF_ERROR(CheckCadres(tx, "working_time.cadre", scope, batch, Keep::kAlone));
  for (RowWrite<v1::WorkingTime>& row : batch) {
    if (row.refused()) continue;
    if (row.old == nullptr && !row.next->has_public_holiday_days()) {
      row.next->set_public_holiday_days(scope.public_holidays);
    }
    row.refusal = FillAvailable(*row.next);
  }
  return CheckAllowances(tx, scope.directorate, batch);
}

RecordRules<v1::WorkingTime> MakeRules() {
  RecordRules<v1::WorkingTime> rules;
  rules.field = "working_time";
  rules.id_of = &IdFor;
  rules.prepare = &CountHolidays;
  rules.check_stored = &CheckStored;
  rules.touch = &TouchCadres<v1::WorkingTime>;
  return rules;
}

}  // namespace

const resource::Table<v1::WorkingTime>& WorkingTimes() {
  using namespace resource;  // NOLINT: the column kinds read as a list
  static const Table<v1::WorkingTime> table("working_time",
                                            {
                                                Reference("cadre").Filterable().Sortable(),
                                                Number("days_per_week").Filterable().Sortable(),
                                                Number("hours_per_day").Filterable().Sortable(),
                                                Number("weeks_per_year"),
                                                Number("annual_leave_days"),
                                                Number("public_holiday_days"),
                                                Number("sick_leave_days"),
                                                Number("other_leave_days"),
                                                Number("available_days").Sortable(),
                                                Number("available_hours").Filterable().Sortable(),
                                            });
  return table;
}

const RecordRules<v1::WorkingTime>& WorkingTimeRules() {
  static const RecordRules<v1::WorkingTime> rules = MakeRules();
  return rules;
}

absl::StatusOr<v1::WorkingTime> GetWorkingTime(Call& call,
                                               const v1::GetWorkingTimeRequest& request) {
  return standard::Get(call, WorkingTimes(), request);
}

absl::StatusOr<v1::ListWorkingTimesResponse> ListWorkingTimes(
    Call& call, const v1::ListWorkingTimesRequest& request) {
  return standard::List<v1::ListWorkingTimesResponse>(call, WorkingTimes(), request);
}

absl::StatusOr<v1::WorkingTime> CreateWorkingTime(Call& call,
                                                  const v1::CreateWorkingTimeRequest& request) {
  v1::CreateWorkingTimeRequest named = request;
  if (named.working_time_id().empty()) named.set_working_time_id(IdFor(request.working_time()));
  return standard::Create(call, WorkingTimes(), named,
                          HooksOf(WorkingTimeRules(), request.parent(), request.working_time()));
}

absl::StatusOr<v1::WorkingTime> UpdateWorkingTime(Call& call,
                                                  const v1::UpdateWorkingTimeRequest& request) {
  const v1::WorkingTime& row = request.working_time();
  return standard::Update(call, WorkingTimes(), request,
                          HooksOf(WorkingTimeRules(), row.name(), row, request.update_mask()));
}

absl::StatusOr<google::protobuf::Empty> DeleteWorkingTime(
    Call& call, const v1::DeleteWorkingTimeRequest& request) {
  return standard::Delete<google::protobuf::Empty>(call, WorkingTimes(), request,
                                                   HooksOf(WorkingTimeRules(), request.name()));
}

}  // namespace mudiriya::staffing
