#ifndef MUDIRIYA_SERVICES_STAFFING_PRIORITY_H_
#define MUDIRIYA_SERVICES_STAFFING_PRIORITY_H_

#include <optional>
#include <vector>

#include "absl/types/span.h"
#include "common/geo/great_circle.h"

namespace mudiriya::staffing {

// What the weight of a directorate's priority is made of; each >= 0.
struct PriorityWeights {
  double density = 1;
  double remoteness = 1;
  double critical = 1;
};

// What is known of a facility. `density` is population per km² of the nearest ancestor area that
// has both figures. Unknown density or remoteness ranks as 0: what is not known earns nothing.
struct PriorityFacts {
  std::optional<double> density;
  std::optional<double> remoteness_km;  // to the nearest referral hospital; 0 for one
  bool critical_service = false;
};

// p_f and every term of it: total = 1 + density + remoteness + critical.
struct Priority {
  double density_rank = 0;     // 0..1
  double remoteness_rank = 0;  // 0..1
  double density_term = 0;     // weight · rank
  double remoteness_term = 0;
  double critical_term = 0;
  double total = 1;
};

// People per km². Empty when either is unknown or the area is 0.
std::optional<double> PopulationDensity(std::optional<double> population,
                                        std::optional<double> area_km2);

// Great-circle km to the nearest of `referral_hospitals`. Empty without a location or hospital.
std::optional<double> RemotenessKm(const std::optional<geo::Point>& facility,
                                   absl::Span<const geo::Point> referral_hospitals);

// Ranks 0..1 (mean rank of ties) among the known values; 0 where the value is unknown.
std::vector<double> RanksOfKnown(absl::Span<const std::optional<double>> values);

// p_f of one facility from ranks that were computed before (the registry publishes them).
Priority PriorityFromRanks(double density_rank, double remoteness_rank, bool critical_service,
                           const PriorityWeights& weights);

// p_f of every facility of a directorate, in the order given.
std::vector<Priority> ComputePriorities(absl::Span<const PriorityFacts> facilities,
                                        const PriorityWeights& weights);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_PRIORITY_H_
