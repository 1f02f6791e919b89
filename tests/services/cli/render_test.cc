#include "services/cli/render.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "mudiriya/staffing/v1/gap.pb.h"
#include "services/cli/cells.h"

namespace mudiriya::cli {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::Pair;
using ::testing::StartsWith;

staffing::v1::Gap ExampleGap() {
  staffing::v1::Gap gap;
  gap.set_name("directorates/assiut/gaps/abnub.nurse");
  gap.set_facility("directorates/assiut/facilities/abnub");
  gap.mutable_facility_display_name()->set_ar("مستشفى أبنوب");
  gap.mutable_facility_display_name()->set_en("Abnub Hospital");
  gap.set_required(17.45810055865922);
  gap.set_band(staffing::v1::EXTREME);
  gap.mutable_priority()->set_priority(2.25);
  return gap;
}

Messages Just(const google::protobuf::Message& message) {
  Messages messages;
  messages.emplace_back(message.New())->CopyFrom(message);
  return messages;
}

TEST(InLanguageTest, FallsBackFromTheLanguageAskedFor) {
  type::v1::LocalizedText text;
  text.set_en("Homs");
  EXPECT_EQ(InLanguage(text, Language::kFrench), "Homs");
  text.set_ar("حمص");
  EXPECT_EQ(InLanguage(text, Language::kFrench), "حمص");
  EXPECT_EQ(InLanguage(text, Language::kEnglish), "Homs");
}

TEST(RoundedTest, RoundsHalfUpToTwoDecimals) {
  EXPECT_EQ(Rounded(1.005), "1.01");
  EXPECT_EQ(Rounded(-4.96), "-4.96");
  EXPECT_EQ(Rounded(3), "3");
}

TEST(CellsTest, ReadingShortensAndRounds) {
  const Cells cells = CellsForReading(ExampleGap(), Language::kArabic);
  EXPECT_THAT(cells, Contains(Pair("facility", "abnub")));
  EXPECT_THAT(cells, Contains(Pair("facility_display_name", "مستشفى أبنوب")));
  EXPECT_THAT(cells, Contains(Pair("required", "17.46")));
}

TEST(CellsTest, FilesKeepFullNamesAndAllDigits) {
  const Cells cells = CellsForFiles(ExampleGap());
  EXPECT_THAT(cells, Contains(Pair("facility", "directorates/assiut/facilities/abnub")));
  EXPECT_THAT(cells, Contains(Pair("required", "17.45810055865922")));
  EXPECT_THAT(cells, Contains(Pair("priority.priority", "2.25")));
  EXPECT_THAT(cells, Contains(Pair("ratio", "")));
}

TEST(CsvTest, OpensInSpreadsheetsWithArabicIntact) {
  EXPECT_THAT(ToCsv(Just(ExampleGap())),
              AllOf(StartsWith("\xEF\xBB\xBF"), HasSubstr("مستشفى أبنوب"), HasSubstr("\r\n")));
}

TEST(JsonTest, UsesTheContractsNames) {
  EXPECT_THAT(ToJson("gaps", Just(ExampleGap())),
              AllOf(StartsWith("{\"gaps\": ["), HasSubstr("\"facility_display_name\""),
                    Not(HasSubstr("facilityDisplayName"))));
}

}  // namespace
}  // namespace mudiriya::cli
