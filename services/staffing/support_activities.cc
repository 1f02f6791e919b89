#include "services/staffing/support_activities.h"

#include <memory>
#include <string>

#include "common/resource/standard.h"
#include "common/status/macros.h"
#include "services/staffing/allowances.h"
#include "services/staffing/levels.h"
#include "services/staffing/references.h"
#include "services/staffing/row_id.h"
#include "services/staffing/write_scope.h"

namespace mudiriya::staffing {
namespace {

using resource::Hooks;
namespace standard = resource::standard;

Hooks<v1::SupportActivity> RulesOf(absl::string_view name) {
  const std::shared_ptr<WriteScope> scope = ScopeOf(name);
  Hooks<v1::SupportActivity> hooks;
  hooks.before_transaction = Prepare(scope);
  hooks.before_write = [scope](db::Transaction& tx, const v1::SupportActivity*,
                               v1::SupportActivity& next) -> absl::Status {
    RETURN_IF_ERROR(LockCadre(tx, scope->directorate, "support_activity.cadre", next.cadre()));
    return CheckAllowances(tx, next);
  };
  hooks.after_write = [scope](db::Transaction& tx, const v1::SupportActivity* old,
                              const v1::SupportActivity* next) {
    const v1::SupportActivity& row = next != nullptr ? *next : *old;
    return RefreshLevelsOfCadre(tx, scope->directorate, IdOf(row.cadre()), scope->today);
  };
  return hooks;
}

}  // namespace

const resource::Table<v1::SupportActivity>& SupportActivities() {
  using namespace resource;  // NOLINT: the column kinds read as a list
  static const Table<v1::SupportActivity> table("support_activity",
                                                {
                                                    Reference("cadre").Filterable().Sortable(),
                                                    Text("display_name.ar").Sortable(),
                                                    Text("display_name.en").Sortable(),
                                                    Text("display_name.fr").Sortable(),
                                                    Search("display_name").Filterable().Sortable(),
                                                    Number("amount").Filterable().Sortable(),
                                                    EnumName("unit").Filterable(),
                                                });
  return table;
}

absl::StatusOr<v1::SupportActivity> GetSupportActivity(
    Call& call, const v1::GetSupportActivityRequest& request) {
  return standard::Get(call, SupportActivities(), request);
}

absl::StatusOr<v1::ListSupportActivitiesResponse> ListSupportActivities(
    Call& call, const v1::ListSupportActivitiesRequest& request) {
  return standard::List<v1::ListSupportActivitiesResponse>(call, SupportActivities(), request);
}

absl::StatusOr<v1::SupportActivity> CreateSupportActivity(
    Call& call, const v1::CreateSupportActivityRequest& request) {
  return standard::Create(call, SupportActivities(), request, RulesOf(request.parent()));
}

absl::StatusOr<v1::SupportActivity> UpdateSupportActivity(
    Call& call, const v1::UpdateSupportActivityRequest& request) {
  return standard::Update(call, SupportActivities(), request,
                          RulesOf(request.support_activity().name()));
}

absl::StatusOr<google::protobuf::Empty> DeleteSupportActivity(
    Call& call, const v1::DeleteSupportActivityRequest& request) {
  return standard::Delete<google::protobuf::Empty>(call, SupportActivities(), request,
                                                   RulesOf(request.name()));
}

}  // namespace mudiriya::staffing
