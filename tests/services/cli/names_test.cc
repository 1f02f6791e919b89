#include "services/cli/names.h"

#include "gtest/gtest.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::cli {
namespace {

using testing::IsOkAndHolds;
using testing::StatusIs;

constexpr char kFacility[] = "directorates/{directorate}/facilities/{facility}";
constexpr char kAssignment[] =
    "directorates/{directorate}/staffMembers/{staff_member}/assignments/{assignment}";
constexpr char kSettings[] = "directorates/{directorate}/staffingSettings";

TEST(ExpandNameTest, TakesAnIdACollectionPathOrAFullName) {
  const char kFull[] = "directorates/assiut/facilities/abnub";
  EXPECT_THAT(ExpandName("abnub", kFacility, "assiut"), IsOkAndHolds(kFull));
  EXPECT_THAT(ExpandName("facilities/abnub", kFacility, "assiut"), IsOkAndHolds(kFull));
  EXPECT_THAT(ExpandName(kFull, kFacility, "homs"), IsOkAndHolds(kFull));
}

TEST(ExpandNameTest, FillsNestedNamesAlongThePattern) {
  const char kFull[] = "directorates/homs/staffMembers/s-17/assignments/2024";
  EXPECT_THAT(ExpandName("s-17/2024", kAssignment, "homs"), IsOkAndHolds(kFull));
  EXPECT_THAT(ExpandName("staffMembers/s-17/assignments/2024", kAssignment, "homs"),
              IsOkAndHolds(kFull));
}

TEST(ExpandNameTest, NamesASingletonWithoutAnId) {
  EXPECT_THAT(ExpandName("", kSettings, "homs"),
              IsOkAndHolds("directorates/homs/staffingSettings"));
}

TEST(ExpandNameTest, NamesADirectorateByItsOwnId) {
  EXPECT_THAT(ExpandName("homs", "directorates/{directorate}", ""),
              IsOkAndHolds("directorates/homs"));
}

TEST(ExpandNameTest, RefusesWhatFitsNoForm) {
  EXPECT_THAT(ExpandName("a/b/c", kFacility, "homs"), StatusIs(absl::StatusCode::kInvalidArgument));
  EXPECT_THAT(ExpandName("areas/abnub", kFacility, "homs"),
              StatusIs(absl::StatusCode::kInvalidArgument));
  EXPECT_THAT(ExpandName("", kFacility, "homs"), StatusIs(absl::StatusCode::kInvalidArgument));
}

TEST(ExpandNameTest, NeverGuessesADirectorate) {
  EXPECT_THAT(ExpandName("abnub", kFacility, ""), StatusIs(absl::StatusCode::kInvalidArgument));
}

TEST(ExpandParentTest, StandsForAnyCollectionBetween) {
  EXPECT_THAT(ExpandParent("", kFacility, "homs"), IsOkAndHolds("directorates/homs"));
  EXPECT_THAT(ExpandParent("", kAssignment, "homs"),
              IsOkAndHolds("directorates/homs/staffMembers/-"));
  EXPECT_THAT(ExpandParent("s-17", kAssignment, "homs"),
              IsOkAndHolds("directorates/homs/staffMembers/s-17"));
}

TEST(ExpandParentTest, IsEmptyForWhatHasNoParent) {
  EXPECT_THAT(ExpandParent("", "directorates/{directorate}", ""), IsOkAndHolds(""));
}

TEST(ShortNameTest, KeepsTheIdsBehindTheDirectorate) {
  EXPECT_EQ(ShortName("directorates/homs/facilities/abnub"), "abnub");
  EXPECT_EQ(ShortName("directorates/homs/staffMembers/s-17/assignments/2024"), "s-17/2024");
  EXPECT_EQ(ShortName("directorates/homs"), "homs");
  EXPECT_EQ(ShortName("رأي حر / نص"), "رأي حر / نص");
}

}  // namespace
}  // namespace mudiriya::cli
