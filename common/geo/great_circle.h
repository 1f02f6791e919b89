#ifndef MUDIRIYA_COMMON_GEO_GREAT_CIRCLE_H_
#define MUDIRIYA_COMMON_GEO_GREAT_CIRCLE_H_

#include <vector>

namespace mudiriya::geo {

// Mean radius of the Earth in kilometres, as used by every distance of the suite.
inline constexpr double kEarthRadiusKm = 6371.0;

// A place on the Earth, in degrees (WGS 84): latitude in [-90, 90], longitude in [-180, 180].
struct Point {
  double latitude = 0;
  double longitude = 0;
};

// Shortest distance over the surface of the Earth in kilometres, by the haversine formula
// (R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope 68, 1984), which keeps its
// precision for places close to one another.
double GreatCircleKm(const Point& a, const Point& b);

// Limits in degrees, inclusive, with west <= east: what lies across the antimeridian takes two.
struct Box {
  double south = -90;
  double north = 90;
  double west = -180;
  double east = 180;
};

// The one or two boxes that hold every point within `radius_km` (> 0) of `centre`: a coarse sieve
// that an index can answer, before the exact distance is taken. Source of the width in longitude:
// the tangent points of a circle on a sphere, asin(sin(r/R) / cos(latitude)).
std::vector<Box> BoxesAround(const Point& centre, double radius_km);

}  // namespace mudiriya::geo

#endif  // MUDIRIYA_COMMON_GEO_GREAT_CIRCLE_H_
