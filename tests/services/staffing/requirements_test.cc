#include "services/staffing/requirements.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/staffing/establishments.h"
#include "services/staffing/staffing_norms.h"
#include "services/staffing/staffing_settings.h"
#include "tests/services/staffing/staffing_fixture.h"

namespace mudiriya::staffing {
namespace {

using registry::v1::Facility;
using ::testing::DoubleNear;
using ::testing::ElementsAre;
using testing::HasError;
using testing::HasViolation;
using testing::IsOk;
using v1::Requirement;

class RequirementsTest : public StaffingTest {
 protected:
  absl::StatusOr<Requirement> Of(absl::string_view facility, absl::string_view cadre) {
    v1::GetRequirementRequest request;
    request.set_name(absl::StrCat(FacilityName(facility), "/requirements/", cadre));
    return GetRequirement(call(), request);
  }

  void AddEstablishment(absl::string_view facility, double posts) {
    v1::CreateEstablishmentRequest request;
    request.set_parent(kHoms);
    request.mutable_establishment()->set_facility(FacilityName(facility));
    request.mutable_establishment()->set_cadre(CadreName("nurse"));
    request.mutable_establishment()->set_posts(posts);
    EXPECT_OK(CreateEstablishment(call(), request));
  }

  void AddNorm(Facility::Type type, double staff) {
    v1::CreateStaffingNormRequest request;
    request.set_parent(kHoms);
    request.mutable_staffing_norm()->set_facility_type(type);
    request.mutable_staffing_norm()->set_cadre(CadreName("nurse"));
    request.mutable_staffing_norm()->set_basis(v1::StaffingNorm::PER_FACILITY);
    request.mutable_staffing_norm()->set_staff(staff);
    EXPECT_OK(CreateStaffingNorm(call(), request));
  }

  void AddCentre(const std::string& id, const std::string& district) {
    Place place;
    place.facility = id;
    place.type = Facility::HEALTH_CENTRE;
    place.operational_status = Facility::FULL;
    place.areas = {district};
    place.district = district;
    AddPlace(place);
  }

  std::vector<std::string> PagesOf(v1::ListRequirementsRequest request) {
    std::vector<std::string> pairs;
    do {
      const auto page = ListRequirements(call(), request);
      EXPECT_OK(page);
      if (!page.ok()) break;
      for (const Requirement& requirement : page->requirements()) {
        pairs.push_back(requirement.name().substr(std::string(kHoms).size()));
      }
      request.set_page_token(page->next_page_token());
    } while (!request.page_token().empty());
    return pairs;
  }
};

TEST_F(RequirementsTest, FollowsFromWorkloads) {
  ASSERT_THAT(AddWorkingTime("nurse"), IsOk());
  ASSERT_THAT(AddStandard("visit", "nurse", 15), IsOk());
  ASSERT_THAT(AddWorkload("al-waleed", "visit", 2024, 1), IsOk());
  ASSERT_THAT(AddWorkload("al-waleed", "visit", 2025, 100'000), IsOk());
  ASSERT_OK_AND_ASSIGN(const Requirement requirement, Of("al-waleed", "nurse"));
  EXPECT_EQ(requirement.source(), Requirement::WISN);
  EXPECT_THAT(requirement.required(), DoubleNear(17.46, 0.005));
  EXPECT_EQ(requirement.wisn().year(), 2025);
  EXPECT_EQ(requirement.cadre(), CadreName("nurse"));
  EXPECT_EQ(requirement.facility(), FacilityName("al-waleed"));
}

TEST_F(RequirementsTest, AllowancesOfOneCadreNeverReachAnother) {
  for (const char* cadre : {"nurse", "midwife"}) {
    ASSERT_THAT(AddWorkingTime(cadre), IsOk());
    const std::string visit = absl::StrCat("visit-", cadre);
    ASSERT_THAT(AddStandard(visit, cadre, 15), IsOk());
    ASSERT_THAT(AddWorkload("al-waleed", visit, 2025, 100'000), IsOk());
  }
  ASSERT_THAT(AddSupport("training", "nurse", 80, v1::SupportActivity::HOURS_PER_YEAR), IsOk());
  EXPECT_THAT(Of("al-waleed", "nurse")->required(), DoubleNear(18.49, 0.005));
  EXPECT_THAT(Of("al-waleed", "midwife")->required(), DoubleNear(17.46, 0.005));
}

TEST_F(RequirementsTest, AsksSourcesInOrderAndSaysWhoHadNoAnswer) {
  AddNorm(Facility::HOSPITAL, 6);
  ASSERT_OK_AND_ASSIGN(const Requirement norm, Of("al-waleed", "nurse"));
  EXPECT_EQ(norm.source(), Requirement::NORM);
  EXPECT_EQ(norm.required(), 6);
  ASSERT_EQ(norm.skipped_sources_size(), 2);
  EXPECT_EQ(norm.skipped_sources(0).gap(), Requirement::NO_WORKING_TIME);
  EXPECT_EQ(norm.skipped_sources(1).gap(), Requirement::NO_ESTABLISHMENT);
  AddEstablishment("al-waleed", 9);
  ASSERT_OK_AND_ASSIGN(const Requirement posts, Of("al-waleed", "nurse"));
  EXPECT_EQ(posts.source(), Requirement::ESTABLISHMENT);
  EXPECT_EQ(posts.required(), 9);
  EXPECT_EQ(posts.establishment(), "directorates/homs/establishments/al-waleed--nurse");
}

TEST_F(RequirementsTest, TheDirectorateDecidesOnTheOrder) {
  AddNorm(Facility::HOSPITAL, 6);
  AddEstablishment("al-waleed", 9);
  v1::UpdateStaffingSettingsRequest request;
  request.mutable_staffing_settings()->set_name("directorates/homs/staffingSettings");
  request.mutable_staffing_settings()->add_requirement_sources(Requirement::NORM);
  ASSERT_THAT(UpdateStaffingSettings(call(), request), IsOk());
  EXPECT_EQ(Of("al-waleed", "nurse")->required(), 6);
  // What is left out is never asked.
  EXPECT_FALSE(Of("al-waleed", "midwife")->has_required());
}

TEST_F(RequirementsTest, EstimatesFromTheSameTypeInTheSameDistrict) {
  for (const char* id : {"c1", "c2", "c3"}) AddCentre(id, "qusayr");
  AddCentre("far", "talkalakh");
  AddEstablishment("c1", 2);
  AddEstablishment("c2", 5);
  AddEstablishment("far", 100);
  AddEstablishment("al-waleed", 50);  // a hospital
  ASSERT_OK_AND_ASSIGN(const Requirement requirement, Of("c3", "nurse"));
  EXPECT_EQ(requirement.source(), Requirement::ESTIMATED);
  EXPECT_EQ(requirement.required(), 3.5);
  EXPECT_EQ(requirement.estimate().facility_count(), 2);
  EXPECT_EQ(requirement.estimate().required_sum(), 7);
  EXPECT_EQ(requirement.estimate().district(), AreaName("qusayr"));
}

TEST_F(RequirementsTest, WhatNothingTellsIsNotZero) {
  ASSERT_OK_AND_ASSIGN(const Requirement requirement, Of("al-waleed", "nurse"));
  EXPECT_FALSE(requirement.has_required());
  EXPECT_EQ(requirement.source(), Requirement::SOURCE_UNSPECIFIED);
  EXPECT_EQ(requirement.skipped_sources_size(), 4);
}

TEST_F(RequirementsTest, IsOfAFacilityAndACadreThatExist) {
  EXPECT_THAT(Of("nowhere", "nurse"), HasError(Reason::NOT_FOUND));
  EXPECT_THAT(Of("al-waleed", "wizard"), HasError(Reason::NOT_FOUND));
}

TEST_F(RequirementsTest, ListsEachCadreOfEachFacilityPageByPage) {
  v1::ListRequirementsRequest request;
  request.set_parent(FacilityName("-"));
  for (const int page_size : {1, 2, 3, 100}) {
    request.set_page_size(page_size);
    EXPECT_THAT(PagesOf(request), ElementsAre("/facilities/al-qusayr/requirements/midwife",
                                              "/facilities/al-qusayr/requirements/nurse",
                                              "/facilities/al-waleed/requirements/midwife",
                                              "/facilities/al-waleed/requirements/nurse"));
  }
  request.set_cadre(CadreName("nurse"));
  request.set_parent(FacilityName("al-waleed"));
  EXPECT_THAT(PagesOf(request), ElementsAre("/facilities/al-waleed/requirements/nurse"));
}

TEST_F(RequirementsTest, ATokenBelongsToItsQuery) {
  v1::ListRequirementsRequest request;
  request.set_parent(FacilityName("-"));
  request.set_page_size(1);
  request.set_page_token(ListRequirements(call(), request)->next_page_token());
  request.set_cadre(CadreName("nurse"));
  EXPECT_THAT(ListRequirements(call(), request),
              HasViolation("page_token", Reason::FOREIGN_PAGE_TOKEN));
  request.set_page_token("rubbish");
  EXPECT_THAT(ListRequirements(call(), request),
              HasViolation("page_token", Reason::INVALID_PAGE_TOKEN));
}

// The worked example of the HIV clinic in Kisumu, with nothing on record.
TEST_F(RequirementsTest, ComputesFromWhatIsGiven) {
  v1::ComputeRequirementRequest request;
  request.set_parent(kHoms);
  v1::WorkingTime& time = *request.mutable_working_time();
  time.set_days_per_week(4.5);
  time.set_hours_per_day(8);
  time.set_public_holiday_days(10);
  time.set_annual_leave_days(30);
  time.set_sick_leave_days(15);
  v1::ComputeRequirementRequest::Activity& visit = *request.add_activities();
  visit.set_unit_time_minutes(15);
  visit.set_annual_volume(100'000);
  EXPECT_THAT(ComputeRequirement(call(), request)->required(), DoubleNear(17.46, 0.005));
  v1::ComputeRequirementRequest::Support& support = *request.add_support_activities();
  support.set_amount(80);
  support.set_unit(v1::SupportActivity::HOURS_PER_YEAR);
  EXPECT_THAT(ComputeRequirement(call(), request)->required(), DoubleNear(18.49, 0.005));
  EXPECT_EQ(database().Scalar("SELECT COUNT(*) FROM workload"), "0");
}

TEST_F(RequirementsTest, ComputesNothingFromNonsense) {
  v1::ComputeRequirementRequest request;
  request.set_parent(kHoms);
  request.mutable_working_time()->set_days_per_week(5);
  request.mutable_working_time()->set_hours_per_day(8);
  request.mutable_working_time()->set_sick_leave_days(260);
  v1::ComputeRequirementRequest::Support& support = *request.add_support_activities();
  support.set_amount(100);
  support.set_unit(v1::SupportActivity::PERCENT);
  request.add_activities()->set_annual_volume(1);
  const absl::Status status = ComputeRequirement(call(), request).status();
  EXPECT_THAT(status, HasViolation("working_time.available_hours", Reason::NOT_GREATER));
  EXPECT_THAT(status, HasViolation("support_activities", Reason::ALLOWANCES_REACH_ONE));
  EXPECT_THAT(status, HasViolation("activities[0].unit_time_minutes", Reason::REQUIRED));
}

}  // namespace
}  // namespace mudiriya::staffing
