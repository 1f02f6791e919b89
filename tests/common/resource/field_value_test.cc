#include "common/resource/field_value.h"

#include "gtest/gtest.h"
#include "tests/common/resource/widgets.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::resource {
namespace {

using test::v1::Widget;
using testing::HasViolation;

const StoredField& Field(absl::string_view column) {
  for (const StoredField& field : testing::Widgets().shape().fields) {
    if (field.column.name() == column) return field;
  }
  ADD_FAILURE() << column;
  std::abort();
}

db::Value Read(absl::string_view column, const Widget& widget) {
  return ReadField(Field(column), widget);
}

db::Value Text(const char* text) { return std::string(text); }

TEST(FieldValueTest, UnsetIsNull) {
  const Widget empty;
  for (absl::string_view column :
       {"code", "display_name_ar", "display_name_search", "beds", "location_latitude", "opened",
        "checked_time", "contact", "parent_widget_id", "main_part_id"}) {
    EXPECT_EQ(Read(column, empty), db::Value(nullptr)) << column;
  }
}

TEST(FieldValueTest, ScalarsWithoutPresenceAreStoredAsTheyAre) {
  const Widget empty;
  EXPECT_EQ(Read("maker", empty), Text(""));
  EXPECT_EQ(Read("weight", empty), db::Value(0.0));
  EXPECT_EQ(Read("referral", empty), db::Value(false));
  EXPECT_EQ(Read("colour", empty), Text("COLOUR_UNSPECIFIED"));
  EXPECT_EQ(Read("services", empty), Text("[]"));
}

TEST(FieldValueTest, PresenceIsKept) {
  Widget widget;
  widget.set_beds(0);
  widget.mutable_location();
  EXPECT_EQ(Read("beds", widget), db::Value(int64_t{0}));
  EXPECT_EQ(Read("location_latitude", widget), db::Value(0.0));
  Widget back;
  WriteField(Field("beds"), int64_t{0}, "homs", back);
  WriteField(Field("location_latitude"), 0.0, "homs", back);
  EXPECT_TRUE(back.has_beds());
  EXPECT_TRUE(back.has_location());
}

TEST(FieldValueTest, DatesAndTimesTravelAsText) {
  Widget widget;
  widget.mutable_opened()->set_year(2026);
  widget.mutable_opened()->set_month(2);
  widget.mutable_opened()->set_day(9);
  widget.mutable_checked_time()->set_seconds(1'770'624'000);
  widget.mutable_checked_time()->set_nanos(250'000'000);
  EXPECT_EQ(Read("opened", widget), Text("2026-02-09"));
  EXPECT_EQ(Read("checked_time", widget), Text("2026-02-09 08:00:00.250000"));
  Widget back;
  WriteField(Field("opened"), Text("2026-02-09"), "homs", back);
  WriteField(Field("checked_time"), Text("2026-02-09 08:00:00.250000"), "homs", back);
  EXPECT_EQ(back.opened().DebugString(), widget.opened().DebugString());
  EXPECT_EQ(back.checked_time().DebugString(), widget.checked_time().DebugString());
}

TEST(FieldValueTest, TimesBeforeTheEpochKeepTheirFraction) {
  Widget widget;
  WriteField(Field("checked_time"), Text("1969-12-31 23:59:59.250000"), "homs", widget);
  EXPECT_EQ(widget.checked_time().seconds(), -1);
  EXPECT_EQ(widget.checked_time().nanos(), 250'000'000);
  EXPECT_EQ(Read("checked_time", widget), Text("1969-12-31 23:59:59.250000"));
}

TEST(FieldValueTest, ReferencesAreStoredById) {
  Widget widget;
  widget.set_parent_widget("directorates/homs/widgets/w1");
  widget.set_main_part("directorates/homs/widgets/w1/parts/p2");
  EXPECT_EQ(Read("parent_widget_id", widget), Text("w1"));
  EXPECT_EQ(Read("main_part_id", widget), Text("w1/p2"));
  Widget back;
  WriteField(Field("parent_widget_id"), Text("w1"), "homs", back);
  WriteField(Field("main_part_id"), Text("w1/p2"), "homs", back);
  EXPECT_EQ(back.DebugString(), widget.DebugString());
}

TEST(FieldValueTest, ReferencesStayInTheirDirectorate) {
  const TableShape& shape = testing::Widgets().shape();
  Widget widget;
  widget.set_parent_widget("directorates/homs/widgets/w1");
  EXPECT_TRUE(CheckReferences(shape, widget, "homs", "").empty());
  EXPECT_THAT(CheckReferences(shape, widget, "assiut", "widget.").ToStatus(),
              HasViolation("widget.parent_widget", Reason::MISMATCH));
  widget.set_parent_widget("w1");
  EXPECT_THAT(CheckReferences(shape, widget, "homs", "").ToStatus(),
              HasViolation("parent_widget", Reason::INVALID_NAME));
}

TEST(FieldValueTest, SearchTextHoldsAllLanguages) {
  Widget widget;
  widget.mutable_display_name()->set_ar("مُستشفى أحمد");
  widget.mutable_display_name()->set_fr("Hôpital");
  EXPECT_EQ(Read("display_name_search", widget), Text("مستشفي احمد hopital"));
}

TEST(FieldValueTest, UnknownEnumNameLeavesTheFieldUnset) {
  Widget widget;
  WriteField(Field("colour"), Text("PINK"), "homs", widget);
  EXPECT_EQ(widget.colour(), Widget::COLOUR_UNSPECIFIED);
}

}  // namespace
}  // namespace mudiriya::resource
