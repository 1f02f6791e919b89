#ifndef MUDIRIYA_SERVICES_STAFFING_ALLOCATION_DISTANCE_H_
#define MUDIRIYA_SERVICES_STAFFING_ALLOCATION_DISTANCE_H_

#include <array>
#include <optional>

#include "common/geo/great_circle.h"

namespace mudiriya::staffing::allocation {

// A point of the Earth as a unit vector: distances then cost no trigonometry but one arcsine, and
// boxes of vectors bound them.
using UnitVector = std::array<double, 3>;

UnitVector ToUnitVector(const geo::Point& point);

// Great-circle km between points whose vectors are √squared_chord apart. Increasing.
double KmOfSquaredChord(double squared_chord);

double SquaredChord(const UnitVector& a, const UnitVector& b);

// Empty when either place is unknown.
std::optional<double> KmBetween(const std::optional<UnitVector>& a,
                                const std::optional<UnitVector>& b);

}  // namespace mudiriya::staffing::allocation

#endif  // MUDIRIYA_SERVICES_STAFFING_ALLOCATION_DISTANCE_H_
