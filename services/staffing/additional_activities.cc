#include "services/staffing/additional_activities.h"

#include <string>

#include "common/resource/standard.h"
#include "services/staffing/common_rules.h"

namespace mudiriya::staffing {
namespace {

namespace standard = resource::standard;

using google::protobuf::FieldMask;

RecordRules<v1::AdditionalActivity> MakeRules() {
  RecordRules<v1::AdditionalActivity> rules;
  rules.field = "additional_activity";
  rules.places = [](const v1::AdditionalActivity& row, const FieldMask& mask,
                    PlaceReferences& references) {
    if (Writes(mask, "facility")) references.Add("additional_activity.facility", row.facility());
  };
  rules.check_stored = [](db::Transaction& tx, const WriteScope& scope, auto batch) {
    return CheckCadres(tx, "additional_activity.cadre", scope, batch);
  };
  rules.touch = &TouchPairs<v1::AdditionalActivity>;
  return rules;
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

const RecordRules<v1::AdditionalActivity>& AdditionalActivityRules() {
  static const RecordRules<v1::AdditionalActivity> rules = MakeRules();
  return rules;
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
  return standard::Create(
      call, AdditionalActivities(), request,
      HooksOf(AdditionalActivityRules(), request.parent(), request.additional_activity()));
}

absl::StatusOr<v1::AdditionalActivity> UpdateAdditionalActivity(
    Call& call, const v1::UpdateAdditionalActivityRequest& request) {
  const v1::AdditionalActivity& row = request.additional_activity();
  return standard::Update(
      call, AdditionalActivities(), request,
      HooksOf(AdditionalActivityRules(), row.name(), row, request.update_mask()));
}

absl::StatusOr<google::protobuf::Empty> DeleteAdditionalActivity(
    Call& call, const v1::DeleteAdditionalActivityRequest& request) {
  return standard::Delete<google::protobuf::Empty>(
      call, AdditionalActivities(), request, HooksOf(AdditionalActivityRules(), request.name()));
}

}  // namespace mudiriya::staffing
