#include "services/staffing/activity_standards.h"

#include <memory>
#include <string>

#include "absl/strings/str_cat.h"
#include "common/resource/name.h"
#include "common/resource/standard.h"
#include "common/status/errors.h"
#include "common/status/macros.h"
#include "common/status/violations.h"
#include "services/staffing/levels.h"
#include "services/staffing/row_id.h"
#include "services/staffing/write_scope.h"

namespace mudiriya::staffing {
namespace {

using resource::Hooks;
namespace standard = resource::standard;

// Either the time of a unit is given, or the rate.
absl::Status CheckUnitTime(const v1::ActivityStandard& row) {
  if (row.has_unit_time_minutes() == row.has_units_per_hour()) {
    return row.has_units_per_hour()
               ? InvalidField("activity_standard.units_per_hour", Reason::MISMATCH,
                              {{"expected", "unit_time_minutes"}})
               : InvalidField("activity_standard.unit_time_minutes", Reason::REQUIRED);
  }
  return absl::OkStatus();
}

// Returns FAILED_PRECONDITION (IN_USE) naming a workload of the standard, if there is one.
absl::Status CheckUnused(db::Transaction& tx, const v1::ActivityStandard& old) {
  const std::string directorate(resource::DirectorateOf(old.name()));
  ASSIGN_OR_RETURN(const db::ResultSet rows,
                   tx.Query("SELECT workload_id FROM workload"
                            " WHERE directorate_id = ? AND activity_standard_id = ? LIMIT 1",
                            {{directorate, std::string(IdOf(old.name()))}}));
  if (rows.empty()) return absl::OkStatus();
  return Error(
      Reason::IN_USE,
      {{"name", old.name()},
       {"user", absl::StrCat("directorates/", directorate, "/workloads/", rows.front().Text(0))}});
}

Hooks<v1::ActivityStandard> RulesOf(absl::string_view name) {
  const std::shared_ptr<WriteScope> scope = ScopeOf(name);
  Hooks<v1::ActivityStandard> hooks;
  hooks.before_transaction = Prepare(scope);
  hooks.before_write = [scope](db::Transaction& tx, const v1::ActivityStandard* old,
                               v1::ActivityStandard& next) -> absl::Status {
    RETURN_IF_ERROR(CheckUnitTime(next));
    if (old != nullptr) return absl::OkStatus();
    return CheckCadre(tx, scope->directorate, "activity_standard.cadre", next.cadre());
  };
  hooks.before_delete = &CheckUnused;
  hooks.after_write = [scope](db::Transaction& tx, const v1::ActivityStandard* old,
                              const v1::ActivityStandard* next) {
    const v1::ActivityStandard& row = next != nullptr ? *next : *old;
    return RefreshLevelsOfCadre(tx, scope->directorate, IdOf(row.cadre()), scope->today);
  };
  return hooks;
}

}  // namespace

const resource::Table<v1::ActivityStandard>& ActivityStandards() {
  using namespace resource;  // NOLINT: the column kinds read as a list
  static const Table<v1::ActivityStandard> table(
      "activity_standard", {
                               Reference("cadre").Filterable().Sortable(),
                               Text("display_name.ar").Sortable(),
                               Text("display_name.en").Sortable(),
                               Text("display_name.fr").Sortable(),
                               Search("display_name").Filterable().Sortable(),
                               Number("unit_time_minutes").Filterable().Sortable(),
                               Number("units_per_hour").Filterable().Sortable(),
                               EnumName("facility_type").Filterable().Sortable(),
                           });
  return table;
}

absl::StatusOr<v1::ActivityStandard> GetActivityStandard(
    Call& call, const v1::GetActivityStandardRequest& request) {
  return standard::Get(call, ActivityStandards(), request);
}

absl::StatusOr<v1::ListActivityStandardsResponse> ListActivityStandards(
    Call& call, const v1::ListActivityStandardsRequest& request) {
  return standard::List<v1::ListActivityStandardsResponse>(call, ActivityStandards(), request);
}

absl::StatusOr<v1::ActivityStandard> CreateActivityStandard(
    Call& call, const v1::CreateActivityStandardRequest& request) {
  return standard::Create(call, ActivityStandards(), request, RulesOf(request.parent()));
}

absl::StatusOr<v1::ActivityStandard> UpdateActivityStandard(
    Call& call, const v1::UpdateActivityStandardRequest& request) {
  return standard::Update(call, ActivityStandards(), request,
                          RulesOf(request.activity_standard().name()));
}

absl::StatusOr<google::protobuf::Empty> DeleteActivityStandard(
    Call& call, const v1::DeleteActivityStandardRequest& request) {
  return standard::Delete<google::protobuf::Empty>(call, ActivityStandards(), request,
                                                   RulesOf(request.name()));
}

}  // namespace mudiriya::staffing
