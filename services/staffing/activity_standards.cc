#include "services/staffing/activity_standards.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "common/resource/standard.h"
#include "common/status/errors.h"
#include "common/status/macros.h"
#include "common/status/violations.h"
#include "services/staffing/common_rules.h"

namespace mudiriya::staffing {
namespace {

namespace standard = resource::standard;

// Either the time of a unit is given, or the rate.
absl::Status CheckUnitTime(const v1::ActivityStandard*, v1::ActivityStandard& row) {
  if (row.has_unit_time_minutes() != row.has_units_per_hour()) return absl::OkStatus();
  if (!row.has_units_per_hour()) {
    return InvalidField("activity_standard.unit_time_minutes", Reason::REQUIRED);
  }
  return InvalidField("activity_standard.units_per_hour", Reason::MISMATCH,
                      {{"expected", "unit_time_minutes"}});
}

// Returns FAILED_PRECONDITION (IN_USE) naming a workload of the standard, if there is one.
absl::Status CheckUnused(db::Transaction& tx, const WriteScope& scope,
                         const v1::ActivityStandard& old) {
  ASSIGN_OR_RETURN(const db::ResultSet rows,
                   tx.Query("SELECT workload_id FROM workload"
                            " WHERE directorate_id = ? AND activity_standard_id = ? LIMIT 1",
                            {{scope.directorate, std::string(IdOf(old.name()))}}));
  if (rows.empty()) return absl::OkStatus();
  return Error(Reason::IN_USE, {{"name", old.name()},
                                {"user", absl::StrCat("directorates/", scope.directorate,
                                                      "/workloads/", rows.front().Text(0))}});
}

RecordRules<v1::ActivityStandard> MakeRules() {
  RecordRules<v1::ActivityStandard> rules;
  rules.field = "activity_standard";
  rules.check = &CheckUnitTime;
  rules.check_stored = [](db::Transaction& tx, const WriteScope& scope, auto batch) {
    return CheckCadres(tx, "activity_standard.cadre", scope, batch);
  };
  rules.check_delete = &CheckUnused;
  rules.touch = &TouchCadres<v1::ActivityStandard>;
  return rules;
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

const RecordRules<v1::ActivityStandard>& ActivityStandardRules() {
  static const RecordRules<v1::ActivityStandard> rules = MakeRules();
  return rules;
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
  return standard::Create(
      call, ActivityStandards(), request,
      HooksOf(ActivityStandardRules(), request.parent(), request.activity_standard()));
}

absl::StatusOr<v1::ActivityStandard> UpdateActivityStandard(
    Call& call, const v1::UpdateActivityStandardRequest& request) {
  const v1::ActivityStandard& row = request.activity_standard();
  return standard::Update(call, ActivityStandards(), request,
                          HooksOf(ActivityStandardRules(), row.name(), row, request.update_mask()));
}

absl::StatusOr<google::protobuf::Empty> DeleteActivityStandard(
    Call& call, const v1::DeleteActivityStandardRequest& request) {
  return standard::Delete<google::protobuf::Empty>(
      call, ActivityStandards(), request, HooksOf(ActivityStandardRules(), request.name()));
}

}  // namespace mudiriya::staffing
