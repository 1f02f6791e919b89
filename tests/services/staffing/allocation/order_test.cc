// The same request gives the same plan, whatever the order of its lists and the number of threads.
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/staffing/allocation/allocate.h"
#include "tests/services/staffing/allocation/instances.h"

namespace mudiriya::staffing::allocation {
namespace {

// The plan by ids, in its own order.
std::string Text(const Request& request, const SolverOptions& options = {}) {
  const absl::StatusOr<Plan> plan = Allocate(request, options);
  EXPECT_TRUE(plan.ok()) << plan.status();
  if (!plan.ok()) return "";
  std::vector<std::string> lines;
  for (const Move& move : plan->moves) {
    lines.push_back(
        absl::StrCat(request.facilities[move.from].id, " ", request.cadres[move.from_cadre].id, " ",
                     request.facilities[move.to].id, " ", request.cadres[move.to_cadre].id, " ",
                     move.person ? request.persons[*move.person].id : "-", " ", move.heads, " ",
                     move.gain.total()));
  }
  for (const Outcome& outcome : plan->outcomes) {
    const FacilityCadre& position = request.positions[outcome.position];
    lines.push_back(absl::StrCat(request.facilities[position.facility].id, " ",
                                 request.cadres[position.cadre].id, " ", outcome.after));
  }
  return absl::StrJoin(lines, "\n");
}

TEST(OrderTest, ListsMayComeInAnyOrder) {
  for (const bool named : {true, false}) {
    const Request request = RandomDirectorate({120, 3, 1500, named}, 21);
    const std::string expected = Text(request);
    EXPECT_THAT(expected, testing::HasSubstr("f1"));
    for (uint32_t seed = 0; seed < 4; ++seed) EXPECT_EQ(Text(Shuffled(request, seed)), expected);
  }
}

TEST(OrderTest, PuzzlesInAnyOrder) {
  for (uint32_t seed = 0; seed < 200; ++seed) {
    const Request request = RandomPuzzle(seed);
    EXPECT_EQ(Text(Shuffled(request, seed + 1)), Text(request)) << "seed " << seed;
  }
}

TEST(OrderTest, ThreadsDoNotMatter) {
  Request request = RandomDirectorate({120, 5, 2500, true}, 22);
  SolverOptions one;
  one.threads = 1;
  SolverOptions four;
  four.threads = 4;
  EXPECT_EQ(Text(request, one), Text(request, four));
  request.parameters.max_moves = 50;
  EXPECT_EQ(Text(request, one), Text(request, four));
}

}  // namespace
}  // namespace mudiriya::staffing::allocation
