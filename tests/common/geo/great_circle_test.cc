#include "common/geo/great_circle.h"

#include <algorithm>
#include <cmath>
#include <random>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace mudiriya::geo {
namespace {

using ::testing::DoubleNear;
using ::testing::SizeIs;

bool AnyHolds(const std::vector<Box>& boxes, const Point& point) {
  for (const Box& box : boxes) {
    if (point.latitude >= box.south && point.latitude <= box.north && point.longitude >= box.west &&
        point.longitude <= box.east) {
      return true;
    }
  }
  return false;
}

TEST(GreatCircleKm, IsZeroForOnePlace) {
  EXPECT_EQ(GreatCircleKm({34.72, 36.71}, {34.72, 36.71}), 0.0);
}

TEST(GreatCircleKm, MeasuresAQuarterOfAMeridian) {
  EXPECT_THAT(GreatCircleKm({0, 0}, {90, 0}), DoubleNear(10007.543, 0.001));
}

TEST(GreatCircleKm, MeasuresAntipodesAsHalfOfACircle) {
  EXPECT_THAT(GreatCircleKm({0, 0}, {0, 180}), DoubleNear(20015.087, 0.001));
  EXPECT_THAT(GreatCircleKm({45, 10}, {-45, -170}), DoubleNear(20015.087, 0.001));
}

// The worked example of Rosetta Code, "Haversine formula": Nashville airport to that of Los
// Angeles, 2887.26 km with a radius of 6372.8 km, scaled to the radius used here.
TEST(GreatCircleKm, AgreesWithAPublishedDistance) {
  EXPECT_THAT(GreatCircleKm({36.12, -86.67}, {33.94, -118.40}),
              DoubleNear(2887.2599 * 6371.0 / 6372.8, 0.001));
}

TEST(GreatCircleKm, CrossesTheAntimeridianTheShortWay) {
  EXPECT_THAT(GreatCircleKm({0, 179.5}, {0, -179.5}), DoubleNear(111.195, 0.001));
}

TEST(BoxesAround, IsOneBoxFarFromTheEdges) {
  const std::vector<Box> boxes = BoxesAround({27.18, 31.18}, 50);
  ASSERT_THAT(boxes, SizeIs(1));
  EXPECT_THAT(boxes[0].north - boxes[0].south, DoubleNear(0.8993, 0.0001));
  EXPECT_GT(boxes[0].east - boxes[0].west, boxes[0].north - boxes[0].south);
}

TEST(BoxesAround, SplitsAtTheAntimeridian) {
  EXPECT_THAT(BoxesAround({0, 179.9}, 50), SizeIs(2));
  EXPECT_THAT(BoxesAround({0, -179.9}, 50), SizeIs(2));
}

TEST(BoxesAround, SpansAllLongitudesOverAPole) {
  const std::vector<Box> boxes = BoxesAround({89.9, 0}, 50);
  ASSERT_THAT(boxes, SizeIs(1));
  EXPECT_EQ(boxes[0].west, -180);
  EXPECT_EQ(boxes[0].east, 180);
}

TEST(BoxesAround, NeverLosesAPointWithinTheRadius) {
  std::mt19937 random(20260209);
  std::uniform_real_distribution<double> latitude(-90, 90), longitude(-180, 180), near(-3, 3);
  for (int i = 0; i < 20000; ++i) {
    const Point centre{latitude(random), longitude(random)};
    const Point point{std::clamp(centre.latitude + near(random), -90.0, 90.0),
                      std::remainder(centre.longitude + near(random), 360.0)};
    if (GreatCircleKm(centre, point) > 150) continue;
    EXPECT_TRUE(AnyHolds(BoxesAround(centre, 150), point))
        << centre.latitude << "," << centre.longitude << " " << point.latitude << ","
        << point.longitude;
  }
}

}  // namespace
}  // namespace mudiriya::geo
