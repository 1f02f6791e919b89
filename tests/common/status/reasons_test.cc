#include "common/status/reasons.h"

#include <algorithm>
#include <set>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace mudiriya {
namespace {

using ::testing::ContainsRegex;
using ::testing::ElementsAre;
using ::testing::UnorderedElementsAreArray;

// Every entry of the table, so that one which is added is checked without a test of its own.
class ReasonTableTest : public ::testing::TestWithParam<Reason> {
 protected:
  std::string Text(Language language) const {
    return std::string(ReasonTemplate(GetParam(), language));
  }
};

bool IsArabicLetterStart(unsigned char byte) { return byte == 0xD8 || byte == 0xD9; }

TEST_P(ReasonTableTest, HasAStableNameOfTheFormThatErrorInfoAllows) {
  const std::string name(ReasonName(GetParam()));
  EXPECT_THAT(name, ContainsRegex("^[A-Z][A-Z0-9_]+[A-Z0-9]$"));
  EXPECT_LE(name.size(), 63u);
  EXPECT_EQ(ParseReason(name), GetParam());
}

TEST_P(ReasonTableTest, IsAnError) { EXPECT_NE(ReasonCode(GetParam()), absl::StatusCode::kOk); }

TEST_P(ReasonTableTest, HasATextInEachLanguage) {
  std::set<std::string> texts;
  for (Language language : kLanguages) texts.insert(Text(language));
  EXPECT_EQ(texts.size(), 3u) << "a text was copied from another language, or is missing";
  EXPECT_EQ(texts.count(""), 0u);
}

TEST_P(ReasonTableTest, IsWrittenInItsLanguage) {
  const auto has_arabic = [](const std::string& text) {
    return std::any_of(text.begin(), text.end(), IsArabicLetterStart);
  };
  EXPECT_TRUE(has_arabic(Text(Language::kArabic)));
  EXPECT_FALSE(has_arabic(Text(Language::kEnglish)));
  EXPECT_FALSE(has_arabic(Text(Language::kFrench)));
}

TEST_P(ReasonTableTest, UsesTheSamePlaceholdersInEachLanguage) {
  const auto english = Placeholders(Text(Language::kEnglish));
  EXPECT_THAT(Placeholders(Text(Language::kArabic)), UnorderedElementsAreArray(english));
  EXPECT_THAT(Placeholders(Text(Language::kFrench)), UnorderedElementsAreArray(english));
}

TEST_P(ReasonTableTest, FillsEveryPlaceholder) {
  Arguments arguments;
  for (const std::string& name : Placeholders(Text(Language::kEnglish))) {
    arguments.emplace_back(name, "17");
  }
  for (Language language : kLanguages) {
    const std::string text = RenderReason(GetParam(), arguments, language);
    EXPECT_EQ(text.find_first_of("{}"), std::string::npos) << text;
    EXPECT_EQ(text.find("…"), std::string::npos) << text;
  }
}

INSTANTIATE_TEST_SUITE_P(All, ReasonTableTest,
                         ::testing::ValuesIn(AllReasons().begin(), AllReasons().end()),
                         [](const auto& info) { return std::string(ReasonName(info.param)); });

TEST(ReasonTableNamesTest, AreUnique) {
  std::set<absl::string_view> names;
  for (Reason reason : AllReasons()) names.insert(ReasonName(reason));
  EXPECT_EQ(names.size(), AllReasons().size());
}

TEST(ParseReasonTest, KnowsOnlyTheTable) {
  EXPECT_EQ(ParseReason("OUT_OF_RANGE"), Reason::OUT_OF_RANGE);
  EXPECT_FALSE(ParseReason("out_of_range").has_value());
  EXPECT_FALSE(ParseReason("").has_value());
}

TEST(RenderReasonTest, PutsNumbersAndTextIn) {
  EXPECT_EQ(RenderReason(Reason::OUT_OF_RANGE, {{"min", 0}, {"max", 1.5}}, Language::kEnglish),
            "The value must be from 0 to 1.5.");
  EXPECT_EQ(RenderReason(Reason::OUT_OF_RANGE, {{"min", 0}, {"max", 1.5}}, Language::kArabic),
            "يجب أن تكون القيمة من 0 إلى 1.5.");
}

TEST(RenderReasonTest, DoesNotReadPlaceholdersInArguments) {
  EXPECT_EQ(RenderReason(Reason::NOT_FOUND, {{"name", "{name}"}}, Language::kEnglish),
            "“{name}” does not exist.");
}

TEST(RenderReasonTest, ShowsAGapForAMissingArgument) {
  EXPECT_EQ(RenderReason(Reason::NOT_FOUND, {}, Language::kEnglish), "“…” does not exist.");
}

TEST(PlaceholdersTest, AreListedInOrder) {
  EXPECT_THAT(Placeholders("{b} and {a}"), ElementsAre("b", "a"));
  EXPECT_THAT(Placeholders("no {end"), ElementsAre());
}

}  // namespace
}  // namespace mudiriya
