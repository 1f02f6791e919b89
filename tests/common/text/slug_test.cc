#include "common/text/slug.h"

#include <random>
#include <string>
#include <utility>
#include <vector>

#include "common/text/utf8.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace mudiriya::text {
namespace {

TEST(SlugTest, TurnsNamesIntoIds) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"Homs General Hospital", "homs-general-hospital"},
      {"  Hôpital -- d'Oran  ", "hopital-doran"},
      {"Al-Qusayr (West)", "al-qusayr-west"},
      {"حمص", "hms"},
      {"مستشفى الرستن ٢", "mstshfy-alrstn-2"},
      {"ثغر خضراء ذي", "thghr-khdra-dhy"},
      {"بناء Nord", "bna-nord"},
      {"ڨالمة", "galmh"},
      {"Εva", "va"},
      {"---", ""},
      {"", ""},
      {"Ελλάς", ""},
  };
  for (const auto& [name, slug] : cases) EXPECT_EQ(Slug(name), slug) << name;
}

TEST(SlugTest, CutsAtAHyphenNearTheLimit) {
  EXPECT_EQ(Slug("regional referral hospital", 20), "regional-referral");
  EXPECT_EQ(Slug("regional referral hospital", 17), "regional-referral");
  EXPECT_EQ(Slug("a verylongwordwithnobreakinsideofitatall", 30), "a-verylongwordwithnobreakinsid");
  EXPECT_EQ(Slug(std::string(200, 'x')), std::string(63, 'x'));
  EXPECT_EQ(Slug("ab", 1), "a");
}

TEST(SlugTest, IsAnIdOrEmptyForAnyText) {
  const auto empty_or_id = testing::MatchesRegex("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)?");
  std::mt19937 random(3);
  for (int i = 0; i < 5'000; ++i) {
    std::string name;
    for (int length = random() % 90; length > 0; --length) {
      AppendUtf8(random() % 3 == 0 ? 0x620 + random() % 0x60 : 0x20 + random() % 0x100, &name);
    }
    ASSERT_THAT(Slug(name), empty_or_id) << name;
  }
}

}  // namespace
}  // namespace mudiriya::text
