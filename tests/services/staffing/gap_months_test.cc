#include <string>
#include <vector>

#include "services/staffing/dates.h"
#include "services/staffing/gap_courses.h"
#include "services/staffing/gaps.h"
#include "tests/services/staffing/levels_fixture.h"

namespace mudiriya::staffing {
namespace {

using ::testing::ElementsAre;
using testing::HasViolation;
using ::testing::SizeIs;

TEST(GapCourses, StepsHoldUntilTheNextAndMovesAddUp) {
  GapCourses courses;
  const absl::CivilMonth january(2026, 1);
  courses[{"a", "nurse"}] = {.required = {{january + 2, 5}, {january, 4}},
                             .counted = {},
                             .moved = {{january - 9, 3}, {january + 1, -1}}};
  courses[{"b", "nurse"}] = {
      .required = {{january, 1}}, .counted = {{january + 1, 2}}, .moved = {}};
  const std::vector<MonthSum> sums = SumMonths(courses, january, january + 2);
  ASSERT_THAT(sums, SizeIs(3));
  EXPECT_EQ(sums[0].required, 5);
  EXPECT_EQ(sums[0].current, 3);
  EXPECT_EQ(sums[0].shortage, 2);
  EXPECT_EQ(sums[1].current, 4);
  EXPECT_EQ(sums[1].shortage, 2);
  EXPECT_EQ(sums[2].required, 6);
  EXPECT_EQ(sums[2].shortage, 3);  // b's surplus of one does not help a
}

class GapMonthsTest : public LevelsTest {
 protected:
  std::vector<v1::GapMonth> Months(v1::ListGapMonthsRequest request) {
    request.set_parent("directorates/homs");
    const auto response = ListGapMonths(call(), request);
    EXPECT_OK(response);
    if (!response.ok()) return {};
    return {response->gap_months().begin(), response->gap_months().end()};
  }

  static std::vector<double> CurrentOf(const std::vector<v1::GapMonth>& months) {
    std::vector<double> current;
    for (const v1::GapMonth& month : months) current.push_back(month.current());
    return current;
  }
};

TEST_F(GapMonthsTest, StaffCountAtTheEndOfEachMonth) {
  AddFacility({.id = "centre"});
  Assign("centre", "nurse", 1, "2025-11-15", "2026-01-31");
  Assign("centre", "nurse", 0.5, "2025-12-31", "2026-01-30");
  Assign("centre", "nurse", 1, "2026-02-09");
  Assign("centre", "nurse", 1, "2026-02-10");  // not yet
  v1::ListGapMonthsRequest request;
  *request.mutable_start_month() = ToDate(absl::CivilDay(2025, 10, 20));
  const std::vector<v1::GapMonth> months = Months(request);
  EXPECT_THAT(CurrentOf(months), ElementsAre(0, 1, 1.5, 1, 1));
  EXPECT_EQ(months[0].month().month(), 10);
  EXPECT_EQ(months[0].month().day(), 1);
}

TEST_F(GapMonthsTest, TheRunningMonthIsAsTheListHasIt) {
  AddFacility({.id = "a"});
  AddFacility({.id = "b", .area = "village"});
  SetPosts("a", "nurse", 4);
  SetPosts("b", "nurse", 1);
  Assign("a", "nurse", 0.5);
  Assign("b", "nurse");
  Assign("b", "nurse");
  const std::vector<v1::GapMonth> months = Months({});
  ASSERT_THAT(months, SizeIs(12));
  EXPECT_EQ(months.back().required(), 5);
  EXPECT_EQ(months.back().current(), 2.5);
  EXPECT_EQ(months.back().shortage(), 3.5);
  EXPECT_EQ(months.back().ratio(), 0.5);
  v1::ListGapMonthsRequest request;
  request.set_area("directorates/homs/areas/south");
  EXPECT_EQ(Months(request).back().required(), 1);
  request.clear_area();
  request.set_facility("directorates/homs/facilities/a");
  EXPECT_EQ(Months(request).back().required(), 4);
  request.set_cadre("directorates/homs/cadres/midwife");
  EXPECT_EQ(Months(request).back().required(), 0);
}

TEST_F(GapMonthsTest, RequirementsAreThoseThatWereInForce) {
  AddFacility({.id = "centre"});
  SetPosts("centre", "nurse", 4);
  clock().Advance(absl::Hours(24 * 28));  // 9 March
  SetPosts("centre", "nurse", 6);
  clock().Advance(absl::Hours(24 * 40));  // 18 April
  v1::ListGapMonthsRequest request;
  *request.mutable_start_month() = ToDate(absl::CivilDay(2026, 1, 1));
  std::vector<double> required;
  for (const v1::GapMonth& month : Months(request)) required.push_back(month.required());
  EXPECT_THAT(required, ElementsAre(0, 4, 6, 6));
}

TEST_F(GapMonthsTest, ReturnsHoldUntilTheNext) {
  AddFacility({.id = "centre"});
  v1::StaffingSettings settings;
  settings.set_staff_data_source(v1::StaffingSettings::RETURNS);
  Update(settings);
  AddReturn("centre", "nurse", "2025-11-01", 6.5);
  AddReturn("centre", "nurse", "2026-01-01", 7);
  v1::ListGapMonthsRequest request;
  *request.mutable_start_month() = ToDate(absl::CivilDay(2025, 10, 1));
  EXPECT_THAT(CurrentOf(Months(request)), ElementsAre(0, 6.5, 6.5, 7, 7));
}

TEST_F(GapMonthsTest, BadPeriodsAreNamed) {
  v1::ListGapMonthsRequest request;
  request.set_parent("directorates/homs");
  *request.mutable_end_month() = ToDate(absl::CivilDay(2026, 3, 1));
  EXPECT_THAT(ListGapMonths(call(), request), HasViolation("end_month", Reason::ABOVE_MAXIMUM));
  *request.mutable_end_month() = ToDate(absl::CivilDay(2025, 3, 1));
  *request.mutable_start_month() = ToDate(absl::CivilDay(2025, 4, 1));
  EXPECT_THAT(ListGapMonths(call(), request), HasViolation("end_month", Reason::END_BEFORE_START));
  *request.mutable_start_month() = ToDate(absl::CivilDay(2001, 4, 1));
  EXPECT_THAT(ListGapMonths(call(), request), HasViolation("start_month", Reason::BELOW_MINIMUM));
  request.mutable_start_month()->set_month(13);
  EXPECT_THAT(ListGapMonths(call(), request), HasViolation("start_month", Reason::INVALID_DATE));
}

}  // namespace
}  // namespace mudiriya::staffing
