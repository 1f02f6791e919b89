#include "services/staffing/requirement_formula.h"

#include <algorithm>

#include "common/status/macros.h"

namespace mudiriya::staffing {
namespace {

using Derivation = v1::Requirement::WisnDerivation;

constexpr double kMonthsPerYear = 12;
constexpr double kMinutesPerHour = 60;
constexpr double kPopulationUnit = 10'000;

// The records as the formulas take them. Each support activity is turned into hours a day, which is
// the same share of working time whatever it was measured in.
WisnInput InputOf(const CadreRecords& cadre, const FacilityRecords& records) {
  WisnInput input;
  input.time = TimeOf(*cadre.working_time);
  for (const auto& [standard, volume] : records.volumes) {
    const double minutes = UnitMinutes(cadre.standards.at(standard));
    input.activities.push_back({volume, minutes / kMinutesPerHour});
  }
  for (const v1::SupportActivity& activity : cadre.support_activities) {
    const double share = ShareOf(activity, input.time);
    input.category_support.push_back(
        {share * input.time.hours_per_day, CategorySupport::Period::kDay});
  }
  for (const v1::AdditionalActivity& activity : records.additional_activities) {
    input.individual_support.push_back({activity.staff_count(), activity.hours_per_year()});
  }
  return input;
}

void ShowActivities(const CadreRecords& cadre, const FacilityRecords& records,
                    const WisnRequirement& result, Derivation& shown) {
  for (size_t i = 0; i < records.volumes.size(); ++i) {
    const auto& [id, volume] = records.volumes[i];
    const v1::ActivityStandard& standard = cadre.standards.at(id);
    const double workload = result.standard_workloads[i].value_or(0);
    v1::Requirement::ActivityShare& share = *shown.add_activities();
    share.set_activity_standard(standard.name());
    *share.mutable_display_name() = standard.display_name();
    share.set_unit_time_minutes(UnitMinutes(standard));
    share.set_standard_workload(workload);
    share.set_annual_volume(volume);
    share.set_staff(workload > 0 ? volume / workload : 0);
  }
}

void ShowAllowances(const CadreRecords& cadre, const FacilityRecords& records,
                    const WorkingTime& time, Derivation& shown) {
  for (const v1::SupportActivity& activity : cadre.support_activities) {
    v1::Requirement::SupportShare& share = *shown.add_support_activities();
    share.set_support_activity(activity.name());
    *share.mutable_display_name() = activity.display_name();
    share.set_amount(activity.amount());
    share.set_unit(activity.unit());
    share.set_share(ShareOf(activity, time));
  }
  for (const v1::AdditionalActivity& activity : records.additional_activities) {
    v1::Requirement::AdditionalShare& share = *shown.add_additional_activities();
    share.set_additional_activity(activity.name());
    *share.mutable_display_name() = activity.display_name();
    share.set_staff_count(activity.staff_count());
    share.set_hours_per_year(activity.hours_per_year());
  }
}

void ShowTotals(const FacilityRecords& records, const WorkingTime& time,
                const WisnRequirement& result, Derivation& shown) {
  shown.set_available_hours(result.available_hours);
  shown.set_available_days(time.hours_per_day > 0 ? result.available_hours / time.hours_per_day
                                                  : 0);
  shown.set_year(records.year);
  shown.set_health_service_need(result.service_need.value_or(0));
  shown.set_support_share(result.category_share.value_or(0));
  shown.set_support_factor(result.category_factor.value_or(1));
  shown.set_additional_factor(result.individual_factor.value_or(0));
}

absl::StatusOr<bool> AskWisn(const CadreRecords& cadre, const FacilityRecords& records,
                             v1::Requirement& requirement) {
  if (!cadre.working_time) {
    Skip(v1::Requirement::WISN, v1::Requirement::NO_WORKING_TIME, requirement);
    return false;
  }
  if (records.volumes.empty()) {
    Skip(v1::Requirement::WISN, v1::Requirement::NO_WORKLOAD, requirement);
    return false;
  }
  const WisnInput input = InputOf(cadre, records);
  ASSIGN_OR_RETURN(const WisnRequirement result, ComputeWisn(input));
  if (!result.required) {
    Skip(v1::Requirement::WISN, v1::Requirement::NO_WORKING_TIME, requirement);
    return false;
  }
  Derivation& shown = *requirement.mutable_wisn();
  ShowTotals(records, input.time, result, shown);
  ShowActivities(cadre, records, result, shown);
  ShowAllowances(cadre, records, input.time, shown);
  requirement.set_required(*result.required);
  return true;
}

bool AskEstablishment(const FacilityRecords& records, v1::Requirement& requirement) {
  if (!records.establishment) {
    Skip(v1::Requirement::ESTABLISHMENT, v1::Requirement::NO_ESTABLISHMENT, requirement);
    return false;
  }
  requirement.set_establishment(records.establishment->name());
  requirement.set_required(records.establishment->posts());
  return true;
}

// Units of the norm's basis that the facility has; nothing if that is not on record.
std::optional<double> UnitsOf(v1::StaffingNorm::Basis basis, const FacilityFacts& facts) {
  if (basis == v1::StaffingNorm::PER_FACILITY) return 1;
  const bool beds = basis == v1::StaffingNorm::PER_BED;
  const std::optional<int64_t>& count = beds ? facts.beds : facts.catchment_population;
  if (!count) return std::nullopt;
  return static_cast<double>(*count) / (beds ? 1 : kPopulationUnit);
}

bool AskNorm(const CadreRecords& cadre, const FacilityFacts& facts, v1::Requirement& requirement) {
  const auto found = cadre.norms.find(facts.type);
  if (found == cadre.norms.end()) {
    Skip(v1::Requirement::NORM, v1::Requirement::NO_NORM, requirement);
    return false;
  }
  const v1::StaffingNorm& norm = found->second;
  const std::optional<double> units = UnitsOf(norm.basis(), facts);
  if (!units) {
    Skip(v1::Requirement::NORM,
         norm.basis() == v1::StaffingNorm::PER_BED ? v1::Requirement::NO_BEDS
                                                   : v1::Requirement::NO_CATCHMENT_POPULATION,
         requirement);
    return false;
  }
  v1::Requirement::NormDerivation& shown = *requirement.mutable_norm();
  shown.set_staffing_norm(norm.name());
  shown.set_basis(norm.basis());
  shown.set_staff(norm.staff());
  shown.set_units(*units);
  shown.set_minimum_staff(norm.minimum_staff());
  requirement.set_required(std::max(norm.staff() * *units, norm.minimum_staff()));
  return true;
}

}  // namespace

WorkingTime TimeOf(const v1::WorkingTime& record) {
  return {.weeks_per_year = record.has_weeks_per_year() ? record.weeks_per_year() : 52,
          .days_per_week = record.days_per_week(),
          .hours_per_day = record.hours_per_day(),
          .public_holidays = record.public_holiday_days(),
          .annual_leave = record.annual_leave_days(),
          .sick_leave = record.sick_leave_days(),
          .other_absence = record.other_leave_days()};
}

double ShareOf(const v1::SupportActivity& activity, const WorkingTime& time) {
  const auto part = [&](double whole) { return whole > 0 ? activity.amount() / whole : 0; };
  switch (activity.unit()) {
    case v1::SupportActivity::PERCENT:
      return activity.amount() / 100;
    case v1::SupportActivity::HOURS_PER_DAY:
      return part(time.hours_per_day);
    case v1::SupportActivity::HOURS_PER_WEEK:
      return part(time.days_per_week * time.hours_per_day);
    case v1::SupportActivity::HOURS_PER_MONTH:
      return part(AvailableHours(time) / kMonthsPerYear);
    case v1::SupportActivity::HOURS_PER_YEAR:
      return part(AvailableHours(time));
    default:
      return 0;
  }
}

double UnitMinutes(const v1::ActivityStandard& standard) {
  if (standard.has_unit_time_minutes()) return standard.unit_time_minutes();
  return standard.units_per_hour() > 0 ? kMinutesPerHour / standard.units_per_hour() : 0;
}

absl::StatusOr<bool> AskSource(v1::Requirement::Source source, const CadreRecords& cadre,
                               const FacilityRecords& records, const FacilityFacts& facts,
                               v1::Requirement& requirement) {
  bool answered = false;
  if (source == v1::Requirement::WISN) {
    ASSIGN_OR_RETURN(answered, AskWisn(cadre, records, requirement));
  } else if (source == v1::Requirement::ESTABLISHMENT) {
    answered = AskEstablishment(records, requirement);
  } else if (source == v1::Requirement::NORM) {
    answered = AskNorm(cadre, facts, requirement);
  }
  if (answered) requirement.set_source(source);
  return answered;
}

void Skip(v1::Requirement::Source source, v1::Requirement::Gap gap, v1::Requirement& requirement) {
  v1::Requirement::SkippedSource& skipped = *requirement.add_skipped_sources();
  skipped.set_source(source);
  skipped.set_gap(gap);
}

}  // namespace mudiriya::staffing
