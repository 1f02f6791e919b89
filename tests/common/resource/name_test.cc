#include "common/resource/name.h"

#include <set>
#include <string>

#include "gtest/gtest.h"
#include "tests/common/resource/widgets.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::resource {
namespace {

using testing::HasViolation;

ResourcePattern Pattern(absl::string_view text) { return ResourcePattern::Parse(text).value(); }

TEST(IdTest, TakesLowerCaseLettersDigitsAndInnerHyphens) {
  for (absl::string_view id : {"a", "7", "al-waleed", "w1", "a--b"}) EXPECT_TRUE(IsValidId(id));
  EXPECT_TRUE(IsValidId(std::string(63, 'a')));
  for (absl::string_view id : {"", "-a", "a-", "A", "a_b", "a b", "a/b", "حمص", "a\n", "-"}) {
    EXPECT_FALSE(IsValidId(id)) << id;
  }
  EXPECT_FALSE(IsValidId(std::string(64, 'a')));
}

TEST(ResourcePatternTest, ParsesAndFormats) {
  const ResourcePattern pattern = Pattern("directorates/{directorate}/facilities/{facility}");
  ASSERT_OK_AND_ASSIGN(const ResourceName name,
                       pattern.ParseName("directorates/homs/facilities/al-waleed"));
  EXPECT_EQ(name.directorate(), "homs");
  EXPECT_EQ(name.id(), "al-waleed");
  EXPECT_EQ(name.parent(), "directorates/homs");
  EXPECT_EQ(pattern.Format(name.ids()), name.text());
  EXPECT_EQ(pattern.Make({"homs", "al-waleed"}), name);
}

TEST(ResourcePatternTest, RefusesOtherNames) {
  const ResourcePattern pattern = Pattern("directorates/{directorate}/facilities/{facility}");
  for (absl::string_view name :
       {"", "directorates/homs", "directorates/homs/facilities", "directorates/homs/facilities/",
        "/directorates/homs/facilities/a", "directorates/homs/areas/a",
        "directorates/homs/facilities/a/b", "directorates/homs/facilities/a/departments/b",
        "directorates/-/facilities/a", "directorates/homs/facilities/A"}) {
    EXPECT_THAT(pattern.ParseName(name), HasViolation("name", Reason::INVALID_NAME)) << name;
  }
}

TEST(ResourcePatternTest, ParentTakesDashes) {
  const ResourcePattern pattern = Pattern("directorates/{directorate}");
  EXPECT_OK(pattern.ParseParent("directorates/-"));
  EXPECT_THAT(pattern.ParseParent("directorates/--"), HasViolation("parent", Reason::INVALID_NAME));
}

TEST(ResourcePatternTest, SingletonHasNoIdOfItsOwn) {
  const ResourcePattern pattern = Pattern("directorates/{directorate}/staffingSettings");
  EXPECT_TRUE(pattern.singleton());
  ASSERT_OK_AND_ASSIGN(const ResourceName name,
                       pattern.ParseName("directorates/homs/staffingSettings"));
  EXPECT_EQ(name.ids(), std::vector<std::string>{"homs"});
  EXPECT_EQ(name.parent(), "directorates/homs");
  EXPECT_EQ(pattern.Format(name.ids()), name.text());
  EXPECT_EQ(pattern.Parent().text(), "directorates/{directorate}");
  EXPECT_FALSE(pattern.ParseName("directorates/homs/staffingSettings/x").ok());
}

TEST(ResourcePatternTest, ParentDropsTheLastPart) {
  const ResourcePattern pattern = Pattern("directorates/{directorate}/widgets/{widget}");
  EXPECT_EQ(pattern.Parent().text(), "directorates/{directorate}");
  EXPECT_EQ(pattern.Parent().variables(), std::vector<std::string>{"directorate"});
  EXPECT_EQ(pattern.Parent().Make({"homs"}).parent(), "");
}

TEST(ResourcePatternTest, RefusesWhatIsNoPattern) {
  for (absl::string_view text :
       {"", "{directorate}", "directorates/{}", "a/b", "a/{b}/{c}", "a//b"}) {
    EXPECT_FALSE(ResourcePattern::Parse(text).ok()) << text;
  }
}

TEST(ResourcePatternTest, IsFoundByMessageAndByType) {
  EXPECT_EQ(ResourcePattern::Of(*test::v1::Part::descriptor())->text(),
            "directorates/{directorate}/widgets/{widget}/parts/{part}");
  EXPECT_EQ(ResourcePattern::OfType("test.mudiriya.health/Widget")->text(),
            "directorates/{directorate}/widgets/{widget}");
  EXPECT_FALSE(ResourcePattern::OfType("test.mudiriya.health/Nothing").ok());
  EXPECT_FALSE(ResourcePattern::Of(*test::v1::GetPartRequest::descriptor()).ok());
}

TEST(DirectorateOfTest, IsTheFirstId) {
  EXPECT_EQ(DirectorateOf("directorates/homs/facilities/a"), "homs");
  EXPECT_EQ(DirectorateOf("directorates/homs"), "homs");
  EXPECT_EQ(DirectorateOf("facilities/a"), "");
}

TEST(GenerateIdTest, MakesValidIdsThatDiffer) {
  std::set<std::string> ids;
  for (int i = 0; i < 1000; ++i) {
    const std::string id = GenerateId();
    EXPECT_TRUE(IsValidId(id)) << id;
    EXPECT_TRUE(id[0] >= 'a' && id[0] <= 'z') << id;
    ids.insert(id);
  }
  EXPECT_EQ(ids.size(), 1000u);
}

}  // namespace
}  // namespace mudiriya::resource
