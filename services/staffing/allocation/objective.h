#ifndef MUDIRIYA_SERVICES_STAFFING_ALLOCATION_OBJECTIVE_H_
#define MUDIRIYA_SERVICES_STAFFING_ALLOCATION_OBJECTIVE_H_

#include <cstdint>

#include "services/staffing/allocation/model.h"

namespace mudiriya::staffing::allocation {

// Costs are optimised in whole millionths, so that the optimum is exact and reproducible.
inline constexpr double kCostScale = 1e6;

// Rounds a cost to millionths.
int64_t Scaled(double cost);

// The whole staff that a requirement takes: rounded up, but not for an excess of 1e-9, which is the
// noise of the arithmetic that made the figure.
int32_t WholeStaff(double required);

// p·R·s(F)² with s(F) = max(0, 1 − F/R); 0 where nothing is required.
double ShortageCost(double priority, double required, int32_t heads);

// What one more head than `heads` takes off the shortage cost; falls as heads grow.
double Relief(double priority, double required, int32_t heads);

// The heads that a donor must keep, and the vacancy that a receiver may fill, as it stands now.
int32_t HeadsToKeep(const FacilityCadre& position, const Parameters& parameters);
int32_t Surplus(const FacilityCadre& position, const Parameters& parameters);
int32_t Vacancy(const FacilityCadre& position);

}  // namespace mudiriya::staffing::allocation

#endif  // MUDIRIYA_SERVICES_STAFFING_ALLOCATION_OBJECTIVE_H_
