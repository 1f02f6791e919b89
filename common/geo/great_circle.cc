#include "common/geo/great_circle.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace mudiriya::geo {
namespace {

double Radians(double degrees) { return degrees * std::numbers::pi / 180.0; }
double Degrees(double radians) { return radians * 180.0 / std::numbers::pi; }

}  // namespace

double GreatCircleKm(const Point& a, const Point& b) {
  const double half_latitude = std::sin(Radians(b.latitude - a.latitude) / 2);
  const double half_longitude = std::sin(Radians(b.longitude - a.longitude) / 2);
  const double haversine = half_latitude * half_latitude + std::cos(Radians(a.latitude)) *
                                                               std::cos(Radians(b.latitude)) *
                                                               half_longitude * half_longitude;
  // Rounding may carry antipodes a hair beyond 1, where asin has no value.
  return 2 * kEarthRadiusKm * std::asin(std::sqrt(std::min(1.0, haversine)));
}

std::vector<Box> BoxesAround(const Point& centre, double radius_km) {
  const double angle = radius_km / kEarthRadiusKm;
  Box box;
  box.south = std::max(-90.0, centre.latitude - Degrees(angle));
  box.north = std::min(90.0, centre.latitude + Degrees(angle));
  // A circle that reaches a pole, or half of the sphere, spans every longitude.
  if (box.south == -90.0 || box.north == 90.0) return {box};
  const double width = Degrees(std::asin(std::sin(angle) / std::cos(Radians(centre.latitude))));
  box.west = centre.longitude - width;
  box.east = centre.longitude + width;
  if (box.west >= -180.0 && box.east <= 180.0) return {box};
  Box other = box;
  if (box.west < -180.0) {
    other.west = box.west + 360.0;
    other.east = 180.0;
    box.west = -180.0;
  } else {
    other.east = box.east - 360.0;
    other.west = -180.0;
    box.east = 180.0;
  }
  return {box, other};
}

}  // namespace mudiriya::geo
