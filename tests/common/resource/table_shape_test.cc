#include "common/resource/table_shape.h"

#include "common/resource/table.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/common/resource/widgets.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::resource {
namespace {

using ::testing::HasSubstr;
using testing::StatusIs;

absl::Status Made(const std::vector<Column>& columns) {
  return MakeShape(test::v1::Widget::default_instance(), "widget", columns).status();
}

void ExpectRefused(const Column& column, absl::string_view problem) {
  EXPECT_THAT(Made({column}),
              StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr(std::string(problem))))
      << column.path();
}

TEST(TableShapeTest, ColumnsAreNamedAfterTheirPaths) {
  EXPECT_EQ(Text("display_name.ar").name(), "display_name_ar");
  EXPECT_EQ(Reference("area").name(), "area_id");
  EXPECT_EQ(Search("display_name").name(), "display_name_search");
  EXPECT_EQ(Text("a").Named("b").name(), "b");
}

TEST(TableShapeTest, KeyColumnsAreThePatternsVariables) {
  EXPECT_THAT(testing::Parts().shape().key_columns,
              ::testing::ElementsAre("directorate_id", "widget_id", "part_id"));
}

TEST(TableShapeTest, RefusesWhatDoesNotFit) {
  ExpectRefused(Text("nothing"), "no such field");
  ExpectRefused(Text("display_name.de"), "no such field");
  ExpectRefused(Text("code.x"), "no message");
  ExpectRefused(Text("services"), "cannot hold");
  ExpectRefused(Text("display_name"), "cannot hold");
  ExpectRefused(Number("beds"), "cannot hold");
  ExpectRefused(Integer("weight"), "cannot hold");
  ExpectRefused(Bool("code"), "cannot hold");
  ExpectRefused(EnumName("code"), "cannot hold");
  ExpectRefused(Timestamp("opened"), "cannot hold");
  ExpectRefused(DateColumn("checked_time"), "cannot hold");
  ExpectRefused(Json("code"), "cannot hold");
  ExpectRefused(Search("contact"), "cannot hold");
  ExpectRefused(Reference("code"), "give the pattern");
  ExpectRefused(Json("contact").Filterable(), "only repeated scalars");
}

TEST(TableShapeTest, RefusesAColumnTwice) {
  EXPECT_THAT(Made({Text("code"), Text("maker").Named("code")}),
              StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("declared twice")));
}

TEST(TableShapeTest, ImmutableIsTheFieldsOrTheColumns) {
  const auto shape = MakeShape(test::v1::Widget::default_instance(), "widget",
                               {Text("maker"), Text("code").Immutable(), Text("remark")});
  ASSERT_OK(shape);
  EXPECT_TRUE(shape->fields[0].immutable);
  EXPECT_TRUE(shape->fields[1].immutable);
  EXPECT_FALSE(shape->fields[2].immutable);
  EXPECT_THAT(shape->update_row,
              HasSubstr("SET remark = ?, update_time = ?, row_version = ? WHERE"));
}

TEST(TableShapeDeathTest, TableOfAMistakeEndsTheProcess) {
  EXPECT_DEATH(Table<test::v1::Widget>("widget", {Text("nothing")}), "no such field");
}

}  // namespace
}  // namespace mudiriya::resource
