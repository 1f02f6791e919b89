#include "common/status/language.h"

#include "gtest/gtest.h"

namespace mudiriya {
namespace {

struct Case {
  const char* header;
  Language expected;
};

class AcceptLanguageTest : public ::testing::TestWithParam<Case> {};

TEST_P(AcceptLanguageTest, ChoosesTheBestOfOurs) {
  EXPECT_EQ(ParseAcceptLanguage(GetParam().header), GetParam().expected) << GetParam().header;
}

INSTANTIATE_TEST_SUITE_P(
    All, AcceptLanguageTest,
    ::testing::Values(Case{"", Language::kEnglish}, Case{"ar", Language::kArabic},
                      Case{"AR-sy", Language::kArabic}, Case{"ar_SY", Language::kArabic},
                      Case{"fr-DZ, ar;q=0.9", Language::kFrench},
                      Case{"fr;q=0.5,ar;q=0.9", Language::kArabic},
                      Case{"ar;q=0.8, fr;q=0.8", Language::kArabic},
                      Case{"de, tr;q=0.9, ar;q=0.1", Language::kArabic},
                      Case{"ar;q=0, fr;q=0.1", Language::kFrench},
                      Case{" fr ; q = 0.3 ", Language::kFrench},
                      Case{"ar;q=nan", Language::kEnglish}, Case{"ar;q=7", Language::kEnglish},
                      Case{"ar;level=1", Language::kEnglish}, Case{"arabic", Language::kEnglish},
                      Case{"*", Language::kEnglish}, Case{";;,,=", Language::kEnglish}));

TEST(AcceptLanguageTest, FallsBackToWhatTheCallerSays) {
  EXPECT_EQ(ParseAcceptLanguage("de", Language::kArabic), Language::kArabic);
}

TEST(LanguageTagTest, IsReadBack) {
  for (Language language : kLanguages) {
    EXPECT_EQ(ParseLanguageTag(LanguageTag(language)), language);
  }
  EXPECT_FALSE(ParseLanguageTag("de").has_value());
  EXPECT_FALSE(ParseLanguageTag("").has_value());
}

}  // namespace
}  // namespace mudiriya
