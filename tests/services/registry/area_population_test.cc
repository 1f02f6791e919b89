#include "services/registry/area_population.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/registry/areas.h"
#include "tests/services/registry/registry_fixture.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::registry {
namespace {

class AreaPopulationTest : public RegistryTest {
 protected:
  // A governorate and a district without counts over three subdistricts with 100, 50 and none.
  void SetUp() override {
    ASSERT_OK(AddArea({"gov", v1::Area::GOVERNORATE}));
    ASSERT_OK(AddArea({"dist", v1::Area::DISTRICT, "gov"}));
    ASSERT_OK(AddArea({"a", v1::Area::SUBDISTRICT, "dist", 100}));
    ASSERT_OK(AddArea({"b", v1::Area::SUBDISTRICT, "dist", 50}));
    ASSERT_OK(AddArea({"c", v1::Area::SUBDISTRICT, "dist"}));
  }

  // Sets or clears the area's own count.
  absl::StatusOr<v1::Area> Count(absl::string_view id, std::optional<int64_t> population) {
    v1::UpdateAreaRequest request;
    request.mutable_area()->set_name(AreaName(id));
    if (population.has_value()) request.mutable_area()->set_population(*population);
    request.mutable_update_mask()->add_paths("population");
    return UpdateArea(call(), request);
  }

  void ExpectDerived(absl::string_view id, int64_t sum, bool incomplete) {
    const auto area = ReadArea(id);
    ASSERT_OK(area);
    EXPECT_TRUE(area->has_population_derived()) << id;
    EXPECT_EQ(area->population_derived(), sum) << id;
    EXPECT_EQ(area->population_incomplete(), incomplete) << id;
  }

  void ExpectNotDerived(absl::string_view id) {
    const auto area = ReadArea(id);
    ASSERT_OK(area);
    EXPECT_FALSE(area->has_population_derived()) << id;
    EXPECT_FALSE(area->population_incomplete()) << id;
  }
};

TEST_F(AreaPopulationTest, IsTheSumOfTheChildrenUpToTheTop) {
  ExpectDerived("dist", 150, true);
  ExpectDerived("gov", 150, true);
  ExpectNotDerived("a");
  ExpectNotDerived("c");
}

TEST_F(AreaPopulationTest, IsCompleteOnceEveryChildIsCounted) {
  ASSERT_OK(Count("c", 30));
  ExpectDerived("dist", 180, false);
  ExpectDerived("gov", 180, false);
}

TEST_F(AreaPopulationTest, ZeroIsACount) {
  ASSERT_OK(Count("c", 0));
  ExpectDerived("dist", 150, false);
}

TEST_F(AreaPopulationTest, GivesWayToACountOfItsOwn) {
  const auto counted = Count("dist", 500);
  ASSERT_OK(counted);
  EXPECT_FALSE(counted->has_population_derived());
  ExpectNotDerived("dist");
  ExpectDerived("gov", 500, false);
  const auto cleared = Count("dist", std::nullopt);
  ASSERT_OK(cleared);
  EXPECT_EQ(cleared->population_derived(), 150);
  ExpectDerived("gov", 150, true);
}

TEST_F(AreaPopulationTest, VanishesWithTheLastCount) {
  ASSERT_OK(Count("a", std::nullopt));
  ASSERT_OK(Count("b", std::nullopt));
  ExpectNotDerived("dist");
  ExpectNotDerived("gov");
}

TEST_F(AreaPopulationTest, FollowsDeletionAndUndeletion) {
  v1::DeleteAreaRequest deletion;
  deletion.set_name(AreaName("a"));
  ASSERT_OK(DeleteArea(call(), deletion));
  ExpectDerived("gov", 50, true);
  v1::UndeleteAreaRequest undeletion;
  undeletion.set_name(AreaName("a"));
  ASSERT_OK(UndeleteArea(call(), undeletion));
  ExpectDerived("gov", 150, true);
}

TEST_F(AreaPopulationTest, FollowsAMove) {
  ASSERT_OK(AddArea({"other", v1::Area::DISTRICT, "gov"}));
  v1::UpdateAreaRequest request;
  request.mutable_area()->set_name(AreaName("a"));
  request.mutable_area()->set_parent_area(AreaName("other"));
  request.mutable_update_mask()->add_paths("parent_area");
  ASSERT_OK(UpdateArea(call(), request));
  ExpectDerived("dist", 50, true);
  ExpectDerived("other", 100, false);
  ExpectDerived("gov", 150, true);
}

TEST_F(AreaPopulationTest, LeavesTheEtagOfTheAreasAboveAlone) {
  const std::string before = ReadArea("gov")->etag();
  ASSERT_OK(Count("a", 101));
  EXPECT_EQ(ReadArea("gov")->etag(), before);
}

TEST_F(AreaPopulationTest, CannotBeSetByACaller) {
  v1::CreateAreaRequest request = NewArea({"d", v1::Area::SUBDISTRICT, "dist"});
  request.mutable_area()->set_population_derived(999);
  const auto area = CreateArea(call(), request);
  ASSERT_OK(area);
  EXPECT_FALSE(area->has_population_derived());
}

}  // namespace
}  // namespace mudiriya::registry
