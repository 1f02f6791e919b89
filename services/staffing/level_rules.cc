#include "services/staffing/level_rules.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "common/status/macros.h"
#include "services/staffing/staffing_settings.h"

namespace mudiriya::staffing {

absl::StatusOr<LevelRules> LoadLevelRules(db::Transaction& tx, absl::string_view directorate) {
  ASSIGN_OR_RETURN(const v1::StaffingSettings settings, EffectiveSettings(tx, directorate));
  LevelRules rules;
  rules.returns = settings.staff_data_source() == v1::StaffingSettings::RETURNS;
  rules.sources = rules.returns ? "RETURNS" : "PERSONS";
  for (const int source : settings.requirement_sources()) {
    absl::StrAppend(&rules.sources, " ", v1::Requirement::Source_Name(source));
  }
  rules.weights = {.density = settings.density_weight(),
                   .remoteness = settings.remoteness_weight(),
                   .critical = settings.critical_service_weight()};
  const v1::StaffingSettings::Bands& bands = settings.bands();
  rules.bands = {.extreme = bands.extreme_below(),
                 .very_high = bands.very_high_below(),
                 .high = bands.high_below(),
                 .moderate = bands.moderate_below(),
                 .balanced = bands.balanced_up_to()};
  return rules;
}

v1::GapBand GapBandOf(double required, double current, const BandLimits& bands) {
  const std::optional<Band> band = BandOf(RatioOf(required, current), bands);
  if (!band.has_value()) return v1::GAP_BAND_UNSPECIFIED;
  switch (*band) {
    case Band::kExtreme:
      return v1::EXTREME;
    case Band::kVeryHigh:
      return v1::VERY_HIGH;
    case Band::kHigh:
      return v1::HIGH;
    case Band::kModerate:
      return v1::MODERATE;
    case Band::kBalanced:
      return v1::BALANCED;
    case Band::kSurplus:
      return v1::SURPLUS;
  }
  return v1::GAP_BAND_UNSPECIFIED;
}

std::optional<double> RatioOf(double required, double current) {
  if (required <= 0) return std::nullopt;
  return current / required;
}

double UrgencyOf(double priority, double required, double current) {
  if (required <= 0) return 0;
  const double share = std::max(0.0, 1 - current / required);
  return priority * required * share * share;
}

void Derive(const LevelRules& rules, Level& level) {
  level.difference = level.current - level.required;
  level.ratio = RatioOf(level.required, level.current);
  level.band = v1::GapBand_Name(GapBandOf(level.required, level.current, rules.bands));
  level.vacant_posts.reset();
  if (level.established_posts) {
    level.vacant_posts = std::max(0.0, *level.established_posts - level.current);
  }
  const Priority priority = PriorityFromRanks(level.density_rank, level.remoteness_rank,
                                              level.critical_service, rules.weights);
  level.urgency = UrgencyOf(priority.total, level.required, level.current);
}

}  // namespace mudiriya::staffing
