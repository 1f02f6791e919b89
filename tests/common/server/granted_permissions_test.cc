// Every permission of every contract can be had by someone: a role carries it, or it stands below
// among those that only administrators need.

#include <set>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "common/call/roles.h"
#include "gmock/gmock.h"
#include "google/protobuf/descriptor.h"
#include "google/protobuf/descriptor_database.h"
#include "gtest/gtest.h"
#include "mudiriya/options/v1/options.pb.h"

namespace mudiriya {
namespace {

// Reviewed: the structure of a directorate, and what all its figures rest on.
const std::set<std::string> kAdministratorsOnly = {
    "registry.areas.write",      "registry.departments.write", "registry.directorates.write",
    "registry.facilities.write", "registry.holidays.write",    "registry.programmes.write",
    "registry.rows.import",      "staffing.cadres.write",      "staffing.settings.write"};

// The permissions of all contracts that are linked into this program.
std::set<std::string> DeclaredPermissions() {
  using google::protobuf::DescriptorPool;
  std::set<std::string> permissions;
  std::vector<std::string> files;
  DescriptorPool::internal_generated_database()->FindAllFileNames(&files);
  for (const std::string& name : files) {
    if (!absl::StartsWith(name, "mudiriya/")) continue;
    const auto* file = DescriptorPool::generated_pool()->FindFileByName(name);
    for (int s = 0; s < file->service_count(); ++s) {
      for (int m = 0; m < file->service(s)->method_count(); ++m) {
        permissions.insert(
            file->service(s)->method(m)->options().GetExtension(options::v1::permission));
      }
    }
  }
  return permissions;
}

bool IsGranted(const std::string& permission) {
  for (const Role& role : Roles()) {
    if (role.name != "administrator" && RoleHas(role.name, permission)) return true;
  }
  return false;
}

TEST(GrantedPermissionsTest, EveryPermissionIsGrantedOrReserved) {
  ASSERT_THAT(DeclaredPermissions(), ::testing::SizeIs(::testing::Gt(20u)));
  for (const std::string& permission : DeclaredPermissions()) {
    EXPECT_NE(IsGranted(permission), kAdministratorsOnly.contains(permission))
        << permission << " must be carried by a role or stand in the list, and not both";
  }
}

TEST(GrantedPermissionsTest, NothingIsReservedThatNoMethodAsksFor) {
  const std::set<std::string> declared = DeclaredPermissions();
  for (const std::string& permission : kAdministratorsOnly) {
    EXPECT_TRUE(declared.contains(permission)) << permission;
  }
}

TEST(GrantedPermissionsTest, RolesNameNoPermissionThatNoMethodAsksFor) {
  const std::set<std::string> declared = DeclaredPermissions();
  for (const Role& role : Roles()) {
    for (const absl::string_view pattern : role.permissions) {
      if (absl::StrContains(pattern, "*")) continue;
      EXPECT_TRUE(declared.contains(std::string(pattern))) << role.name << ": " << pattern;
    }
  }
}

}  // namespace
}  // namespace mudiriya
