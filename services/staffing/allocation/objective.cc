#include "services/staffing/allocation/objective.h"

#include <algorithm>
#include <cmath>

namespace mudiriya::staffing::allocation {

int64_t Scaled(double cost) { return std::llround(cost * kCostScale); }

int32_t WholeStaff(double required) {
  constexpr double kNoise = 1e-9;
  return std::max(0, static_cast<int32_t>(std::ceil(required - kNoise)));
}

double ShortageCost(double priority, double required, int32_t heads) {
  if (required <= 0 || heads >= required) return 0;
  const double share = 1 - heads / required;
  return priority * required * share * share;
}

double Relief(double priority, double required, int32_t heads) {
  return ShortageCost(priority, required, heads) - ShortageCost(priority, required, heads + 1);
}

int32_t HeadsToKeep(const FacilityCadre& position, const Parameters& parameters) {
  return std::max(parameters.min_staff, WholeStaff(parameters.keep_share * position.required));
}

int32_t Surplus(const FacilityCadre& position, const Parameters& parameters) {
  return std::max(0, position.heads - HeadsToKeep(position, parameters));
}

int32_t Vacancy(const FacilityCadre& position) {
  return std::max(0, WholeStaff(position.required) - position.heads);
}

}  // namespace mudiriya::staffing::allocation
