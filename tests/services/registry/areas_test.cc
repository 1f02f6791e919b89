#include "services/registry/areas.h"

#include "common/resource/name.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/services/registry/registry_fixture.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::registry {
namespace {

using ::testing::ElementsAre;
using testing::HasError;
using testing::HasViolation;
using ::testing::IsEmpty;

class AreasTest : public RegistryTest {
 protected:
  // sy04 > sy0401 > sy040100, beside the district sy0402.
  void SetUp() override {
    ASSERT_OK(AddArea({"sy04", v1::Area::GOVERNORATE}));
    ASSERT_OK(AddArea({"sy0401", v1::Area::DISTRICT, "sy04"}));
    ASSERT_OK(AddArea({"sy0402", v1::Area::DISTRICT, "sy04"}));
    ASSERT_OK(AddArea({"sy040100", v1::Area::SUBDISTRICT, "sy0401"}));
  }

  absl::StatusOr<v1::Area> Move(absl::string_view id, const std::string& parent) {
    v1::UpdateAreaRequest request;
    request.mutable_area()->set_name(AreaName(id));
    request.mutable_area()->set_parent_area(parent);
    request.mutable_update_mask()->add_paths("parent_area");
    return UpdateArea(call(), request);
  }

  absl::StatusOr<v1::Area> SetLevel(absl::string_view id, v1::Area::Level level) {
    v1::UpdateAreaRequest request;
    request.mutable_area()->set_name(AreaName(id));
    request.mutable_area()->set_level(level);
    request.mutable_update_mask()->add_paths("level");
    return UpdateArea(call(), request);
  }

  absl::StatusOr<v1::Area> Delete(absl::string_view id) {
    v1::DeleteAreaRequest request;
    request.set_name(AreaName(id));
    return DeleteArea(call(), request);
  }

  absl::StatusOr<v1::Area> Undelete(absl::string_view id) {
    v1::UndeleteAreaRequest request;
    request.set_name(AreaName(id));
    return UndeleteArea(call(), request);
  }

  std::vector<std::string> Below(absl::string_view ancestor) {
    v1::ListAreasRequest request;
    request.set_parent("directorates/homs");
    request.set_ancestor_area(AreaName(ancestor));
    const auto response = ListAreas(call(), request);
    EXPECT_OK(response);
    std::vector<std::string> ids;
    if (!response.ok()) return ids;
    for (const v1::Area& area : response->areas()) {
      ids.push_back(area.name().substr(area.name().rfind('/') + 1));
    }
    return ids;
  }
};

TEST_F(AreasTest, ListsTheWholeSubtree) {
  EXPECT_THAT(Below("sy04"), ElementsAre("sy0401", "sy040100", "sy0402"));
  EXPECT_THAT(Below("sy0401"), ElementsAre("sy040100"));
  EXPECT_THAT(Below("sy040100"), IsEmpty());
}

TEST_F(AreasTest, AMoveTakesTheSubtreeAlong) {
  ASSERT_OK(AddArea({"village", v1::Area::LOCALITY, "sy040100"}));
  ASSERT_OK(Move("sy040100", AreaName("sy0402")));
  EXPECT_THAT(Below("sy0401"), IsEmpty());
  EXPECT_THAT(Below("sy0402"), ElementsAre("sy040100", "village"));
  EXPECT_EQ(database().Scalar("SELECT path FROM area WHERE area_id = 'village'"),
            "/sy04/sy0402/sy040100/village/");
}

TEST_F(AreasTest, AMoveToTheTopClearsTheParent) {
  ASSERT_OK(Move("sy0401", ""));
  EXPECT_THAT(Below("sy04"), ElementsAre("sy0402"));
  EXPECT_EQ(database().Scalar("SELECT path FROM area WHERE area_id = 'sy040100'"),
            "/sy0401/sy040100/");
}

TEST_F(AreasTest, AMoveOfOneSubtreeLeavesALongerIdAlone) {
  // "sy0401" is the beginning of "sy0401-north", but not above it.
  ASSERT_OK(AddArea({"sy0401-north", v1::Area::DISTRICT, "sy04"}));
  ASSERT_OK(Move("sy0401", ""));
  EXPECT_EQ(database().Scalar("SELECT path FROM area WHERE area_id = 'sy0401-north'"),
            "/sy04/sy0401-north/");
}

TEST_F(AreasTest, RefusesACycle) {
  EXPECT_THAT(Move("sy0401", AreaName("sy0401")), HasError(Reason::CYCLE));
  EXPECT_THAT(Move("sy04", AreaName("sy040100")), HasError(Reason::CYCLE));
  EXPECT_EQ(ReadArea("sy04")->parent_area(), "");
}

TEST_F(AreasTest, RefusesAnAreaUnderItselfOnCreation) {
  EXPECT_THAT(AddArea({"loop", v1::Area::DISTRICT, "loop"}), HasError(Reason::CYCLE));
}

TEST_F(AreasTest, RefusesAnUnknownParent) {
  EXPECT_THAT(AddArea({"x", v1::Area::DISTRICT, "nowhere"}), HasError(Reason::REFERENCE_NOT_FOUND));
  EXPECT_THAT(Move("sy0401", AreaName("nowhere")), HasError(Reason::REFERENCE_NOT_FOUND));
}

TEST_F(AreasTest, RefusesAParentOfAnotherDirectorate) {
  ASSERT_OK(AddDirectorate("assiut"));
  EXPECT_FALSE(Move("sy0401", "directorates/assiut/areas/sy04").ok());
  EXPECT_EQ(ReadArea("sy0401")->parent_area(), AreaName("sy04"));
}

TEST_F(AreasTest, RefusesALevelThatIsNotBelowTheParents) {
  EXPECT_THAT(AddArea({"x", v1::Area::DISTRICT, "sy0401"}),
              HasError(Reason::LEVEL_NOT_BELOW_PARENT));
  EXPECT_THAT(AddArea({"x", v1::Area::GOVERNORATE, "sy0401"}),
              HasError(Reason::LEVEL_NOT_BELOW_PARENT));
  EXPECT_THAT(SetLevel("sy0401", v1::Area::GOVERNORATE), HasError(Reason::LEVEL_NOT_BELOW_PARENT));
}

TEST_F(AreasTest, RefusesALevelThatIsNotAboveTheChildrens) {
  EXPECT_THAT(SetLevel("sy0401", v1::Area::SUBDISTRICT), HasError(Reason::LEVEL_NOT_BELOW_PARENT));
  ASSERT_OK(Delete("sy040100"));
  EXPECT_OK(SetLevel("sy0401", v1::Area::SUBDISTRICT));
}

TEST_F(AreasTest, ALevelMayBeLeftOut) {
  EXPECT_OK(AddArea({"quarter", v1::Area::LOCALITY, "sy04"}));
}

TEST_F(AreasTest, RefusesAnUnknownDirectorate) {
  v1::CreateAreaRequest request = NewArea({"x"});
  request.set_parent("directorates/nowhere");
  EXPECT_THAT(CreateArea(call(), request), HasError(Reason::NOT_FOUND));
}

TEST_F(AreasTest, RefusesATakenCodeOfTheSameDirectorate) {
  v1::CreateAreaRequest request = NewArea({"a"});
  request.mutable_area()->set_code("SY-A");
  ASSERT_OK(CreateArea(call(), request));
  request.set_area_id("b");
  EXPECT_THAT(CreateArea(call(), request), HasError(Reason::VALUE_TAKEN));
  ASSERT_OK(AddDirectorate("assiut"));
  request.set_parent("directorates/assiut");
  EXPECT_OK(CreateArea(call(), request));
}

TEST_F(AreasTest, ManyMayBeWithoutACode) {
  EXPECT_OK(AddArea({"x"}));
  EXPECT_OK(AddArea({"y"}));
}

TEST_F(AreasTest, KeepsAZeroCentroidApartFromNone) {
  v1::CreateAreaRequest request = NewArea({"null-island"});
  request.mutable_area()->mutable_centroid();
  ASSERT_OK(CreateArea(call(), request));
  EXPECT_TRUE(ReadArea("null-island")->has_centroid());
  EXPECT_FALSE(ReadArea("sy04")->has_centroid());
}

TEST_F(AreasTest, IsNotDeletedWhileItHasChildrenOrFacilities) {
  EXPECT_THAT(Delete("sy0401"), HasError(Reason::IN_USE));
  ASSERT_OK(AddFacility({"hospital", "sy040100"}));
  EXPECT_THAT(Delete("sy040100"), HasError(Reason::IN_USE));
  EXPECT_FALSE(ReadArea("sy040100")->has_delete_time());
}

TEST_F(AreasTest, DeletionCanBeTakenBack) {
  ASSERT_OK(Delete("sy040100"));
  EXPECT_THAT(Below("sy0401"), IsEmpty());
  ASSERT_OK(Undelete("sy040100"));
  EXPECT_THAT(Below("sy0401"), ElementsAre("sy040100"));
}

TEST_F(AreasTest, ComesBackOnlyUnderAnAreaThatIsThere) {
  ASSERT_OK(Delete("sy040100"));
  ASSERT_OK(Delete("sy0401"));
  EXPECT_THAT(Undelete("sy040100"), HasError(Reason::DELETED));
  ASSERT_OK(Undelete("sy0401"));
  EXPECT_OK(Undelete("sy040100"));
}

TEST_F(AreasTest, IsNotFoundByAReaderOfAnotherDirectorate) {
  testing::TestCall other = CallWith({"assiut:viewer"});
  v1::ListAreasRequest request;
  request.set_parent("directorates/-");
  EXPECT_THAT(ListAreas(*other, request)->areas(), IsEmpty());
  request.set_ancestor_area(AreaName("sy04"));
  EXPECT_THAT(ListAreas(*other, request), HasError(Reason::REFERENCE_NOT_FOUND));
}

TEST_F(AreasTest, RefusesAnAncestorOutsideOfTheParent) {
  ASSERT_OK(AddDirectorate("assiut"));
  v1::ListAreasRequest request;
  request.set_parent("directorates/assiut");
  request.set_ancestor_area(AreaName("sy04"));
  EXPECT_THAT(ListAreas(call(), request), HasViolation("ancestor_area", Reason::MISMATCH));
}

TEST_F(AreasTest, FindsNamesWhateverTheSpelling) {
  v1::CreateAreaRequest request = NewArea({"rastan"});
  request.mutable_area()->mutable_display_name()->set_ar("مدينـة الرَّستن");
  request.mutable_area()->mutable_display_name()->set_fr("Rastan-Supérieur");
  ASSERT_OK(CreateArea(call(), request));
  v1::ListAreasRequest list;
  list.set_parent("directorates/homs");
  for (const char* filter :
       {"display_name:\"مدينه الرستن\"", "display_name:\"superieur\"", "display_name:\"RASTAN\""}) {
    list.set_filter(filter);
    const auto found = ListAreas(call(), list);
    ASSERT_OK(found);
    EXPECT_EQ(found->areas_size(), 1) << filter;
  }
}

}  // namespace
}  // namespace mudiriya::registry
