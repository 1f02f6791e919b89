#include "services/staffing/level_pricing.h"

namespace mudiriya::staffing {

absl::Status PriceLevels(LevelScope& scope) {
  const PriorityWeights& weights = scope.rules.weights;
  const BandLimits& bands = scope.rules.bands;
  return scope.tx
      .Execute(
          "UPDATE staffing_level SET urgency = CASE WHEN required_fte > 0 THEN"
          " (1 + ? * density_rank + ? * remoteness_rank"
          " + CASE WHEN critical_service THEN ? ELSE 0 END)"
          " * required_fte * POW(GREATEST(0, 1 - current_fte / required_fte), 2)"
          " ELSE 0 END,"
          " band = CASE WHEN ratio IS NULL THEN 'GAP_BAND_UNSPECIFIED'"
          " WHEN ratio < ? THEN 'EXTREME' WHEN ratio < ? THEN 'VERY_HIGH'"
          " WHEN ratio < ? THEN 'HIGH' WHEN ratio < ? THEN 'MODERATE'"
          " WHEN ratio <= ? THEN 'BALANCED' ELSE 'SURPLUS' END"
          " WHERE directorate_id = ?",
          {{weights.density, weights.remoteness, weights.critical, bands.extreme, bands.very_high,
            bands.high, bands.moderate, bands.balanced, scope.directorate}})
      .status();
}

absl::Status TakeOverRanks(LevelScope& scope) {
  const PriorityWeights& weights = scope.rules.weights;
  return scope.tx
      .Execute(
          "UPDATE staffing_level l JOIN place p ON p.directorate_id = l.directorate_id"
          " AND p.facility_id = l.facility_id"
          " SET l.urgency = CASE WHEN l.required_fte > 0 THEN"
          " (1 + ? * COALESCE(p.density_rank, 0) + ? * COALESCE(p.remoteness_rank, 0)"
          " + CASE WHEN p.critical_service THEN ? ELSE 0 END)"
          " * l.required_fte * POW(GREATEST(0, 1 - l.current_fte / l.required_fte), 2)"
          " ELSE 0 END,"
          " l.density_rank = COALESCE(p.density_rank, 0),"
          " l.remoteness_rank = COALESCE(p.remoteness_rank, 0),"
          " l.critical_service = p.critical_service"
          " WHERE l.directorate_id = ? AND (l.density_rank <> COALESCE(p.density_rank, 0)"
          " OR l.remoteness_rank <> COALESCE(p.remoteness_rank, 0)"
          " OR l.critical_service <> p.critical_service)",
          {{weights.density, weights.remoteness, weights.critical, scope.directorate}})
      .status();
}

}  // namespace mudiriya::staffing
