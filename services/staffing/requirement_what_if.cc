#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "common/status/macros.h"
#include "common/status/violations.h"
#include "services/staffing/requirement_formula.h"
#include "services/staffing/requirements.h"

namespace mudiriya::staffing {
namespace {

using Request = v1::ComputeRequirementRequest;

// The request's inputs as if they were on record, numbered for want of ids.
CadreRecords CadreOf(const Request& request) {
  CadreRecords cadre;
  cadre.working_time = request.working_time();
  for (const Request::Support& given : request.support_activities()) {
    v1::SupportActivity& activity = cadre.support_activities.emplace_back();
    *activity.mutable_display_name() = given.display_name();
    activity.set_amount(given.amount());
    activity.set_unit(given.unit());
  }
  for (int i = 0; i < request.activities_size(); ++i) {
    const Request::Activity& given = request.activities(i);
    v1::ActivityStandard& standard = cadre.standards[absl::StrCat(i)];
    *standard.mutable_display_name() = given.display_name();
    if (given.has_unit_time_minutes()) standard.set_unit_time_minutes(given.unit_time_minutes());
    if (given.has_units_per_hour()) standard.set_units_per_hour(given.units_per_hour());
  }
  return cadre;
}

FacilityRecords FacilityOf(const Request& request) {
  FacilityRecords facility;
  for (int i = 0; i < request.activities_size(); ++i) {
    facility.volumes.emplace_back(absl::StrCat(i), request.activities(i).annual_volume());
  }
  for (const Request::Additional& given : request.additional_activities()) {
    v1::AdditionalActivity& activity = facility.additional_activities.emplace_back();
    *activity.mutable_display_name() = given.display_name();
    activity.set_staff_count(given.staff_count());
    activity.set_hours_per_year(given.hours_per_year());
  }
  return facility;
}

// What no rule of a single field can see.
absl::Status Check(const Request& request, const CadreRecords& cadre) {
  Violations violations;
  const WorkingTime time = TimeOf(request.working_time());
  if (AvailableHours(time) <= 0) {
    violations.Add("working_time.available_hours", Reason::NOT_GREATER, {{"bound", 0}});
  }
  if (request.activities().empty()) violations.Add("activities", Reason::REQUIRED);
  for (int i = 0; i < request.activities_size(); ++i) {
    const Request::Activity& activity = request.activities(i);
    if (activity.has_unit_time_minutes() != activity.has_units_per_hour()) continue;
    violations.Add(absl::StrCat("activities[", i, "].unit_time_minutes"),
                   activity.has_units_per_hour() ? Reason::MISMATCH : Reason::REQUIRED,
                   {{"expected", "units_per_hour"}});
  }
  double share = 0;
  for (const v1::SupportActivity& activity : cadre.support_activities) {
    share += ShareOf(activity, time);
  }
  if (share >= 1) {
    violations.Add("support_activities", Reason::ALLOWANCES_REACH_ONE,
                   {{"total", absl::StrFormat("%.4g", share)}});
  }
  return violations.ToStatus();
}

}  // namespace

absl::StatusOr<v1::Requirement> ComputeRequirement(Call&, const Request& request) {
  const CadreRecords cadre = CadreOf(request);
  RETURN_IF_ERROR(Check(request, cadre));
  v1::Requirement requirement;
  RETURN_IF_ERROR(
      AskSource(v1::Requirement::WISN, cadre, FacilityOf(request), {}, requirement).status());
  return requirement;
}

}  // namespace mudiriya::staffing
