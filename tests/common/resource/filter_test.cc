#include "common/resource/filter.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "tests/common/resource/widgets.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::resource {
namespace {

using ::testing::HasSubstr;
using testing::HasViolation;

std::string Text(const db::Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return absl::StrCat("'", *text, "'");
  if (const auto* integer = std::get_if<int64_t>(&value)) return absl::StrCat(*integer);
  if (const auto* number = std::get_if<double>(&value)) return absl::StrCat("d", *number);
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
  return "NULL";
}

// The SQL, and its values after it.
std::string Compiled(absl::string_view filter) {
  const auto condition = CompileFilter(testing::Widgets().shape(), filter);
  if (!condition.ok()) return std::string(condition.status().message());
  std::string out = condition->sql;
  for (const db::Value& value : condition->params) absl::StrAppend(&out, " ; ", Text(value));
  return out;
}

absl::Status Refused(absl::string_view filter) {
  return CompileFilter(testing::Widgets().shape(), filter).status();
}

TEST(FilterTest, EmptyIsNoCondition) {
  EXPECT_EQ(Compiled(""), "");
  EXPECT_EQ(Compiled("  "), "");
}

TEST(FilterTest, ComparesByKind) {
  EXPECT_EQ(Compiled("code = W1"), "code = ? ; 'W1'");
  EXPECT_EQ(Compiled("code != W1"), "NOT (code <=> ?) ; 'W1'");
  EXPECT_EQ(Compiled("beds >= 20"), "beds >= ? ; 20");
  EXPECT_EQ(Compiled("beds < ٢٠"), "beds < ? ; 20");
  EXPECT_EQ(Compiled("weight > 0.5"), "weight > ? ; d0.5");
  EXPECT_EQ(Compiled("referral = true"), "referral = ? ; true");
  EXPECT_EQ(Compiled("colour = BLUE"), "colour = ? ; 'BLUE'");
  EXPECT_EQ(Compiled("opened < 2026-02-09"), "opened < ? ; '2026-02-09'");
  EXPECT_EQ(Compiled("create_time > \"2026-02-09T08:30:00+02:00\""),
            "create_time > ? ; '2026-02-09 06:30:00.000000'");
  EXPECT_EQ(Compiled("checked_time <= 2026-02-09"),
            "checked_time <= ? ; '2026-02-09 00:00:00.000000'");
}

TEST(FilterTest, ReferencesByNameOrId) {
  EXPECT_EQ(Compiled("parent_widget = w1"), "parent_widget_id = ? ; 'w1'");
  EXPECT_EQ(Compiled("parent_widget = directorates/homs/widgets/w1"),
            "parent_widget_id = ? ; 'w1'");
  EXPECT_THAT(Refused("parent_widget = 'no id'"), HasViolation("filter", Reason::INVALID_NAME));
}

TEST(FilterTest, WildcardsStandForAnythingAtTheEnds) {
  EXPECT_EQ(Compiled("code = W*"), "code LIKE ? ESCAPE '|' ; 'W%'");
  EXPECT_EQ(Compiled("code = \"*1\""), "code LIKE ? ESCAPE '|' ; '%1'");
  EXPECT_EQ(Compiled("code != W*"), "(code LIKE ? ESCAPE '|') IS NOT TRUE ; 'W%'");
  EXPECT_EQ(Compiled("code = \"50%_|*\""), "code LIKE ? ESCAPE '|' ; '50|%|_||%'");
  EXPECT_EQ(Compiled(R"(code = "W\*")"), "code = ? ; 'W*'");
}

TEST(FilterTest, HasLooksInside) {
  EXPECT_EQ(Compiled("code:W"), "code LIKE ? ESCAPE '|' ; '%W%'");
  EXPECT_EQ(Compiled("display_name:\"مُستشفى أحمد\""),
            "(display_name_search LIKE ? ESCAPE '|' AND display_name_search LIKE ? ESCAPE '|') ; "
            "'%مستشفي%' ; '%احمد%'");
  EXPECT_EQ(Compiled("services:x-ray"), "JSON_CONTAINS(services, ?) ; '\"x-ray\"'");
  EXPECT_EQ(Compiled("colours:GREEN"), "JSON_CONTAINS(colours, ?) ; '\"GREEN\"'");
  EXPECT_EQ(Compiled("colour:BLUE"), "colour = ? ; 'BLUE'");
}

TEST(FilterTest, StarAloneAsksForPresence) {
  EXPECT_EQ(Compiled("code:*"), "(code IS NOT NULL AND code <> '')");
  EXPECT_EQ(Compiled("beds:*"), "beds IS NOT NULL");
  EXPECT_EQ(Compiled("services:*"), "COALESCE(JSON_LENGTH(services), 0) > 0");
  EXPECT_EQ(Compiled("colour:*"), "colour <> ? ; 'COLOUR_UNSPECIFIED'");
}

TEST(FilterTest, BareValuesAreSearched) {
  EXPECT_EQ(Compiled("حمص"), "((display_name_search LIKE ? ESCAPE '|')) ; '%حمص%'");
  EXPECT_EQ(Compiled("\"--\""), "(FALSE)");
  EXPECT_THAT(CompileFilter(testing::Parts().shape(), "word"),
              HasViolation("filter", Reason::UNFILTERABLE_FIELD));
}

TEST(FilterTest, CombinesConditions) {
  EXPECT_EQ(Compiled("beds > 1 AND NOT (code = W1 OR code = W2)"),
            "(beds > ? AND ((code = ? OR code = ?)) IS NOT TRUE) ; 1 ; 'W1' ; 'W2'");
}

TEST(FilterTest, ValuesNeverBecomeSql) {
  const auto condition =
      CompileFilter(testing::Widgets().shape(), "code = \"'; DROP TABLE widget; --\"");
  ASSERT_OK(condition);
  EXPECT_EQ(condition->sql, "code = ?");
}

TEST(FilterTest, UnknownFieldNamesWhatMayBeFiltered) {
  for (absl::string_view filter : {"nothing = 1", "remark = x", "location.latitude = 1",
                                   "display_name.fr = x", "label:x", "etag = 1"}) {
    EXPECT_THAT(Refused(filter), HasViolation("filter", Reason::UNFILTERABLE_FIELD)) << filter;
  }
  const auto violations = Violations::FromStatus(Refused("nothing = 1"));
  EXPECT_THAT(violations.entries()[0].arguments,
              ::testing::Contains(::testing::Field(
                  &Argument::value,
                  HasSubstr("code, display_name.ar, display_name.en, display_name, colour"))));
}

TEST(FilterTest, OperatorsFitTheirFields) {
  for (absl::string_view filter : {"colour > BLUE", "referral < true", "display_name = x",
                                   "services = x", "parent_widget > w1"}) {
    EXPECT_THAT(Refused(filter), HasViolation("filter", Reason::FILTER_OPERATOR)) << filter;
  }
}

TEST(FilterTest, ValuesFitTheirFields) {
  EXPECT_THAT(Refused("colour = PINK"), HasViolation("filter", Reason::UNKNOWN_VALUE));
  EXPECT_THAT(Refused("colours:PINK"), HasViolation("filter", Reason::UNKNOWN_VALUE));
  EXPECT_THAT(Refused("referral = maybe"), HasViolation("filter", Reason::UNKNOWN_VALUE));
  EXPECT_THAT(Refused("beds = many"), HasViolation("filter", Reason::NOT_A_NUMBER));
  EXPECT_THAT(Refused("weight = nan"), HasViolation("filter", Reason::NOT_A_NUMBER));
  EXPECT_THAT(Refused("opened = 2026-02-30x"), HasViolation("filter", Reason::INVALID_DATE));
  EXPECT_THAT(Refused("create_time = soon"), HasViolation("filter", Reason::INVALID_DATE));
}

}  // namespace
}  // namespace mudiriya::resource
