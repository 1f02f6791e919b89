#include "services/staffing/priority.h"

#include <algorithm>

#include "common/geo/mean_rank.h"

namespace mudiriya::staffing {

std::optional<double> PopulationDensity(std::optional<double> population,
                                        std::optional<double> area_km2) {
  if (!population.has_value() || !area_km2.has_value() || *area_km2 == 0) return std::nullopt;
  return *population / *area_km2;
}

std::optional<double> RemotenessKm(const std::optional<geo::Point>& facility,
                                   absl::Span<const geo::Point> referral_hospitals) {
  if (!facility.has_value() || referral_hospitals.empty()) return std::nullopt;
  double nearest = geo::GreatCircleKm(*facility, referral_hospitals.front());
  for (const geo::Point& hospital : referral_hospitals.subspan(1)) {
    nearest = std::min(nearest, geo::GreatCircleKm(*facility, hospital));
  }
  return nearest;
}

std::vector<double> RanksOfKnown(absl::Span<const std::optional<double>> values) {
  std::vector<double> known;
  std::vector<size_t> where;
  for (size_t i = 0; i < values.size(); ++i) {
    if (!values[i].has_value()) continue;
    known.push_back(*values[i]);
    where.push_back(i);
  }
  const std::vector<double> known_ranks = geo::MeanRanks(known);
  std::vector<double> ranks(values.size(), 0.0);
  for (size_t i = 0; i < where.size(); ++i) ranks[where[i]] = known_ranks[i];
  return ranks;
}

Priority PriorityFromRanks(double density_rank, double remoteness_rank, bool critical_service,
                           const PriorityWeights& weights) {
  Priority priority;
  priority.density_rank = density_rank;
  priority.remoteness_rank = remoteness_rank;
  priority.density_term = weights.density * density_rank;
  priority.remoteness_term = weights.remoteness * remoteness_rank;
  priority.critical_term = critical_service ? weights.critical : 0;
  priority.total = 1 + priority.density_term + priority.remoteness_term + priority.critical_term;
  return priority;
}

std::vector<Priority> ComputePriorities(absl::Span<const PriorityFacts> facilities,
                                        const PriorityWeights& weights) {
  std::vector<std::optional<double>> densities;
  std::vector<std::optional<double>> distances;
  for (const PriorityFacts& facts : facilities) {
    densities.push_back(facts.density);
    distances.push_back(facts.remoteness_km);
  }
  const std::vector<double> density_ranks = RanksOfKnown(densities);
  const std::vector<double> remoteness_ranks = RanksOfKnown(distances);
  std::vector<Priority> priorities;
  for (size_t i = 0; i < facilities.size(); ++i) {
    priorities.push_back(PriorityFromRanks(density_ranks[i], remoteness_ranks[i],
                                           facilities[i].critical_service, weights));
  }
  return priorities;
}

}  // namespace mudiriya::staffing
