#include "services/cli/catalogue.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::cli {
namespace {

using ::testing::HasSubstr;
using testing::IsOk;
using testing::StatusIs;

TEST(CatalogueTest, FindsAKindInAnySpelling) {
  for (const char* word : {"staffMember", "staffMembers", "staff-members", "STAFF_MEMBER"}) {
    const auto kind = FindKind(word);
    ASSERT_THAT(kind, IsOk()) << word;
    EXPECT_EQ((*kind)->type, "staffing.mudiriya.health/StaffMember");
  }
}

TEST(CatalogueTest, KnowsTheStandardMethods) {
  const auto facility = FindKind("facility");
  ASSERT_THAT(facility, IsOk());
  EXPECT_EQ((*facility)->get->name(), "GetFacility");
  EXPECT_EQ((*facility)->list->name(), "ListFacilities");
  EXPECT_EQ((*facility)->create->name(), "CreateFacility");
  EXPECT_EQ((*facility)->update->name(), "UpdateFacility");
  EXPECT_EQ((*facility)->remove->name(), "DeleteFacility");
  EXPECT_EQ((*facility)->import->full_name(), "mudiriya.registry.v1.ImportService.ImportRows");
}

TEST(CatalogueTest, LeavesOutWhatAResourceLacks) {
  const auto gap = FindKind("gaps");
  ASSERT_THAT(gap, IsOk());
  EXPECT_NE((*gap)->get, nullptr);
  EXPECT_EQ((*gap)->create, nullptr);
}

TEST(CatalogueTest, ListsTheKindsForAnUnknownWord) {
  EXPECT_THAT(FindKind("unicorn").status(),
              StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("facilities")));
}

TEST(CatalogueTest, FindsTheKindOfAFullName) {
  const auto facility = FindKindOfName("directorates/assiut/facilities/f1");
  ASSERT_THAT(facility, IsOk());
  EXPECT_EQ((*facility)->singular, "facility");
  const auto directorate = FindKindOfName("directorates/assiut");
  ASSERT_THAT(directorate, IsOk());
  EXPECT_EQ((*directorate)->singular, "directorate");
}

TEST(CatalogueTest, RefusesNamesOfNoKind) {
  for (const char* name : {"directorates/assiut/unicorns/u1", "directorates/assiut/facilities/",
                           "directorates/assiut/facilities", "facilities/f1"}) {
    EXPECT_THAT(FindKindOfName(name).status(), StatusIs(absl::StatusCode::kInvalidArgument))
        << name;
  }
}

TEST(CatalogueTest, EveryKindCanBeReachedByItsPlural) {
  for (const ResourceKind& kind : Catalogue()) {
    const auto found = FindKind(kind.plural);
    ASSERT_THAT(found, IsOk());
    EXPECT_EQ((*found)->type, kind.type) << "two kinds share the word " << kind.plural;
  }
}

}  // namespace
}  // namespace mudiriya::cli
