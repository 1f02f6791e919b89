#include "services/staffing/leaves.h"

#include <memory>
#include <string>

#include "absl/strings/str_cat.h"
#include "common/resource/name.h"
#include "common/resource/standard.h"
#include "common/status/macros.h"
#include "common/status/violations.h"
#include "services/staffing/dates.h"
#include "services/staffing/row_id.h"
#include "services/staffing/staff_members.h"
#include "services/staffing/write_scope.h"

namespace mudiriya::staffing {
namespace {

using resource::Hooks;
namespace standard = resource::standard;

// Returns INVALID_ARGUMENT (OVERLAP) naming another leave of the person that shares a day.
absl::Status CheckOverlap(db::Transaction& tx, const v1::Leave& next) {
  ASSIGN_OR_RETURN(const resource::ResourceName name, Leaves().pattern().ParseName(next.name()));
  ASSIGN_OR_RETURN(
      const db::ResultSet rows,
      tx.Query("SELECT leave_id FROM staff_leave"
               " WHERE directorate_id = ? AND staff_member_id = ? AND leave_id <> ?"
               " AND start_date <= ? AND end_date >= ? ORDER BY start_date LIMIT 1",
               {{name.ids()[0], name.ids()[1], name.ids()[2], DayText(*ToCivilDay(next.end_date())),
                 DayText(*ToCivilDay(next.start_date()))}}));
  if (rows.empty()) return absl::OkStatus();
  return InvalidField("leave.start_date", Reason::OVERLAP,
                      {{"name", absl::StrCat(name.parent(), "/leaves/", rows.front().Text(0))}});
}

absl::Status CheckLeave(db::Transaction& tx, const v1::Leave*, v1::Leave& next) {
  Violations violations;
  CheckPeriod("leave", next.start_date(), next.end_date(), violations);
  if (!next.has_end_date()) violations.Add("leave.end_date", Reason::REQUIRED);
  RETURN_IF_ERROR(violations.ToStatus());
  RETURN_IF_ERROR(LockPerson(tx, ParentOf(next.name())).status());
  return CheckOverlap(tx, next);
}

Hooks<v1::Leave> RulesOf(absl::string_view name) {
  Hooks<v1::Leave> hooks;
  hooks.before_transaction = Prepare(ScopeOf(name));
  hooks.before_write = &CheckLeave;
  return hooks;
}

}  // namespace

const resource::Table<v1::Leave>& Leaves() {
  using namespace resource;  // NOLINT: the column kinds read as a list
  static const Table<v1::Leave> table("staff_leave",
                                      {
                                          EnumName("kind").Filterable().Sortable(),
                                          DateColumn("start_date").Filterable().Sortable(),
                                          DateColumn("end_date").Filterable().Sortable(),
                                      });
  return table;
}

absl::StatusOr<v1::Leave> GetLeave(Call& call, const v1::GetLeaveRequest& request) {
  return standard::Get(call, Leaves(), request);
}

absl::StatusOr<v1::ListLeavesResponse> ListLeaves(Call& call,
                                                  const v1::ListLeavesRequest& request) {
  return standard::List<v1::ListLeavesResponse>(call, Leaves(), request);
}

absl::StatusOr<v1::Leave> CreateLeave(Call& call, const v1::CreateLeaveRequest& request) {
  return standard::Create(call, Leaves(), request, RulesOf(request.parent()));
}

absl::StatusOr<v1::Leave> UpdateLeave(Call& call, const v1::UpdateLeaveRequest& request) {
  return standard::Update(call, Leaves(), request, RulesOf(request.leave().name()));
}

absl::StatusOr<google::protobuf::Empty> DeleteLeave(Call& call,
                                                    const v1::DeleteLeaveRequest& request) {
  return standard::Delete<google::protobuf::Empty>(call, Leaves(), request,
                                                   RulesOf(request.name()));
}

}  // namespace mudiriya::staffing
