#include "services/staffing/staffing_settings_rules.h"

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "common/status/violations.h"
#include "services/staffing/bands.h"
#include "services/staffing/staffing_settings.h"

namespace mudiriya::staffing {
namespace {

using Bands = v1::StaffingSettings::Bands;

// The limits in rising order, with the fields' names.
std::vector<std::pair<absl::string_view, double>> LimitsOf(const Bands& bands) {
  return {{"extreme_below", bands.extreme_below()},
          {"very_high_below", bands.very_high_below()},
          {"high_below", bands.high_below()},
          {"moderate_below", bands.moderate_below()},
          {"balanced_up_to", bands.balanced_up_to()}};
}

void CheckBands(const v1::StaffingSettings& settings, Violations& violations) {
  v1::StaffingSettings filled = settings;
  FillDefaults(filled);
  double before = 0;
  for (const auto& [field, limit] : LimitsOf(filled.bands())) {
    if (limit <= before) {
      violations.Add(absl::StrCat("staffing_settings.bands.", field), Reason::NOT_GREATER,
                     {{"bound", before}});
    }
    before = limit;
  }
}

void CheckSources(const v1::StaffingSettings& settings, Violations& violations) {
  std::set<int> seen;
  for (int i = 0; i < settings.requirement_sources_size(); ++i) {
    const std::string field = absl::StrCat("staffing_settings.requirement_sources[", i, "]");
    const v1::Requirement::Source source = settings.requirement_sources(i);
    if (source == v1::Requirement::SOURCE_UNSPECIFIED) violations.Add(field, Reason::REQUIRED);
    if (!seen.insert(source).second) violations.Add(field, Reason::DUPLICATE_ITEM);
  }
}

// Sets a field that is not set to its default.
#define MUDIRIYA_DEFAULT(message, field, value) \
  if (!(message).has_##field()) (message).set_##field(value)

void FillBands(Bands& bands) {
  const BandLimits defaults;
  MUDIRIYA_DEFAULT(bands, extreme_below, defaults.extreme);
  MUDIRIYA_DEFAULT(bands, very_high_below, defaults.very_high);
  MUDIRIYA_DEFAULT(bands, high_below, defaults.high);
  MUDIRIYA_DEFAULT(bands, moderate_below, defaults.moderate);
  MUDIRIYA_DEFAULT(bands, balanced_up_to, defaults.balanced);
}

void FillSources(v1::StaffingSettings& settings) {
  if (settings.requirement_sources_size() > 0) return;
  for (const v1::Requirement::Source source :
       {v1::Requirement::WISN, v1::Requirement::ESTABLISHMENT, v1::Requirement::NORM,
        v1::Requirement::ESTIMATED}) {
    settings.add_requirement_sources(source);
  }
}

}  // namespace

absl::Status CheckSettings(const v1::StaffingSettings& settings) {
  Violations violations;
  CheckBands(settings, violations);
  CheckSources(settings, violations);
  return violations.ToStatus();
}

void FillDefaults(v1::StaffingSettings& settings) {
  if (settings.staff_data_source() == v1::StaffingSettings::STAFF_DATA_SOURCE_UNSPECIFIED) {
    settings.set_staff_data_source(v1::StaffingSettings::PERSONS);
  }
  FillSources(settings);
  FillBands(*settings.mutable_bands());
  MUDIRIYA_DEFAULT(settings, density_weight, 1);
  MUDIRIYA_DEFAULT(settings, remoteness_weight, 1);
  MUDIRIYA_DEFAULT(settings, critical_service_weight, 1);
  MUDIRIYA_DEFAULT(settings, move_cost, 0.05);
  MUDIRIYA_DEFAULT(settings, distance_cost_per_km, 0.002);
  MUDIRIYA_DEFAULT(settings, preference_bonus, 0.05);
  MUDIRIYA_DEFAULT(settings, donor_floor, 1.0);
  MUDIRIYA_DEFAULT(settings, donor_minimum_staff, 1);
  MUDIRIYA_DEFAULT(settings, minimum_tenure_days, 180);
  MUDIRIYA_DEFAULT(settings, density_threshold, 44.5);
}

#undef MUDIRIYA_DEFAULT

}  // namespace mudiriya::staffing
