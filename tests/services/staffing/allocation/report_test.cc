#include "services/staffing/allocation/report.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/staffing/allocation/allocate.h"
#include "tests/services/staffing/allocation/instances.h"

namespace mudiriya::staffing::allocation {
namespace {

TEST(ReportTest, GainsOfMovesAddUpToWhatThePlanSaves) {
  for (uint32_t seed = 0; seed < 100; ++seed) {
    const absl::StatusOr<Plan> plan = Allocate(RandomPuzzle(seed));
    ASSERT_TRUE(plan.ok());
    double gains = 0;
    for (const Move& move : plan->moves) {
      gains += move.gain.total();
      EXPECT_GE(move.gain.total(), -1e-5) << "seed " << seed;
    }
    EXPECT_NEAR(gains, plan->before.total() - plan->after.total(), 1e-9) << "seed " << seed;
  }
}

TEST(ReportTest, ScaledChangeIsTheChangeOfTheObjective) {
  const Plan plan = *Allocate(RandomDirectorate({150, 3, 2000, true}, 31));
  EXPECT_NEAR(plan.after.total() - plan.before.total(), plan.proof.scaled_change * 1e-6,
              1e-6 * static_cast<double>(plan.moves.size()));
}

TEST(ReportTest, EveryMoveIsExplained) {
  RequestBuilder builder;
  builder.AddFacility(0);
  builder.AddFacility(100, 2);
  builder.AddCadre();
  builder.AddPersons(0, 0, 1, 3).AddPersons(1, 0, 4, 1);
  builder.person(1).preferred = {1};
  const Plan plan = *Allocate(builder.request);
  ASSERT_EQ(plan.moves.size(), 2u);
  const Move& first = plan.moves[0];
  EXPECT_EQ(first.origin_before, 3);
  EXPECT_EQ(first.origin_after, 2);
  EXPECT_EQ(first.destination_before, 1);
  EXPECT_EQ(first.destination_after, 2);
  EXPECT_NEAR(*first.km, 100, 1e-6);
  EXPECT_NEAR(first.gain.relief, 2 * 1.25, 1e-9);
  EXPECT_NEAR(first.gain.base, 0.05, 1e-12);
  EXPECT_NEAR(first.gain.distance, 0.2, 1e-8);
  EXPECT_EQ(first.gain.loss, 0);
  const Move& second = plan.moves[1];
  EXPECT_EQ(second.destination_after, 3);
  EXPECT_NEAR(second.gain.relief, 2 * 0.75, 1e-9);
  EXPECT_NE(first.preferred, second.preferred);
}

TEST(ReportTest, OutcomesCoverEveryPositionInOrder) {
  RequestBuilder builder;
  builder.AddFacility(0);
  builder.AddFacility(10);
  builder.AddCadre();
  builder.AddCounts(1, 0, 2, 0).AddCounts(0, 0, 0, 1);
  const Plan plan = *Allocate(builder.request);
  ASSERT_EQ(plan.outcomes.size(), 2u);
  EXPECT_EQ(plan.outcomes[0].position, 1);
  EXPECT_EQ(plan.outcomes[0].before, 1);
  EXPECT_EQ(plan.outcomes[0].after, 0);
  EXPECT_EQ(plan.outcomes[0].shortage_before, 0);
  EXPECT_EQ(plan.outcomes[1].position, 0);
  EXPECT_NEAR(plan.outcomes[1].shortage_before, 2, 1e-12);
  EXPECT_NEAR(plan.outcomes[1].shortage_after, 0.5, 1e-12);
}

}  // namespace
}  // namespace mudiriya::staffing::allocation
