// Working time, standards, allowances and workloads as records.

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/staffing/activity_standards.h"
#include "services/staffing/additional_activities.h"
#include "services/staffing/support_activities.h"
#include "services/staffing/working_times.h"
#include "services/staffing/workloads.h"
#include "tests/services/staffing/staffing_fixture.h"

namespace mudiriya::staffing {
namespace {

using ::testing::ElementsAre;
using testing::HasError;
using testing::HasViolation;
using testing::IsOk;
using v1::SupportActivity;

class WisnRecordsTest : public StaffingTest {};

TEST_F(WisnRecordsTest, WorkingTimeShowsWhatIsAvailable) {
  ASSERT_OK_AND_ASSIGN(const v1::WorkingTime time, AddWorkingTime("nurse"));
  EXPECT_EQ(time.name(), "directorates/homs/workingTimes/nurse");
  EXPECT_EQ(time.available_days(), 179);
  EXPECT_EQ(time.available_hours(), 1432);
  EXPECT_THAT(Recorded().cadres, ElementsAre("nurse"));
}

TEST_F(WisnRecordsTest, HolidaysComeFromTheCalendarUnlessGiven) {
  v1::CreateWorkingTimeRequest request;
  request.set_parent(kHoms);
  request.mutable_working_time()->set_cadre(CadreName("midwife"));
  request.mutable_working_time()->set_days_per_week(5);
  request.mutable_working_time()->set_hours_per_day(8);
  places().directorates["homs"] = 13;
  ASSERT_OK_AND_ASSIGN(const v1::WorkingTime time, CreateWorkingTime(call(), request));
  EXPECT_EQ(time.public_holiday_days(), 13);
  EXPECT_EQ(time.available_days(), 260 - 13);
}

TEST_F(WisnRecordsTest, DaysAwayLeaveTimeForWork) {
  ASSERT_OK_AND_ASSIGN(v1::WorkingTime time, AddWorkingTime("nurse"));
  v1::UpdateWorkingTimeRequest request;
  *request.mutable_working_time() = time;
  request.mutable_working_time()->set_sick_leave_days(300);
  EXPECT_THAT(UpdateWorkingTime(call(), request),
              HasViolation("working_time.available_hours", Reason::NOT_GREATER));
}

TEST_F(WisnRecordsTest, SupportStaysBelowAllWorkingTime) {
  ASSERT_THAT(AddWorkingTime("nurse"), IsOk());
  ASSERT_THAT(AddSupport("recording", "nurse", 60, SupportActivity::PERCENT), IsOk());
  EXPECT_THAT(AddSupport("meetings", "nurse", 3.2, SupportActivity::HOURS_PER_DAY),
              HasViolation("support_activity.amount", Reason::ALLOWANCES_REACH_ONE));
  EXPECT_THAT(AddSupport("meetings", "nurse", 3.1, SupportActivity::HOURS_PER_DAY), IsOk());
  // Another cadre starts from nothing.
  EXPECT_THAT(AddSupport("all-day", "midwife", 99, SupportActivity::PERCENT), IsOk());
}

TEST_F(WisnRecordsTest, AnUpdateOfSupportIsJudgedWithoutItsOldSelf) {
  ASSERT_THAT(AddWorkingTime("nurse"), IsOk());
  ASSERT_OK_AND_ASSIGN(SupportActivity activity,
                       AddSupport("recording", "nurse", 60, SupportActivity::PERCENT));
  v1::UpdateSupportActivityRequest request;
  *request.mutable_support_activity() = activity;
  request.mutable_support_activity()->set_amount(90);
  EXPECT_THAT(UpdateSupportActivity(call(), request), IsOk());
  request.mutable_support_activity()->set_amount(100);
  request.mutable_support_activity()->clear_etag();
  EXPECT_THAT(UpdateSupportActivity(call(), request),
              HasViolation("support_activity.amount", Reason::ALLOWANCES_REACH_ONE));
}

TEST_F(WisnRecordsTest, ShorterWorkingTimeIsHeldAgainstSupport) {
  ASSERT_OK_AND_ASSIGN(const v1::WorkingTime time, AddWorkingTime("nurse"));
  ASSERT_THAT(AddSupport("ward", "nurse", 1000, SupportActivity::HOURS_PER_YEAR), IsOk());
  v1::UpdateWorkingTimeRequest request;
  *request.mutable_working_time() = time;
  request.mutable_working_time()->set_hours_per_day(5);
  EXPECT_THAT(UpdateWorkingTime(call(), request),
              HasViolation("working_time.available_hours", Reason::ALLOWANCES_REACH_ONE));
}

TEST_F(WisnRecordsTest, AStandardGivesEitherTimeOrRate) {
  v1::CreateActivityStandardRequest request;
  request.set_parent(kHoms);
  request.set_activity_standard_id("visit");
  v1::ActivityStandard& standard = *request.mutable_activity_standard();
  standard.set_cadre(CadreName("nurse"));
  standard.mutable_display_name()->set_ar("زيارة");
  EXPECT_THAT(CreateActivityStandard(call(), request),
              HasViolation("activity_standard.unit_time_minutes", Reason::REQUIRED));
  standard.set_unit_time_minutes(15);
  standard.set_units_per_hour(4);
  EXPECT_THAT(CreateActivityStandard(call(), request),
              HasViolation("activity_standard.units_per_hour", Reason::MISMATCH));
  standard.clear_units_per_hour();
  EXPECT_THAT(CreateActivityStandard(call(), request), IsOk());
}

TEST_F(WisnRecordsTest, AWorkloadRefreshesTheCadreOfItsStandard) {
  ASSERT_THAT(AddStandard("visit", "midwife", 15), IsOk());
  Recorded() = {};
  ASSERT_OK_AND_ASSIGN(const v1::Workload made, AddWorkload("al-waleed", "visit", 2025, 100));
  EXPECT_EQ(made.name(), "directorates/homs/workloads/al-waleed--visit--2025");
  EXPECT_THAT(Recorded().keys, ElementsAre(LevelKey{"al-waleed", "midwife"}));
  Recorded() = {};
  v1::DeleteWorkloadRequest request;
  request.set_name(made.name());
  ASSERT_THAT(DeleteWorkload(call(), request), IsOk());
  EXPECT_THAT(Recorded().keys, ElementsAre(LevelKey{"al-waleed", "midwife"}));
}

TEST_F(WisnRecordsTest, AWorkloadFitsTheTypeOfItsStandard) {
  ASSERT_OK_AND_ASSIGN(v1::ActivityStandard standard, AddStandard("visit", "nurse", 15));
  v1::UpdateActivityStandardRequest request;
  *request.mutable_activity_standard() = standard;
  request.mutable_activity_standard()->set_facility_type(registry::v1::Facility::HEALTH_CENTRE);
  ASSERT_THAT(UpdateActivityStandard(call(), request), IsOk());
  EXPECT_THAT(AddWorkload("al-waleed", "visit", 2025, 100),
              HasViolation("workload.activity_standard", Reason::MISMATCH));
  EXPECT_THAT(AddWorkload("al-qusayr", "visit", 2025, 100), IsOk());
}

TEST_F(WisnRecordsTest, AWorkloadNeedsItsStandard) {
  EXPECT_THAT(AddWorkload("al-waleed", "nothing", 2025, 100),
              HasViolation("workload.activity_standard", Reason::REFERENCE_NOT_FOUND));
}

TEST_F(WisnRecordsTest, AStandardWithWorkloadsStays) {
  ASSERT_THAT(AddStandard("visit", "nurse", 15), IsOk());
  ASSERT_THAT(AddWorkload("al-waleed", "visit", 2025, 100), IsOk());
  v1::DeleteActivityStandardRequest request;
  request.set_name("directorates/homs/activityStandards/visit");
  EXPECT_THAT(DeleteActivityStandard(call(), request), HasError(Reason::IN_USE));
}

TEST_F(WisnRecordsTest, AnAdditionalActivityIsOfOneFacility) {
  v1::CreateAdditionalActivityRequest request;
  request.set_parent(kHoms);
  request.set_additional_activity_id("head-nurse");
  v1::AdditionalActivity& activity = *request.mutable_additional_activity();
  activity.set_cadre(CadreName("nurse"));
  activity.set_facility(FacilityName("al-waleed"));
  activity.mutable_display_name()->set_ar("إدارة القسم");
  activity.set_staff_count(2);
  activity.set_hours_per_year(104);
  ASSERT_THAT(CreateAdditionalActivity(call(), request), IsOk());
  EXPECT_THAT(Recorded().keys, ElementsAre(LevelKey{"al-waleed", "nurse"}));
}

}  // namespace
}  // namespace mudiriya::staffing
