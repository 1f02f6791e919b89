#include "common/call/roles.h"

#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace mudiriya {
namespace {

TEST(PatternTest, MatchesPartByPart) {
  EXPECT_TRUE(PatternMatches("registry.areas.read", "registry.areas.read"));
  EXPECT_TRUE(PatternMatches("registry.*.read", "registry.areas.read"));
  EXPECT_TRUE(PatternMatches("*.*.*", "staffing.plans.approve"));
  EXPECT_FALSE(PatternMatches("registry.*.read", "registry.areas.write"));
  EXPECT_FALSE(PatternMatches("registry.*.read", "staffing.areas.read"));
  EXPECT_FALSE(PatternMatches("registry.area.read", "registry.areas.read"));
}

TEST(PatternTest, APermissionOfMorePartsIsAnother) {
  EXPECT_FALSE(PatternMatches("registry.areas.read", "registry.areas.read.all"));
  EXPECT_FALSE(PatternMatches("registry.*", "registry.areas.read"));
  EXPECT_FALSE(PatternMatches("registry.areas.read", "registry.areas"));
}

TEST(PermissionTest, HasThreeParts) {
  EXPECT_TRUE(IsPermission("staffing.staff_members.read"));
  for (const char* text :
       {"", "registry", "registry.areas", "registry..read", "registry.areas.*",
        "Registry.areas.read", "registry.areas.read.all", "registry areas read"}) {
    EXPECT_FALSE(IsPermission(text)) << text;
  }
}

// The matrix that the roles promise: permission, and who of the list holds it.
struct Promise {
  const char* permission;
  std::vector<std::string> holders;
};

class RolePromiseTest : public ::testing::TestWithParam<Promise> {};

TEST_P(RolePromiseTest, IsHeldByExactlyTheseRoles) {
  std::vector<std::string> holders;
  for (const Role& role : Roles()) {
    if (RoleHas(role.name, GetParam().permission)) holders.emplace_back(role.name);
  }
  EXPECT_THAT(holders, ::testing::UnorderedElementsAreArray(GetParam().holders));
}

INSTANTIATE_TEST_SUITE_P(
    Roles, RolePromiseTest,
    ::testing::Values(
        Promise{"registry.facilities.read",
                {"viewer", "planner", "approver", "records_officer", "facility_manager",
                 "inspector", "auditor", "administrator", "service"}},
        Promise{"registry.facilities.write", {"administrator"}},
        Promise{"registry.changes.read", {"auditor", "administrator", "service"}},
        Promise{"staffing.gaps.read",
                {"viewer", "planner", "approver", "records_officer", "facility_manager", "auditor",
                 "administrator"}},
        Promise{"staffing.staff_members.read",
                {"planner", "approver", "records_officer", "auditor", "administrator"}},
        Promise{"staffing.staff_members.reveal", {"records_officer", "administrator"}},
        Promise{"staffing.assignments.write", {"records_officer", "administrator"}},
        Promise{"staffing.plans.write", {"planner", "administrator"}},
        Promise{"staffing.plans.approve", {"approver", "administrator"}},
        Promise{"staffing.plans.order", {"approver", "administrator"}},
        Promise{"staffing.settings.write", {"administrator"}}));

TEST(RolesTest, NobodyWithoutPersonsReadsThem) {
  const std::vector<std::string> personal = {
      "staffing.staff_members.read", "staffing.assignments.read", "staffing.leaves.read",
      "staffing.plans.read",         "staffing.changes.read",     "registry.changes.read"};
  for (const char* role : {"viewer", "facility_manager", "partner", "inspector"}) {
    for (const std::string& permission : personal) {
      EXPECT_FALSE(RoleHas(role, permission)) << role << " " << permission;
    }
  }
}

TEST(RolesTest, AuditorWritesNothing) {
  for (const absl::string_view pattern : FindRole("auditor")->permissions) {
    EXPECT_TRUE(absl::EndsWith(pattern, ".read")) << pattern;
  }
}

TEST(RolesTest, UnknownRoleHoldsNothing) {
  EXPECT_EQ(FindRole("emperor"), nullptr);
  EXPECT_FALSE(RoleHas("emperor", "registry.areas.read"));
}

}  // namespace
}  // namespace mudiriya
