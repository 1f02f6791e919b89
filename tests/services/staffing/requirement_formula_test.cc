#include "services/staffing/requirement_formula.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "mudiriya/registry/v1/facility.pb.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::staffing {
namespace {

using registry::v1::Facility;
using ::testing::DoubleNear;
using testing::IsOkAndHolds;
using v1::Requirement;

// The clinic of the WISN manual's kind: 4.5 days · 52 weeks less 10, 30 and 15 days, 8 hours.
CadreRecords Clinic() {
  CadreRecords cadre;
  v1::WorkingTime& time = cadre.working_time.emplace();
  time.set_days_per_week(4.5);
  time.set_hours_per_day(8);
  time.set_public_holiday_days(10);
  time.set_annual_leave_days(30);
  time.set_sick_leave_days(15);
  cadre.standards["visit"].set_unit_time_minutes(15);
  cadre.standards["visit"].set_name("directorates/homs/activityStandards/visit");
  return cadre;
}

FacilityRecords Visits() {
  FacilityRecords facility;
  facility.year = 2025;
  facility.volumes = {{"visit", 100'000}};
  return facility;
}

v1::SupportActivity Support(double amount, v1::SupportActivity::Unit unit) {
  v1::SupportActivity activity;
  activity.set_amount(amount);
  activity.set_unit(unit);
  return activity;
}

TEST(AskSource, GivesThePublishedFigure) {
  Requirement requirement;
  EXPECT_THAT(AskSource(Requirement::WISN, Clinic(), Visits(), {}, requirement),
              IsOkAndHolds(true));
  EXPECT_THAT(requirement.required(), DoubleNear(17.46, 0.005));
  EXPECT_EQ(requirement.source(), Requirement::WISN);
  EXPECT_EQ(requirement.wisn().available_days(), 179);
  EXPECT_EQ(requirement.wisn().available_hours(), 1432);
  EXPECT_EQ(requirement.wisn().activities(0).standard_workload(), 5728);
  EXPECT_EQ(requirement.wisn().year(), 2025);
}

// Ten days of support a year: CAF 1.0592, 18.49 staff.
TEST(AskSource, GivesThePublishedFigureWithSupport) {
  CadreRecords cadre = Clinic();
  cadre.support_activities = {Support(80, v1::SupportActivity::HOURS_PER_YEAR)};
  Requirement requirement;
  EXPECT_THAT(AskSource(Requirement::WISN, cadre, Visits(), {}, requirement), IsOkAndHolds(true));
  EXPECT_THAT(requirement.wisn().support_factor(), DoubleNear(1.0592, 0.00005));
  EXPECT_THAT(requirement.required(), DoubleNear(18.49, 0.005));
}

TEST(AskSource, AddsWhatSomeDoBesides) {
  FacilityRecords facility = Visits();
  v1::AdditionalActivity& activity = facility.additional_activities.emplace_back();
  activity.set_staff_count(2);
  activity.set_hours_per_year(716);
  Requirement requirement;
  EXPECT_THAT(AskSource(Requirement::WISN, Clinic(), facility, {}, requirement),
              IsOkAndHolds(true));
  EXPECT_EQ(requirement.wisn().additional_factor(), 1);
  EXPECT_THAT(requirement.required(), DoubleNear(18.46, 0.005));
}

TEST(AskSource, RatesAreAsGoodAsTimes) {
  CadreRecords cadre = Clinic();
  cadre.standards["visit"].set_units_per_hour(4);
  cadre.standards["visit"].clear_unit_time_minutes();
  Requirement requirement;
  EXPECT_THAT(AskSource(Requirement::WISN, cadre, Visits(), {}, requirement), IsOkAndHolds(true));
  EXPECT_THAT(requirement.required(), DoubleNear(17.46, 0.005));
}

TEST(ShareOf, MeasuresEachUnitInWorkingTime) {
  const WorkingTime time = TimeOf(*Clinic().working_time);
  EXPECT_DOUBLE_EQ(ShareOf(Support(5, v1::SupportActivity::PERCENT), time), 0.05);
  EXPECT_DOUBLE_EQ(ShareOf(Support(1, v1::SupportActivity::HOURS_PER_DAY), time), 1.0 / 8);
  EXPECT_DOUBLE_EQ(ShareOf(Support(2, v1::SupportActivity::HOURS_PER_WEEK), time), 2.0 / 36);
  EXPECT_DOUBLE_EQ(ShareOf(Support(3, v1::SupportActivity::HOURS_PER_MONTH), time), 36.0 / 1432);
  EXPECT_DOUBLE_EQ(ShareOf(Support(80, v1::SupportActivity::HOURS_PER_YEAR), time), 80.0 / 1432);
  EXPECT_EQ(ShareOf(Support(80, v1::SupportActivity::HOURS_PER_YEAR), {.hours_per_day = 0}), 0);
}

// What is asked, and what the source that has no answer says about it.
struct Missing {
  Requirement::Source source;
  CadreRecords cadre;
  FacilityRecords records;
  FacilityFacts facts;
  Requirement::Gap gap;
};

v1::StaffingNorm Norm(v1::StaffingNorm::Basis basis, double staff, double minimum = 0) {
  v1::StaffingNorm norm;
  norm.set_basis(basis);
  norm.set_staff(staff);
  if (minimum > 0) norm.set_minimum_staff(minimum);
  return norm;
}

CadreRecords WithNorm(const v1::StaffingNorm& norm) {
  CadreRecords cadre;
  cadre.norms[Facility::HOSPITAL] = norm;
  return cadre;
}

TEST(AskSource, SaysWhatIsMissing) {
  const FacilityFacts hospital{.type = Facility::HOSPITAL, .beds = {}, .catchment_population = {}};
  const Missing cases[] = {{Requirement::WISN, {}, Visits(), {}, Requirement::NO_WORKING_TIME},
                           {Requirement::WISN, Clinic(), {}, {}, Requirement::NO_WORKLOAD},
                           {Requirement::ESTABLISHMENT, {}, {}, {}, Requirement::NO_ESTABLISHMENT},
                           {Requirement::NORM, {}, {}, hospital, Requirement::NO_NORM},
                           {Requirement::NORM,
                            WithNorm(Norm(v1::StaffingNorm::PER_BED, 1)),
                            {},
                            hospital,
                            Requirement::NO_BEDS},
                           {Requirement::NORM,
                            WithNorm(Norm(v1::StaffingNorm::PER_10000_POPULATION, 1)),
                            {},
                            hospital,
                            Requirement::NO_CATCHMENT_POPULATION}};
  for (const Missing& missing : cases) {
    Requirement requirement;
    EXPECT_THAT(
        AskSource(missing.source, missing.cadre, missing.records, missing.facts, requirement),
        IsOkAndHolds(false));
    EXPECT_FALSE(requirement.has_required());
    ASSERT_EQ(requirement.skipped_sources_size(), 1);
    EXPECT_EQ(requirement.skipped_sources(0).source(), missing.source);
    EXPECT_EQ(requirement.skipped_sources(0).gap(), missing.gap);
  }
}

TEST(AskSource, CountsNormsByTheirBasis) {
  const FacilityFacts facts{
      .type = Facility::HOSPITAL, .beds = 120, .catchment_population = 45'000};
  const std::pair<v1::StaffingNorm, double> cases[] = {
      {Norm(v1::StaffingNorm::PER_FACILITY, 3), 3},
      {Norm(v1::StaffingNorm::PER_BED, 0.8), 96},
      {Norm(v1::StaffingNorm::PER_10000_POPULATION, 2), 9},
      {Norm(v1::StaffingNorm::PER_10000_POPULATION, 2, 12), 12}};
  for (const auto& [norm, required] : cases) {
    Requirement requirement;
    EXPECT_THAT(AskSource(Requirement::NORM, WithNorm(norm), {}, facts, requirement),
                IsOkAndHolds(true));
    EXPECT_DOUBLE_EQ(requirement.required(), required);
    EXPECT_DOUBLE_EQ(requirement.norm().units() * requirement.norm().staff(),
                     norm.has_minimum_staff() ? 9 : required);
  }
}

TEST(AskSource, AnEstablishmentOfZeroRequiresNobody) {
  FacilityRecords facility;
  facility.establishment.emplace().set_posts(0);
  Requirement requirement;
  EXPECT_THAT(AskSource(Requirement::ESTABLISHMENT, {}, facility, {}, requirement),
              IsOkAndHolds(true));
  EXPECT_TRUE(requirement.has_required());
  EXPECT_EQ(requirement.required(), 0);
}

}  // namespace
}  // namespace mudiriya::staffing
