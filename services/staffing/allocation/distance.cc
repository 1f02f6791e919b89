#include "services/staffing/allocation/distance.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace mudiriya::staffing::allocation {

UnitVector ToUnitVector(const geo::Point& point) {
  constexpr double kRadians = std::numbers::pi / 180;
  const double latitude = point.latitude * kRadians;
  const double longitude = point.longitude * kRadians;
  return {std::cos(latitude) * std::cos(longitude), std::cos(latitude) * std::sin(longitude),
          std::sin(latitude)};
}

double KmOfSquaredChord(double squared_chord) {
  return 2 * geo::kEarthRadiusKm * std::asin(std::min(1.0, std::sqrt(squared_chord) / 2));
}

double SquaredChord(const UnitVector& a, const UnitVector& b) {
  double sum = 0;
  for (int axis = 0; axis < 3; ++axis) sum += (a[axis] - b[axis]) * (a[axis] - b[axis]);
  return sum;
}

std::optional<double> KmBetween(const std::optional<UnitVector>& a,
                                const std::optional<UnitVector>& b) {
  if (!a.has_value() || !b.has_value()) return std::nullopt;
  return KmOfSquaredChord(SquaredChord(*a, *b));
}

}  // namespace mudiriya::staffing::allocation
