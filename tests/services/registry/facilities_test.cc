#include "services/registry/facilities.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/registry/areas.h"
#include "services/registry/departments.h"
#include "tests/services/registry/registry_fixture.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::registry {
namespace {

using ::testing::ElementsAre;
using testing::HasError;
using testing::HasViolation;

class FacilitiesTest : public RegistryTest {
 protected:
  void SetUp() override {
    ASSERT_OK(AddArea({"gov", v1::Area::GOVERNORATE}));
    ASSERT_OK(AddArea({"dist", v1::Area::DISTRICT, "gov"}));
    ASSERT_OK(AddArea({"sub", v1::Area::SUBDISTRICT, "dist"}));
  }

  absl::StatusOr<v1::Facility> SetParent(absl::string_view id, absl::string_view parent) {
    v1::UpdateFacilityRequest request;
    request.mutable_facility()->set_name(FacilityName(id));
    request.mutable_facility()->set_parent_facility(FacilityName(parent));
    request.mutable_update_mask()->add_paths("parent_facility");
    return UpdateFacility(call(), request);
  }

  absl::StatusOr<v1::Facility> Delete(absl::string_view id) {
    v1::DeleteFacilityRequest request;
    request.set_name(FacilityName(id));
    return DeleteFacility(call(), request);
  }

  std::vector<std::string> Listed(const std::string& ancestor, const std::string& filter = "") {
    v1::ListFacilitiesRequest request;
    request.set_parent("directorates/homs");
    if (!ancestor.empty()) request.set_ancestor_area(AreaName(ancestor));
    request.set_filter(filter);
    const auto response = ListFacilities(call(), request);
    EXPECT_OK(response);
    std::vector<std::string> ids;
    if (!response.ok()) return ids;
    for (const v1::Facility& row : response->facilities()) {
      ids.push_back(row.name().substr(row.name().rfind('/') + 1));
    }
    return ids;
  }
};

TEST_F(FacilitiesTest, KeepsEveryField) {
  ASSERT_OK(AddProgramme("twinning"));
  v1::CreateFacilityRequest request = NewFacility({"al-waleed", "sub"});
  v1::Facility& given = *request.mutable_facility();
  given.set_code("HMS-0042");
  given.mutable_display_name()->set_ar("مستشفى الوليد");
  given.set_level(v1::Facility::SECONDARY);
  given.mutable_location()->set_latitude(34.7421);
  given.mutable_location()->set_longitude(36.6829);
  given.set_catchment_population(210000);
  given.set_beds(0);
  given.add_services_offered("emergency");
  given.add_services_offered("maternity");
  given.add_programmes(ProgrammeName("twinning"));
  given.set_referral(true);
  ASSERT_OK(CreateFacility(call(), request));
  const auto read = ReadFacility("al-waleed");
  ASSERT_OK(read);
  EXPECT_EQ(read->code(), "HMS-0042");
  EXPECT_EQ(read->display_name().ar(), "مستشفى الوليد");
  EXPECT_EQ(read->level(), v1::Facility::SECONDARY);
  EXPECT_EQ(read->area(), AreaName("sub"));
  EXPECT_DOUBLE_EQ(read->location().latitude(), 34.7421);
  EXPECT_EQ(read->catchment_population(), 210000);
  EXPECT_TRUE(read->has_beds());
  EXPECT_THAT(read->services_offered(), ElementsAre("emergency", "maternity"));
  EXPECT_THAT(read->programmes(), ElementsAre(ProgrammeName("twinning")));
  EXPECT_TRUE(read->referral());
  EXPECT_EQ(read->operational_status(), v1::Facility::FULL);
}

TEST_F(FacilitiesTest, BeginsInFullOperationWhateverTheRequestSays) {
  v1::CreateFacilityRequest request = NewFacility({"a", "sub"});
  request.mutable_facility()->set_operational_status(v1::Facility::CLOSED);
  const auto facility = CreateFacility(call(), request);
  ASSERT_OK(facility);
  EXPECT_EQ(facility->operational_status(), v1::Facility::FULL);
}

TEST_F(FacilitiesTest, RefusesAnUnknownArea) {
  EXPECT_THAT(AddFacility({"a", "nowhere"}), HasError(Reason::REFERENCE_NOT_FOUND));
}

TEST_F(FacilitiesTest, RefusesADeletedArea) {
  v1::DeleteAreaRequest request;
  request.set_name(AreaName("sub"));
  ASSERT_OK(DeleteArea(call(), request));
  EXPECT_THAT(AddFacility({"a", "sub"}), HasError(Reason::DELETED));
}

TEST_F(FacilitiesTest, RefusesAnUnknownProgramme) {
  v1::CreateFacilityRequest request = NewFacility({"a", "sub"});
  request.mutable_facility()->add_programmes(ProgrammeName("nothing"));
  EXPECT_THAT(CreateFacility(call(), request), HasError(Reason::REFERENCE_NOT_FOUND));
}

TEST_F(FacilitiesTest, RefusesATakenCode) {
  v1::CreateFacilityRequest request = NewFacility({"a", "sub"});
  request.mutable_facility()->set_code("HMS-1");
  ASSERT_OK(CreateFacility(call(), request));
  request.set_facility_id("b");
  EXPECT_THAT(CreateFacility(call(), request), HasError(Reason::VALUE_TAKEN));
}

TEST_F(FacilitiesTest, ReportsEveryFaultTogether) {
  v1::CreateFacilityRequest request = NewFacility({"a", "sub"});
  for (int i = 0; i < 2; ++i) {
    request.mutable_facility()->add_services_offered("emergency");
    request.mutable_facility()->add_programmes(ProgrammeName("twinning"));
  }
  const auto result = CreateFacility(call(), request);
  EXPECT_THAT(result, HasViolation("facility.programmes", Reason::DUPLICATE_ITEM));
  EXPECT_THAT(result, HasViolation("facility.services_offered", Reason::DUPLICATE_ITEM));
}

TEST_F(FacilitiesTest, RefusesACycleOfBranches) {
  for (const char* id : {"a", "b", "c"}) ASSERT_OK(AddFacility({id, "sub"}));
  EXPECT_THAT(SetParent("a", "a"), HasError(Reason::CYCLE));
  ASSERT_OK(SetParent("b", "a"));
  ASSERT_OK(SetParent("c", "b"));
  EXPECT_THAT(SetParent("a", "c"), HasError(Reason::CYCLE));
  EXPECT_THAT(SetParent("a", "nothing"), HasError(Reason::REFERENCE_NOT_FOUND));
}

TEST_F(FacilitiesTest, IsNotDeletedWhileBranchesOrDepartmentsRemain) {
  for (const char* id : {"a", "b"}) ASSERT_OK(AddFacility({id, "sub"}));
  ASSERT_OK(SetParent("b", "a"));
  EXPECT_THAT(Delete("a"), HasError(Reason::IN_USE));
  ASSERT_OK(AddDepartment("b", "emergency"));
  EXPECT_THAT(Delete("b"), HasError(Reason::IN_USE));
  v1::DeleteDepartmentRequest request;
  request.set_name(FacilityName("b") + "/departments/emergency");
  ASSERT_OK(DeleteDepartment(call(), request));
  ASSERT_OK(Delete("b"));
  EXPECT_OK(Delete("a"));
}

TEST_F(FacilitiesTest, ComesBackOnlyIntoAnAreaThatIsThere) {
  ASSERT_OK(AddFacility({"a", "sub"}));
  ASSERT_OK(Delete("a"));
  v1::DeleteAreaRequest deletion;
  deletion.set_name(AreaName("sub"));
  ASSERT_OK(DeleteArea(call(), deletion));
  v1::UndeleteFacilityRequest request;
  request.set_name(FacilityName("a"));
  EXPECT_THAT(UndeleteFacility(call(), request), HasError(Reason::DELETED));
  EXPECT_TRUE(ReadFacility("a")->has_delete_time());
}

TEST_F(FacilitiesTest, ListsTheWholeSubtreeOfAnArea) {
  ASSERT_OK(AddArea({"dist-2", v1::Area::DISTRICT, "gov"}));
  ASSERT_OK(AddFacility({"in-gov", "gov"}));
  ASSERT_OK(AddFacility({"in-sub", "sub"}));
  ASSERT_OK(AddFacility({"in-dist-2", "dist-2"}));
  EXPECT_THAT(Listed("gov"), ElementsAre("in-dist-2", "in-gov", "in-sub"));
  EXPECT_THAT(Listed("dist"), ElementsAre("in-sub"));
  EXPECT_THAT(Listed(""), ElementsAre("in-dist-2", "in-gov", "in-sub"));
}

TEST_F(FacilitiesTest, FiltersWithinASubtree) {
  ASSERT_OK(AddFacility({"hospital", "sub"}));
  ASSERT_OK(AddFacility({"clinic", "sub", v1::Facility::CLINIC}));
  EXPECT_THAT(Listed("dist", "type = CLINIC"), ElementsAre("clinic"));
  EXPECT_THAT(Listed("", "area = \"" + AreaName("sub") + "\" AND type = HOSPITAL"),
              ElementsAre("hospital"));
}

TEST_F(FacilitiesTest, PagesThroughASubtree) {
  for (int i = 0; i < 5; ++i) ASSERT_OK(AddFacility({"f" + std::to_string(i), "sub"}));
  v1::ListFacilitiesRequest request;
  request.set_parent("directorates/homs");
  request.set_ancestor_area(AreaName("gov"));
  request.set_page_size(2);
  int pages = 0, rows = 0;
  do {
    const auto page = ListFacilities(call(), request);
    ASSERT_OK(page);
    rows += page->facilities_size();
    request.set_page_token(page->next_page_token());
    ++pages;
  } while (!request.page_token().empty());
  EXPECT_EQ(pages, 3);
  EXPECT_EQ(rows, 5);
}

TEST_F(FacilitiesTest, RefusesThePageTokenOfAnotherSubtree) {
  for (const char* id : {"a", "b"}) ASSERT_OK(AddFacility({id, "sub"}));
  v1::ListFacilitiesRequest request;
  request.set_parent("directorates/homs");
  request.set_ancestor_area(AreaName("gov"));
  request.set_page_size(1);
  const auto page = ListFacilities(call(), request);
  ASSERT_OK(page);
  request.set_page_token(page->next_page_token());
  request.set_ancestor_area(AreaName("dist"));
  EXPECT_THAT(ListFacilities(call(), request),
              HasViolation("page_token", Reason::FOREIGN_PAGE_TOKEN));
}

}  // namespace
}  // namespace mudiriya::registry
