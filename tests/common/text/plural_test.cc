#include "common/text/plural.h"

#include <limits>
#include <utility>
#include <vector>

#include "gtest/gtest.h"

namespace mudiriya::text {
namespace {

constexpr PluralForms kNames{
    .zero = "zero", .one = "one", .two = "two", .few = "few", .many = "many", .other = "other"};

using Expected = std::vector<std::pair<int64_t, absl::string_view>>;

void ExpectForms(Language language, const Expected& expected) {
  for (const auto& [count, form] : expected) {
    EXPECT_EQ(Plural(language, count, kNames), form) << count;
  }
}

TEST(PluralTest, ArabicHasSixForms) {
  ExpectForms(Language::kArabic, {{0, "zero"},          {1, "one"},
                                  {2, "two"},           {3, "few"},
                                  {10, "few"},          {11, "many"},
                                  {99, "many"},         {100, "other"},
                                  {101, "other"},       {102, "other"},
                                  {103, "few"},         {110, "few"},
                                  {111, "many"},        {200, "other"},
                                  {1000, "other"},      {1003, "few"},
                                  {1'000'000, "other"}, {1'000'001, "other"},
                                  {1'000'011, "many"},  {9'007'199'254'740'993, "many"},
                                  {-1, "one"},          {-3, "few"}});
}

TEST(PluralTest, FrenchCountsZeroAsOneAndMillionsApart) {
  ExpectForms(Language::kFrench, {{0, "one"},
                                  {1, "one"},
                                  {2, "other"},
                                  {100, "other"},
                                  {1'000'000, "many"},
                                  {2'000'000, "many"},
                                  {1'000'001, "other"}});
}

TEST(PluralTest, EnglishHasTwoForms) {
  ExpectForms(Language::kEnglish, {{0, "other"},
                                   {1, "one"},
                                   {2, "other"},
                                   {101, "other"},
                                   {-1, "one"},
                                   {std::numeric_limits<int64_t>::min(), "other"}});
}

TEST(PluralTest, EmptyFormFallsBackToOther) {
  EXPECT_EQ(Plural(Language::kArabic, 5, {.one = "ممرض", .other = "ممرضين"}), "ممرضين");
}

TEST(PluralTextTest, PutsTheCountWhereThePhraseHasIt) {
  constexpr PluralForms nurses{.zero = "لا ممرضين",
                               .one = "ممرض واحد",
                               .two = "ممرضان",
                               .few = "{n} ممرضين",
                               .many = "{n} ممرضاً",
                               .other = "{n} ممرض"};
  const NumberStyle style{Language::kArabic, DigitStyle::kArabicIndic};
  EXPECT_EQ(PluralText(0, nurses, style), "لا ممرضين");
  EXPECT_EQ(PluralText(1, nurses, style), "ممرض واحد");
  EXPECT_EQ(PluralText(2, nurses, style), "ممرضان");
  EXPECT_EQ(PluralText(3, nurses, style), "٣ ممرضين");
  EXPECT_EQ(PluralText(11, nurses, style), "١١ ممرضاً");
  EXPECT_EQ(PluralText(4100, nurses, style), "٤٬١٠٠ ممرض");
}

}  // namespace
}  // namespace mudiriya::text
