#include "services/registry/programmes.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/registry/checks.h"
#include "services/registry/departments.h"
#include "services/registry/facilities.h"
#include "services/registry/facility_status.h"
#include "services/registry/programme_progress.h"
#include "tests/services/registry/registry_fixture.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::registry {
namespace {

using absl::CivilDay;
using ::testing::DoubleNear;
using testing::HasError;
using testing::HasViolation;
using ::testing::Optional;

v1::Programme Year2026() {
  v1::Programme programme;
  *programme.mutable_start_date() = ToDate(CivilDay(2026, 1, 1));
  *programme.mutable_end_date() = ToDate(CivilDay(2026, 12, 31));
  return programme;
}

TEST(ElapsedPercent, IsTheShareOfDaysThatHavePassed) {
  EXPECT_THAT(ElapsedPercent(Year2026(), CivilDay(2026, 4, 1)),
              Optional(DoubleNear(100.0 * 90 / 365, 1e-9)));
}

TEST(ElapsedPercent, StaysWithinItsEnds) {
  EXPECT_THAT(ElapsedPercent(Year2026(), CivilDay(2025, 6, 1)), Optional(0.0));
  EXPECT_THAT(ElapsedPercent(Year2026(), CivilDay(2027, 1, 1)), Optional(100.0));
}

TEST(ElapsedPercent, NeedsBothDays) {
  v1::Programme programme = Year2026();
  programme.clear_end_date();
  EXPECT_EQ(ElapsedPercent(programme, CivilDay(2026, 4, 1)), std::nullopt);
}

class ProgrammesTest : public RegistryTest {
 protected:
  void SetUp() override {
    ASSERT_OK(AddArea({"gov"}));
    v1::CreateProgrammeRequest request;
    request.set_parent("directorates/homs");
    request.set_programme_id("twinning");
    *request.mutable_programme() = Year2026();
    request.mutable_programme()->mutable_display_name()->set_ar("التوأمة");
    request.mutable_programme()->set_target_facilities(4);
    ASSERT_OK(CreateProgramme(call(), request));
  }

  void AddMember(const std::string& id) {
    v1::CreateFacilityRequest request = NewFacility({id, "gov"});
    request.mutable_facility()->add_programmes(ProgrammeName("twinning"));
    ASSERT_OK(CreateFacility(call(), request));
  }

  absl::StatusOr<v1::ProgrammeProgress> Progress() {
    v1::GetProgrammeProgressRequest request;
    request.set_name(ProgrammeName("twinning"));
    return GetProgrammeProgress(call(), request);
  }

  static v1::ProgressMeasure Measure(const v1::ProgrammeProgress& progress,
                                     absl::string_view name) {
    for (const v1::ProgressMeasure& measure : progress.measures()) {
      if (measure.measure() == name) return measure;
    }
    ADD_FAILURE() << "no measure " << name;
    return {};
  }
};

TEST_F(ProgrammesTest, CountsTheFacilitiesThatNameIt) {
  for (const char* id : {"a", "b", "c"}) AddMember(id);
  ASSERT_OK(AddFacility({"outside", "gov"}));
  v1::ChangeFacilityStatusRequest change;
  change.set_name(FacilityName("c"));
  change.set_operational_status(v1::Facility::CLOSED_TEMPORARILY);
  ASSERT_OK(ChangeFacilityStatus(call(), change));
  const auto progress = Progress();
  ASSERT_OK(progress);
  EXPECT_EQ(Measure(*progress, "facilities").count(), 3);
  EXPECT_DOUBLE_EQ(Measure(*progress, "facilities").percent(), 75);
  EXPECT_EQ(Measure(*progress, "facilities.full").count(), 2);
  EXPECT_DOUBLE_EQ(Measure(*progress, "facilities.full").percent(), 50);
  EXPECT_EQ(Measure(*progress, "facilities.closed").count(), 1);
  EXPECT_EQ(Measure(*progress, "departments").count(), 0);
  EXPECT_FALSE(Measure(*progress, "departments").has_target());
  EXPECT_FALSE(Measure(*progress, "departments").has_percent());
}

TEST_F(ProgrammesTest, ReportsTheDayOfTheDirectorate) {
  // 08:00 UTC on 9 February 2026; at 22:00 UTC it is 10 February in Damascus.
  EXPECT_EQ(ToCivilDay(Progress()->report_date()), CivilDay(2026, 2, 9));
  clock().Advance(absl::Hours(14));
  EXPECT_EQ(ToCivilDay(Progress()->report_date()), CivilDay(2026, 2, 10));
}

TEST_F(ProgrammesTest, DoesNotCountAProgrammeWhoseNameGoesOn) {
  v1::CreateFacilityRequest request = NewFacility({"a", "gov"});
  ASSERT_OK(AddProgramme("twinning-2"));
  request.mutable_facility()->add_programmes(ProgrammeName("twinning-2"));
  ASSERT_OK(CreateFacility(call(), request));
  EXPECT_EQ(Measure(*Progress(), "facilities").count(), 0);
}

TEST_F(ProgrammesTest, RefusesAnEndBeforeTheStart) {
  v1::UpdateProgrammeRequest request;
  request.mutable_programme()->set_name(ProgrammeName("twinning"));
  *request.mutable_programme()->mutable_end_date() = ToDate(CivilDay(2025, 12, 31));
  request.mutable_update_mask()->add_paths("end_date");
  EXPECT_THAT(UpdateProgramme(call(), request),
              HasViolation("programme.end_date", Reason::END_BEFORE_START));
}

TEST_F(ProgrammesTest, SaysThatAProgrammeIsUnknown) {
  v1::GetProgrammeProgressRequest request;
  request.set_name(ProgrammeName("nothing"));
  EXPECT_THAT(GetProgrammeProgress(call(), request), HasError(Reason::NOT_FOUND));
}

}  // namespace
}  // namespace mudiriya::registry
