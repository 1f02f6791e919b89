#include "services/registry/calendar.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/registry/checks.h"
#include "services/registry/directorates.h"
#include "services/registry/holidays.h"
#include "tests/services/registry/registry_fixture.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::registry {
namespace {

using absl::CivilDay;
using testing::HasError;
using testing::HasViolation;

class CalendarTest : public RegistryTest {
 protected:
  void SetUp() override { ASSERT_OK(AddHoliday("eid-3", ToDate(CivilDay(2026, 3, 22)))); }

  absl::StatusOr<v1::Holiday> AddHoliday(const std::string& id, const google::type::Date& date,
                                         const std::string& parent = "directorates/homs") {
    v1::CreateHolidayRequest request;
    request.set_parent(parent);
    request.set_holiday_id(id);
    request.mutable_holiday()->mutable_display_name()->set_ar("عيد الفطر");
    *request.mutable_holiday()->mutable_date() = date;
    return CreateHoliday(call(), request);
  }

  absl::StatusOr<v1::CountWorkingDaysResponse> Count(CivilDay first, CivilDay last) {
    v1::CountWorkingDaysRequest request;
    request.set_directorate("directorates/homs");
    *request.mutable_start_date() = ToDate(first);
    *request.mutable_end_date() = ToDate(last);
    return CountWorkingDays(call(), request);
  }
};

TEST_F(CalendarTest, CountsByWeekendAndHolidays) {
  const auto counts = Count(CivilDay(2026, 3, 1), CivilDay(2026, 3, 31));
  ASSERT_OK(counts);
  EXPECT_EQ(counts->working_days(), 22);
  EXPECT_EQ(counts->calendar_days(), 31);
  EXPECT_EQ(counts->weekend_days(), 8);
  EXPECT_EQ(counts->holiday_days(), 1);
}

TEST_F(CalendarTest, CountsTwoHolidaysOfOneDayOnce) {
  ASSERT_OK(AddHoliday("mothers-day", ToDate(CivilDay(2026, 3, 22))));
  EXPECT_EQ(Count(CivilDay(2026, 3, 1), CivilDay(2026, 3, 31))->holiday_days(), 1);
}

TEST_F(CalendarTest, FollowsADifferentWeekend) {
  v1::UpdateDirectorateRequest request;
  request.mutable_directorate()->set_name("directorates/homs");
  request.mutable_directorate()->add_weekend_days(google::type::SATURDAY);
  request.mutable_directorate()->add_weekend_days(google::type::SUNDAY);
  request.mutable_update_mask()->add_paths("weekend_days");
  ASSERT_OK(UpdateDirectorate(call(), request));
  // Sunday 22 March is weekend now, so the holiday saves nobody a working day.
  EXPECT_EQ(Count(CivilDay(2026, 3, 1), CivilDay(2026, 3, 31))->working_days(), 31 - 9);
}

TEST_F(CalendarTest, ForgetsARemovedHoliday) {
  v1::DeleteHolidayRequest request;
  request.set_name("directorates/homs/holidays/eid-3");
  ASSERT_OK(DeleteHoliday(call(), request));
  EXPECT_EQ(Count(CivilDay(2026, 3, 1), CivilDay(2026, 3, 31))->working_days(), 23);
}

TEST_F(CalendarTest, KnowsNothingOfHolidaysElsewhere) {
  ASSERT_OK(AddDirectorate("assiut"));
  ASSERT_OK(AddHoliday("other", ToDate(CivilDay(2026, 3, 23)), "directorates/assiut"));
  EXPECT_EQ(Count(CivilDay(2026, 3, 1), CivilDay(2026, 3, 31))->holiday_days(), 1);
}

TEST_F(CalendarTest, RefusesAPeriodThatIsBackwardsOrTooLong) {
  EXPECT_THAT(Count(CivilDay(2026, 3, 2), CivilDay(2026, 3, 1)),
              HasViolation("end_date", Reason::END_BEFORE_START));
  EXPECT_OK(Count(CivilDay(2026, 1, 1), CivilDay(2026, 1, 1) + 3660));
  EXPECT_THAT(Count(CivilDay(2026, 1, 1), CivilDay(2026, 1, 1) + 3661),
              HasViolation("end_date", Reason::ABOVE_MAXIMUM));
}

TEST_F(CalendarTest, SaysThatADirectorateIsUnknown) {
  v1::CountWorkingDaysRequest request;
  request.set_directorate("directorates/nowhere");
  *request.mutable_start_date() = ToDate(CivilDay(2026, 1, 1));
  *request.mutable_end_date() = ToDate(CivilDay(2026, 1, 2));
  EXPECT_THAT(CountWorkingDays(call(), request), HasError(Reason::NOT_FOUND));
}

TEST_F(CalendarTest, FindsADueDate) {
  v1::AddWorkingDaysRequest request;
  request.set_directorate("directorates/homs");
  *request.mutable_date() = ToDate(CivilDay(2026, 3, 18));
  request.set_working_days(7);
  const auto response = AddWorkingDays(call(), request);
  ASSERT_OK(response);
  EXPECT_EQ(ToCivilDay(response->date()), CivilDay(2026, 3, 30));
}

TEST_F(CalendarTest, ListsTheTableOfAYear) {
  ASSERT_OK(AddHoliday("next", ToDate(CivilDay(2027, 1, 1))));
  ASSERT_OK(AddHoliday("labour", ToDate(CivilDay(2026, 5, 1))));
  v1::ListHolidaysRequest request;
  request.set_parent("directorates/homs");
  request.set_filter("date >= \"2026-01-01\" AND date <= \"2026-12-31\"");
  request.set_order_by("date desc");
  const auto response = ListHolidays(call(), request);
  ASSERT_OK(response);
  ASSERT_EQ(response->holidays_size(), 2);
  EXPECT_EQ(response->holidays(0).name(), "directorates/homs/holidays/labour");
}

}  // namespace
}  // namespace mudiriya::registry
