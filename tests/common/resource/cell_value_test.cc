#include "common/resource/cell_value.h"

#include <string>

#include "absl/strings/str_split.h"
#include "gtest/gtest.h"
#include "tests/common/resource/widgets.h"

namespace mudiriya::resource {
namespace {

using test::v1::Widget;

CellField Field(absl::string_view path) {
  CellField field;
  const google::protobuf::Descriptor* at = Widget::descriptor();
  for (absl::string_view part : absl::StrSplit(path, '.')) {
    field.path.push_back(at->FindFieldByName(std::string(part)));
    at = field.path.back()->message_type();
  }
  field.directorate = "homs";
  return field;
}

// The reason of the fault; "" if the cell was taken into `widget`.
std::string Set(absl::string_view path, absl::string_view cell, Widget& widget) {
  const auto fault = SetCell(Field(path), cell, widget);
  return fault ? std::string(ReasonName(fault->reason)) : "";
}

TEST(CellValueTest, NumbersAsPeopleWriteThem) {
  Widget widget;
  EXPECT_EQ(Set("beds", "١٢٠", widget), "");
  EXPECT_EQ(widget.beds(), 120);
  EXPECT_EQ(Set("beds", "12.0", widget), "");
  EXPECT_EQ(widget.beds(), 12);
  EXPECT_EQ(Set("weight", "1٫5", widget), "");
  EXPECT_EQ(widget.weight(), 1.5);
  EXPECT_EQ(Set("beds", "1.5", widget), "NOT_A_NUMBER");
  EXPECT_EQ(Set("beds", "many", widget), "NOT_A_NUMBER");
  EXPECT_EQ(Set("beds", "3000000000", widget), "NOT_A_NUMBER");
}

TEST(CellValueTest, CommaIsDecimalInSemicolonFiles) {
  Widget widget;
  CellField field = Field("weight");
  field.decimal_mark = text::DecimalMark::kComma;
  EXPECT_FALSE(SetCell(field, "1,234", widget).has_value());
  EXPECT_EQ(widget.weight(), 1.234);
}

TEST(CellValueTest, YesAndNoInThreeLanguages) {
  Widget widget;
  for (absl::string_view yes : {"true", "TRUE", "1", "yes", "نعم", "Oui"}) {
    EXPECT_EQ(Set("referral", yes, widget), "") << yes;
    EXPECT_TRUE(widget.referral()) << yes;
  }
  for (absl::string_view no : {"false", "0", "No", "لا", "non"}) {
    EXPECT_EQ(Set("referral", no, widget), "") << no;
    EXPECT_FALSE(widget.referral()) << no;
  }
  EXPECT_EQ(Set("referral", "perhaps", widget), "UNKNOWN_VALUE");
}

TEST(CellValueTest, EnumsByName) {
  Widget widget;
  EXPECT_EQ(Set("colour", "blue", widget), "");
  EXPECT_EQ(widget.colour(), Widget::BLUE);
  EXPECT_EQ(Set("colour", "pink", widget), "UNKNOWN_VALUE");
}

TEST(CellValueTest, DatesInTheRegionsForms) {
  Widget widget;
  for (absl::string_view day : {"2026-02-09", "9/2/2026", "٩ شباط ٢٠٢٦", "9 février 2026"}) {
    EXPECT_EQ(Set("opened", day, widget), "") << day;
    EXPECT_EQ(widget.opened().month(), 2) << day;
    EXPECT_EQ(widget.opened().day(), 9) << day;
  }
  EXPECT_EQ(Set("opened", "2026-02-30", widget), "INVALID_DATE");
  EXPECT_EQ(Set("checked_time", "2026-02-09T08:00:00Z", widget), "");
  EXPECT_EQ(widget.checked_time().seconds(), 1'770'624'000);
  EXPECT_EQ(Set("checked_time", "soon", widget), "INVALID_DATE");
}

TEST(CellValueTest, ElementsAndMessages) {
  Widget widget;
  EXPECT_EQ(Set("services", "x-ray; lab |طوارئ، ", widget), "");
  EXPECT_EQ(widget.services_size(), 3);
  EXPECT_EQ(Set("colours", "blue;green", widget), "");
  EXPECT_EQ(widget.colours(1), Widget::GREEN);
  EXPECT_EQ(Set("colours", "blue;pink", widget), "UNKNOWN_VALUE");
  EXPECT_EQ(Set("contact", R"({"phone":"031"})", widget), "");
  EXPECT_EQ(widget.contact().phone(), "031");
  EXPECT_EQ(Set("labels", R"({"a":"b"})", widget), "");
  EXPECT_EQ(widget.labels().at("a"), "b");
  EXPECT_EQ(Set("contact", "031", widget), "PATTERN");
}

TEST(CellValueTest, ReferenceByIdOrName) {
  Widget widget;
  CellField field = Field("parent_widget");
  field.reference = ResourcePattern::OfType("test.mudiriya.health/Widget").value();
  EXPECT_FALSE(SetCell(field, "w1", widget).has_value());
  EXPECT_EQ(widget.parent_widget(), "directorates/homs/widgets/w1");
  EXPECT_FALSE(SetCell(field, "directorates/homs/widgets/w2", widget).has_value());
  EXPECT_EQ(widget.parent_widget(), "directorates/homs/widgets/w2");
}

TEST(CellValueTest, EmptyCellClears) {
  Widget widget = testing::MakeWidget(1);
  EXPECT_EQ(Set("beds", "", widget), "");
  EXPECT_FALSE(widget.has_beds());
  EXPECT_EQ(Set("display_name.en", "", widget), "");
  EXPECT_EQ(widget.display_name().en(), "");
  EXPECT_NE(widget.display_name().ar(), "");
  EXPECT_EQ(Set("location.latitude", "", widget), "");
  EXPECT_FALSE(widget.has_location());
}

}  // namespace
}  // namespace mudiriya::resource
