#include "services/staffing/staff_returns.h"

#include <string>

#include "absl/strings/str_format.h"
#include "common/resource/standard.h"
#include "common/status/macros.h"
#include "common/status/violations.h"
#include "services/staffing/common_rules.h"
#include "services/staffing/dates.h"

namespace mudiriya::staffing {
namespace {

namespace standard = resource::standard;

using google::protobuf::FieldMask;

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

RecordRules<v1::StaffReturn> MakeRules() {
  RecordRules<v1::StaffReturn> rules;
  rules.field = "staff_return";
  rules.id_of = &IdFor;
  rules.places = [](const v1::StaffReturn& row, const FieldMask& mask,
                    PlaceReferences& references) {
    if (Writes(mask, "facility")) references.Add("staff_return.facility", row.facility());
  };
  rules.check = [](const v1::StaffReturn*, v1::StaffReturn& next) { return CheckCounts(next); };
  rules.check_stored = [](db::Transaction& tx, const WriteScope& scope, auto batch) {
    return CheckCadres(tx, "staff_return.cadre", scope, batch);
  };
  rules.touch = &TouchPairs<v1::StaffReturn>;
  return rules;
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

const RecordRules<v1::StaffReturn>& StaffReturnRules() {
  static const RecordRules<v1::StaffReturn> rules = MakeRules();
  return rules;
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
                          HooksOf(StaffReturnRules(), request.parent(), request.staff_return()));
}

absl::StatusOr<v1::StaffReturn> UpdateStaffReturn(Call& call,
                                                  const v1::UpdateStaffReturnRequest& request) {
  const v1::StaffReturn& row = request.staff_return();
  return standard::Update(call, StaffReturns(), request,
                          HooksOf(StaffReturnRules(), row.name(), row, request.update_mask()));
}

absl::StatusOr<google::protobuf::Empty> DeleteStaffReturn(
    Call& call, const v1::DeleteStaffReturnRequest& request) {
  return standard::Delete<google::protobuf::Empty>(call, StaffReturns(), request,
                                                   HooksOf(StaffReturnRules(), request.name()));
}

}  // namespace mudiriya::staffing
