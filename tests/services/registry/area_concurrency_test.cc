#include <functional>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "common/db/connection.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/registry/areas.h"
#include "services/registry/facilities.h"
#include "tests/services/registry/registry_fixture.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::registry {
namespace {

using ::testing::Each;

constexpr int kRounds = 12;

class AreaConcurrencyTest : public RegistryTest {
 protected:
  void SetUp() override {
    ASSERT_OK(AddArea({"gov", v1::Area::GOVERNORATE}));
    ASSERT_OK(AddArea({"east", v1::Area::DISTRICT, "gov"}));
    ASSERT_OK(AddArea({"west", v1::Area::DISTRICT, "gov"}));
    ASSERT_OK(AddArea({"sub", v1::Area::SUBDISTRICT, "east"}));
  }

  // Runs each piece of work on a thread and a connection of its own; returns what became of them.
  std::vector<absl::Status> Together(
      const std::vector<std::function<absl::Status(Call&, int round)>>& works) {
    std::vector<absl::Status> results(works.size());
    std::vector<std::thread> threads;
    for (size_t i = 0; i < works.size(); ++i) {
      threads.emplace_back([this, &works, &results, i] {
        db::Connection connection(database().options());
        testing::TestCall call(&connection);
        for (int round = 0; round < kRounds && results[i].ok(); ++round) {
          results[i] = works[i](*call, round);
        }
      });
    }
    for (std::thread& thread : threads) thread.join();
    return results;
  }
};

absl::Status MoveSub(Call& call, int round) {
  v1::UpdateAreaRequest request;
  request.mutable_area()->set_name(AreaName("sub"));
  request.mutable_area()->set_parent_area(AreaName(round % 2 == 0 ? "west" : "east"));
  request.mutable_update_mask()->add_paths("parent_area");
  return UpdateArea(call, request).status();
}

TEST_F(AreaConcurrencyTest, AreasAddedDuringAMoveMoveToo) {
  const auto results = Together(
      {&MoveSub,
       [](Call& call, int round) {
         return CreateArea(call, NewArea({absl::StrCat("a", round), v1::Area::LOCALITY, "sub"}))
             .status();
       },
       [](Call& call, int round) {
         return CreateArea(call, NewArea({absl::StrCat("b", round), v1::Area::LOCALITY, "sub"}))
             .status();
       }});
  EXPECT_THAT(results, Each(testing::IsOk()));
  EXPECT_EQ(database().Scalar("SELECT COUNT(*) FROM area c JOIN area p "
                              "ON p.directorate_id = c.directorate_id "
                              "AND p.area_id = c.parent_area_id "
                              "WHERE c.path <> CONCAT(p.path, c.area_id, '/')"),
            "0");
  EXPECT_EQ(database().Scalar("SELECT COUNT(*) FROM area WHERE parent_area_id = 'sub'"),
            absl::StrCat(2 * kRounds));
}

TEST_F(AreaConcurrencyTest, OfTwoCountsUnderOneParentBothAreSummed) {
  ASSERT_OK(AddArea({"x", v1::Area::LOCALITY, "sub", 0}));
  ASSERT_OK(AddArea({"y", v1::Area::LOCALITY, "sub", 0}));
  const auto count = [](const char* id) {
    return [id](Call& call, int round) {
      v1::UpdateAreaRequest request;
      request.mutable_area()->set_name(AreaName(id));
      request.mutable_area()->set_population(round + 1);
      request.mutable_update_mask()->add_paths("population");
      return UpdateArea(call, request).status();
    };
  };
  EXPECT_THAT(Together({count("x"), count("y")}), Each(testing::IsOk()));
  EXPECT_EQ(ReadArea("sub")->population_derived(), 2 * kRounds);
  EXPECT_EQ(ReadArea("gov")->population_derived(), 2 * kRounds);
}

TEST_F(AreaConcurrencyTest, AnAreaIsEitherDeletedOrInUse) {
  ASSERT_OK(AddArea({"spot", v1::Area::LOCALITY, "sub"}));
  Together({[](Call& call, int) {
              v1::DeleteAreaRequest request;
              request.set_name(AreaName("spot"));
              return DeleteArea(call, request).status();
            },
            [](Call& call, int) {
              return CreateFacility(call, NewFacility({"clinic", "spot", v1::Facility::CLINIC}))
                  .status();
            }});
  const bool deleted = ReadArea("spot")->has_delete_time();
  const bool in_use = ReadFacility("clinic").ok();
  EXPECT_NE(deleted, in_use);
}

}  // namespace
}  // namespace mudiriya::registry
