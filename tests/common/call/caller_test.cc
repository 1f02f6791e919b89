#include "common/call/caller.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya {
namespace {

using ::mudiriya::testing::IsOkAndHolds;
using ::mudiriya::testing::StatusIs;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(ParseGrantTest, ReadsDirectorateAndRole) {
  EXPECT_THAT(ParseGrant("assiut:planner"), IsOkAndHolds(Grant{"assiut", "planner"}));
  EXPECT_THAT(ParseGrant("*:administrator"), IsOkAndHolds(Grant{"*", "administrator"}));
}

TEST(ParseGrantTest, RefusesOtherForms) {
  for (const char* text : {"", ":", "assiut", "assiut:", ":planner"}) {
    EXPECT_THAT(ParseGrant(text), StatusIs(absl::StatusCode::kInvalidArgument)) << text;
  }
}

TEST(CallerTest, HoldsAPermissionOnlyWhereItWasGranted) {
  const Caller caller("u1", {{"homs", "viewer"}, {"assiut", "planner"}});
  EXPECT_TRUE(caller.Has("registry.areas.read", "homs"));
  EXPECT_TRUE(caller.Has("staffing.plans.write", "assiut"));
  EXPECT_FALSE(caller.Has("staffing.plans.write", "homs"));
  EXPECT_FALSE(caller.Has("registry.areas.read", "libya"));
  EXPECT_FALSE(caller.Has("registry.areas.read", "*"));
}

TEST(CallerTest, TheMinistryHoldsItEverywhere) {
  const Caller caller("u1", {{"*", "administrator"}});
  EXPECT_TRUE(caller.Has("registry.areas.write", "homs"));
  EXPECT_TRUE(caller.Has("registry.directorates.write", "*"));
  EXPECT_TRUE(caller.Scope("registry.areas.read").all);
}

TEST(CallerTest, HasAnyTellsWhetherADirectorateMayBeSeen) {
  const Caller caller("u1", {{"homs", "partner"}});
  EXPECT_TRUE(caller.HasAny("homs"));
  EXPECT_FALSE(caller.HasAny("assiut"));
}

TEST(CallerTest, UnknownRolesGrantNothing) {
  const Caller caller("u1", {{"homs", "emperor"}});
  EXPECT_FALSE(caller.Has("registry.areas.read", "homs"));
  EXPECT_FALSE(caller.HasAny("homs"));
}

TEST(CallerTest, ScopeListsDirectoratesOnceAndInOrder) {
  const Caller caller(
      "u1", {{"homs", "viewer"}, {"assiut", "planner"}, {"homs", "auditor"}, {"libya", "partner"}});
  EXPECT_THAT(caller.Scope("registry.areas.read").ids, ElementsAre("assiut", "homs"));
  EXPECT_THAT(caller.Scope("staffing.plans.write").ids, ElementsAre("assiut"));
  EXPECT_THAT(caller.Scope("registry.areas.write").ids, IsEmpty());
}

}  // namespace
}  // namespace mudiriya
