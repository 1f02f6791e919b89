#include "services/staffing/working_times.h"

#include <memory>
#include <string>

#include "common/resource/standard.h"
#include "common/status/macros.h"
#include "common/status/violations.h"
#include "services/staffing/allowances.h"
#include "services/staffing/levels.h"
#include "services/staffing/places.h"
#include "services/staffing/references.h"
#include "services/staffing/requirement_formula.h"
#include "services/staffing/row_id.h"
#include "services/staffing/write_scope.h"

namespace mudiriya::staffing {
namespace {

using resource::Hooks;
namespace standard = resource::standard;

std::string IdFor(const v1::WorkingTime& row) { return std::string(IdOf(row.cadre())); }

// Derives the days and hours available. Returns INVALID_ARGUMENT if none are left.
absl::Status FillAvailable(v1::WorkingTime& row) {
  row.set_available_hours(AvailableHours(TimeOf(row)));
  row.set_available_days(row.hours_per_day() > 0 ? row.available_hours() / row.hours_per_day() : 0);
  if (row.available_hours() > 0) return absl::OkStatus();
  return InvalidField("working_time.available_hours", Reason::NOT_GREATER, {{"bound", 0}});
}

Hooks<v1::WorkingTime> RulesOf(absl::string_view name) {
  const std::shared_ptr<WriteScope> scope = ScopeOf(name);
  const auto holidays = std::make_shared<int>(0);
  Hooks<v1::WorkingTime> hooks;
  hooks.before_transaction = [scope, holidays,
                              prepare = Prepare(scope)](Call& call) -> absl::Status {
    RETURN_IF_ERROR(prepare(call));
    ASSIGN_OR_RETURN(*holidays,
                     call.service<Places>().PublicHolidays(call, scope->directorate,
                                                           static_cast<int>(scope->today.year())));
    return absl::OkStatus();
  };
  hooks.before_write = [scope, holidays](db::Transaction& tx, const v1::WorkingTime* old,
                                         v1::WorkingTime& next) -> absl::Status {
    if (old == nullptr) {
      RETURN_IF_ERROR(CheckRowId("working_time.name", IdOf(next.name()), IdFor(next)));
      if (!next.has_public_holiday_days()) next.set_public_holiday_days(*holidays);
    }
    RETURN_IF_ERROR(LockCadre(tx, scope->directorate, "working_time.cadre", next.cadre()));
    RETURN_IF_ERROR(FillAvailable(next));
    return CheckAllowances(tx, next);
  };
  hooks.after_write = [scope](db::Transaction& tx, const v1::WorkingTime* old,
                              const v1::WorkingTime* next) {
    const v1::WorkingTime& row = next != nullptr ? *next : *old;
    return RefreshLevelsOfCadre(tx, scope->directorate, IdOf(row.cadre()), scope->today);
  };
  return hooks;
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
  return standard::Create(call, WorkingTimes(), named, RulesOf(request.parent()));
}

absl::StatusOr<v1::WorkingTime> UpdateWorkingTime(Call& call,
                                                  const v1::UpdateWorkingTimeRequest& request) {
  return standard::Update(call, WorkingTimes(), request, RulesOf(request.working_time().name()));
}

absl::StatusOr<google::protobuf::Empty> DeleteWorkingTime(
    Call& call, const v1::DeleteWorkingTimeRequest& request) {
  return standard::Delete<google::protobuf::Empty>(call, WorkingTimes(), request,
                                                   RulesOf(request.name()));
}

}  // namespace mudiriya::staffing
