#include "services/registry/departments.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/registry/facilities.h"
#include "tests/services/registry/registry_fixture.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::registry {
namespace {

using testing::HasError;
using testing::HasViolation;

class DepartmentsTest : public RegistryTest {
 protected:
  void SetUp() override {
    ASSERT_OK(AddArea({"gov"}));
    ASSERT_OK(AddFacility({"a", "gov"}));
    ASSERT_OK(AddFacility({"b", "gov"}));
  }
};

TEST_F(DepartmentsTest, BelongsToItsFacilityByName) {
  const auto department = AddDepartment("a", "emergency");
  ASSERT_OK(department);
  EXPECT_EQ(department->name(), "directorates/homs/facilities/a/departments/emergency");
  EXPECT_OK(AddDepartment("b", "emergency"));
}

TEST_F(DepartmentsTest, RefusesAnUnknownFacility) {
  EXPECT_THAT(AddDepartment("nothing", "emergency"), HasError(Reason::NOT_FOUND));
}

TEST_F(DepartmentsTest, IsListedAcrossFacilities) {
  ASSERT_OK(AddDepartment("a", "emergency"));
  ASSERT_OK(AddDepartment("b", "emergency"));
  v1::ListDepartmentsRequest request;
  request.set_parent("directorates/homs/facilities/-");
  request.set_filter("kind = EMERGENCY");
  const auto across = ListDepartments(call(), request);
  ASSERT_OK(across);
  EXPECT_EQ(across->departments_size(), 2);
  request.set_parent(FacilityName("b"));
  EXPECT_EQ(ListDepartments(call(), request)->departments_size(), 1);
}

TEST_F(DepartmentsTest, RefusesAProgrammeTwiceOrUnknown) {
  ASSERT_OK(AddDepartment("a", "emergency"));
  v1::UpdateDepartmentRequest request;
  request.mutable_department()->set_name(FacilityName("a") + "/departments/emergency");
  request.mutable_department()->add_programmes(ProgrammeName("twinning"));
  request.mutable_update_mask()->add_paths("programmes");
  EXPECT_THAT(UpdateDepartment(call(), request), HasError(Reason::REFERENCE_NOT_FOUND));
  ASSERT_OK(AddProgramme("twinning"));
  EXPECT_OK(UpdateDepartment(call(), request));
  request.mutable_department()->add_programmes(ProgrammeName("twinning"));
  EXPECT_THAT(UpdateDepartment(call(), request),
              HasViolation("department.programmes", Reason::DUPLICATE_ITEM));
}

TEST_F(DepartmentsTest, ComesBackOnlyIntoAFacilityThatIsThere) {
  ASSERT_OK(AddDepartment("a", "emergency"));
  v1::DeleteDepartmentRequest deletion;
  deletion.set_name(FacilityName("a") + "/departments/emergency");
  ASSERT_OK(DeleteDepartment(call(), deletion));
  v1::DeleteFacilityRequest facility;
  facility.set_name(FacilityName("a"));
  ASSERT_OK(DeleteFacility(call(), facility));
  v1::UndeleteDepartmentRequest request;
  request.set_name(deletion.name());
  EXPECT_THAT(UndeleteDepartment(call(), request), HasError(Reason::DELETED));
}

}  // namespace
}  // namespace mudiriya::registry
