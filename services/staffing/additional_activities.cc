#include "services/staffing/additional_activities.h"

#include <memory>
#include <string>

#include "common/resource/standard.h"
#include "common/status/macros.h"
#include "services/staffing/levels.h"
#include "services/staffing/row_id.h"
#include "services/staffing/write_scope.h"

namespace mudiriya::staffing {
namespace {

using google::protobuf::FieldMask;
using resource::Hooks;
namespace standard = resource::standard;

// The rules of a write; `row` and `mask` are those of the request.
Hooks<v1::AdditionalActivity> RulesOf(absl::string_view name, const v1::AdditionalActivity& row,
                                      const FieldMask& mask) {
  const std::shared_ptr<WriteScope> scope = ScopeOf(name);
  if (Writes(mask, "facility")) {
    scope->references.Add("additional_activity.facility", row.facility());
  }
  Hooks<v1::AdditionalActivity> hooks;
  hooks.before_transaction = Prepare(scope);
  hooks.before_write = [scope](db::Transaction& tx, const v1::AdditionalActivity* old,
                               v1::AdditionalActivity& next) -> absl::Status {
    if (old != nullptr) return absl::OkStatus();
    return CheckCadre(tx, scope->directorate, "additional_activity.cadre", next.cadre());
  };
  hooks.after_write = [scope](db::Transaction& tx, const v1::AdditionalActivity* old,
                              const v1::AdditionalActivity* next) {
    const v1::AdditionalActivity& row = next != nullptr ? *next : *old;
    const LevelKey key{std::string(IdOf(row.facility())), std::string(IdOf(row.cadre()))};
    return RefreshLevels(tx, scope->directorate, {key}, scope->today);
  };
  return hooks;
}

}  // namespace

const resource::Table<v1::AdditionalActivity>& AdditionalActivities() {
  using namespace resource;  // NOLINT: the column kinds read as a list
  static const Table<v1::AdditionalActivity> table(
      "additional_activity", {
                                 Reference("cadre").Filterable().Sortable(),
                                 Reference("facility").Filterable().Sortable(),
                                 Text("display_name.ar").Sortable(),
                                 Text("display_name.en").Sortable(),
                                 Text("display_name.fr").Sortable(),
                                 Search("display_name").Filterable().Sortable(),
                                 Number("staff_count").Filterable().Sortable(),
                                 Number("hours_per_year").Filterable().Sortable(),
                             });
  return table;
}

absl::StatusOr<v1::AdditionalActivity> GetAdditionalActivity(
    Call& call, const v1::GetAdditionalActivityRequest& request) {
  return standard::Get(call, AdditionalActivities(), request);
}

absl::StatusOr<v1::ListAdditionalActivitiesResponse> ListAdditionalActivities(
    Call& call, const v1::ListAdditionalActivitiesRequest& request) {
  return standard::List<v1::ListAdditionalActivitiesResponse>(call, AdditionalActivities(),
                                                              request);
}

absl::StatusOr<v1::AdditionalActivity> CreateAdditionalActivity(
    Call& call, const v1::CreateAdditionalActivityRequest& request) {
  return standard::Create(call, AdditionalActivities(), request,
                          RulesOf(request.parent(), request.additional_activity(), AllFields()));
}

absl::StatusOr<v1::AdditionalActivity> UpdateAdditionalActivity(
    Call& call, const v1::UpdateAdditionalActivityRequest& request) {
  const v1::AdditionalActivity& row = request.additional_activity();
  return standard::Update(call, AdditionalActivities(), request,
                          RulesOf(row.name(), row, request.update_mask()));
}

absl::StatusOr<google::protobuf::Empty> DeleteAdditionalActivity(
    Call& call, const v1::DeleteAdditionalActivityRequest& request) {
  return standard::Delete<google::protobuf::Empty>(call, AdditionalActivities(), request,
                                                   RulesOf(request.name(), {}, AllFields()));
}

}  // namespace mudiriya::staffing
