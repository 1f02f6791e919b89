#include "services/staffing/staff_returns.h"

#include <memory>
#include <string>

#include "absl/strings/str_format.h"
#include "common/resource/standard.h"
#include "common/status/macros.h"
#include "common/status/violations.h"
#include "services/staffing/dates.h"
#include "services/staffing/levels.h"
#include "services/staffing/row_id.h"
#include "services/staffing/write_scope.h"

namespace mudiriya::staffing {
namespace {

using google::protobuf::FieldMask;
using resource::Hooks;
namespace standard = resource::standard;

// `unit-17--nursing--2024-06`.
std::string IdFor(const v1::StaffReturn& row) {
  return RowId({IdOf(row.facility()), IdOf(row.cadre()),
                absl::StrFormat("%04d-%02d", row.month().year(), row.month().month())});
}

// Whether the month is one, and no more people work full time than there are.
absl::Status CheckCounts(const v1::StaffReturn& row) {
  Violations violations;
  if (!ToCivilDay(row.month()) || row.month().day() != 1) {
    violations.Add("staff_return.month", Reason::INVALID_DATE);
  }
  if (row.full_time_count() > row.head_count()) {
    violations.Add("staff_return.full_time_count", Reason::ABOVE_MAXIMUM,
                   {{"max", row.head_count()}});
  }
  return violations.ToStatus();
}

// The rules of a write; `row` and `mask` are those of the request.
Hooks<v1::StaffReturn> RulesOf(absl::string_view name, const v1::StaffReturn& row,
                               const FieldMask& mask) {
  const std::shared_ptr<WriteScope> scope = ScopeOf(name);
  if (Writes(mask, "facility")) scope->references.Add("staff_return.facility", row.facility());
  Hooks<v1::StaffReturn> hooks;
  hooks.before_transaction = Prepare(scope);
  hooks.before_write = [scope](db::Transaction& tx, const v1::StaffReturn* old,
                               v1::StaffReturn& next) -> absl::Status {
    RETURN_IF_ERROR(CheckCounts(next));
    if (old != nullptr) return absl::OkStatus();
    RETURN_IF_ERROR(CheckRowId("staff_return.name", IdOf(next.name()), IdFor(next)));
    return CheckCadre(tx, scope->directorate, "staff_return.cadre", next.cadre());
  };
  hooks.after_write = [scope](db::Transaction& tx, const v1::StaffReturn* old,
                              const v1::StaffReturn* next) {
    const v1::StaffReturn& row = next != nullptr ? *next : *old;
    const LevelKey key{std::string(IdOf(row.facility())), std::string(IdOf(row.cadre()))};
    return RefreshLevels(tx, scope->directorate, {key}, scope->today);
  };
  return hooks;
}

}  // namespace

const resource::Table<v1::StaffReturn>& StaffReturns() {
  using namespace resource;  // NOLINT: the column kinds read as a list
  static const Table<v1::StaffReturn> table("staff_return",
                                            {
                                                Reference("facility").Filterable().Sortable(),
                                                Reference("cadre").Filterable().Sortable(),
                                                DateColumn("month").Filterable().Sortable(),
                                                Number("head_count").Filterable().Sortable(),
                                                Number("full_time_count"),
                                                Text("source").Filterable(),
                                            });
  return table;
}

absl::StatusOr<v1::StaffReturn> GetStaffReturn(Call& call,
                                               const v1::GetStaffReturnRequest& request) {
  return standard::Get(call, StaffReturns(), request);
}

absl::StatusOr<v1::ListStaffReturnsResponse> ListStaffReturns(
    Call& call, const v1::ListStaffReturnsRequest& request) {
  return standard::List<v1::ListStaffReturnsResponse>(call, StaffReturns(), request);
}

absl::StatusOr<v1::StaffReturn> CreateStaffReturn(Call& call,
                                                  const v1::CreateStaffReturnRequest& request) {
  v1::CreateStaffReturnRequest named = request;
  if (named.staff_return_id().empty()) named.set_staff_return_id(IdFor(request.staff_return()));
  return standard::Create(call, StaffReturns(), named,
                          RulesOf(request.parent(), request.staff_return(), AllFields()));
}

absl::StatusOr<v1::StaffReturn> UpdateStaffReturn(Call& call,
                                                  const v1::UpdateStaffReturnRequest& request) {
  const v1::StaffReturn& row = request.staff_return();
  return standard::Update(call, StaffReturns(), request,
                          RulesOf(row.name(), row, request.update_mask()));
}

absl::StatusOr<google::protobuf::Empty> DeleteStaffReturn(
    Call& call, const v1::DeleteStaffReturnRequest& request) {
  return standard::Delete<google::protobuf::Empty>(call, StaffReturns(), request,
                                                   RulesOf(request.name(), {}, AllFields()));
}

}  // namespace mudiriya::staffing
