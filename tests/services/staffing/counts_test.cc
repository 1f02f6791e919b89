// Returns, establishments, norms and substitution rules: what is told apart by what it says.

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/staffing/establishments.h"
#include "services/staffing/staff_returns.h"
#include "services/staffing/staffing_norms.h"
#include "services/staffing/substitution_rules.h"
#include "tests/services/staffing/staffing_fixture.h"

namespace mudiriya::staffing {
namespace {

using ::testing::ElementsAre;
using testing::HasViolation;
using testing::IsOk;
using testing::StatusIs;

class CountsTest : public StaffingTest {
 protected:
  v1::CreateStaffReturnRequest NewReturn(double head_count) {
    v1::CreateStaffReturnRequest request;
    request.set_parent(kHoms);
    v1::StaffReturn& row = *request.mutable_staff_return();
    row.set_facility(FacilityName("al-waleed"));
    row.set_cadre(CadreName("nurse"));
    *row.mutable_month() = Day("2024-06-01");
    row.set_head_count(head_count);
    return request;
  }
};

TEST_F(CountsTest, AReturnIsNamedAfterWhatItSays) {
  ASSERT_OK_AND_ASSIGN(const v1::StaffReturn made, CreateStaffReturn(call(), NewReturn(12.5)));
  EXPECT_EQ(made.name(), "directorates/homs/staffReturns/al-waleed--nurse--2024-06");
  EXPECT_EQ(made.head_count(), 12.5);
  EXPECT_FALSE(made.has_full_time_count());
  EXPECT_THAT(Recorded().keys, ElementsAre(LevelKey{"al-waleed", "nurse"}));
  EXPECT_THAT(CreateStaffReturn(call(), NewReturn(13)), StatusIs(absl::StatusCode::kAlreadyExists));
}

TEST_F(CountsTest, AReturnTakesNoOtherName) {
  v1::CreateStaffReturnRequest request = NewReturn(12);
  request.set_staff_return_id("june");
  EXPECT_THAT(CreateStaffReturn(call(), request),
              HasViolation("staff_return.name", Reason::MISMATCH));
}

TEST_F(CountsTest, AReturnIsCorrectedByWritingItAnew) {
  v1::UpdateStaffReturnRequest request;
  *request.mutable_staff_return() = NewReturn(12).staff_return();
  request.mutable_staff_return()->set_name(
      "directorates/homs/staffReturns/al-waleed--nurse--2024-06");
  request.set_allow_missing(true);
  ASSERT_THAT(UpdateStaffReturn(call(), request), IsOk());
  request.mutable_staff_return()->set_head_count(14);
  ASSERT_OK_AND_ASSIGN(const v1::StaffReturn corrected, UpdateStaffReturn(call(), request));
  EXPECT_EQ(corrected.head_count(), 14);
  EXPECT_EQ(database().Scalar("SELECT COUNT(*) FROM staff_return"), "1");
}

TEST_F(CountsTest, AReturnIsForAMonthAndCountsNoMoreThanThereAre) {
  v1::CreateStaffReturnRequest request = NewReturn(12);
  *request.mutable_staff_return()->mutable_month() = Day("2024-06-15");
  request.mutable_staff_return()->set_full_time_count(13);
  const absl::Status status = CreateStaffReturn(call(), request).status();
  EXPECT_THAT(status, HasViolation("staff_return.month", Reason::INVALID_DATE));
  EXPECT_THAT(status, HasViolation("staff_return.full_time_count", Reason::ABOVE_MAXIMUM));
}

TEST_F(CountsTest, AReturnOfAnUnknownFacilityOrCadreIsRefused) {
  v1::CreateStaffReturnRequest request = NewReturn(12);
  request.mutable_staff_return()->set_facility(FacilityName("nowhere"));
  EXPECT_THAT(CreateStaffReturn(call(), request),
              HasViolation("staff_return.facility", Reason::REFERENCE_NOT_FOUND));
  request = NewReturn(12);
  request.mutable_staff_return()->set_cadre(CadreName("wizard"));
  EXPECT_THAT(CreateStaffReturn(call(), request),
              HasViolation("staff_return.cadre", Reason::REFERENCE_NOT_FOUND));
}

TEST_F(CountsTest, AnEstablishmentIsOneForFacilityAndCadre) {
  v1::CreateEstablishmentRequest request;
  request.set_parent(kHoms);
  request.mutable_establishment()->set_facility(FacilityName("al-qusayr"));
  request.mutable_establishment()->set_cadre(CadreName("nurse"));
  request.mutable_establishment()->set_posts(24);
  ASSERT_OK_AND_ASSIGN(const v1::Establishment made, CreateEstablishment(call(), request));
  EXPECT_EQ(made.name(), "directorates/homs/establishments/al-qusayr--nurse");
  EXPECT_THAT(Recorded().keys, ElementsAre(LevelKey{"al-qusayr", "nurse"}));
  EXPECT_THAT(CreateEstablishment(call(), request), StatusIs(absl::StatusCode::kAlreadyExists));
}

TEST_F(CountsTest, ANormRefreshesAllOfItsCadre) {
  v1::CreateStaffingNormRequest request;
  request.set_parent(kHoms);
  request.mutable_staffing_norm()->set_facility_type(registry::v1::Facility::HEALTH_CENTRE);
  request.mutable_staffing_norm()->set_cadre(CadreName("nurse"));
  request.mutable_staffing_norm()->set_basis(v1::StaffingNorm::PER_FACILITY);
  request.mutable_staffing_norm()->set_staff(3);
  ASSERT_OK_AND_ASSIGN(const v1::StaffingNorm made, CreateStaffingNorm(call(), request));
  EXPECT_EQ(made.name(), "directorates/homs/staffingNorms/health-centre--nurse");
  EXPECT_THAT(Recorded().cadres, ElementsAre("nurse"));
}

TEST_F(CountsTest, NoCadreStandsInForItself) {
  v1::CreateSubstitutionRuleRequest request;
  request.set_parent(kHoms);
  request.mutable_substitution_rule()->set_needed_cadre(CadreName("midwife"));
  request.mutable_substitution_rule()->set_substitute_cadre(CadreName("midwife"));
  EXPECT_THAT(CreateSubstitutionRule(call(), request),
              HasViolation("substitution_rule.substitute_cadre", Reason::SAME_CADRE));
  request.mutable_substitution_rule()->set_substitute_cadre(CadreName("nurse"));
  ASSERT_OK_AND_ASSIGN(const v1::SubstitutionRule made, CreateSubstitutionRule(call(), request));
  EXPECT_EQ(made.name(), "directorates/homs/substitutionRules/midwife--nurse");
}

}  // namespace
}  // namespace mudiriya::staffing
