#include "common/resource/table.h"

#include "tests/common/resource/widget_fixture.h"

namespace mudiriya::testing {
namespace {

using resource::Lock;
using resource::ResourceName;

class TableTest : public WidgetTest {};

// A widget with every field set.
v1::Widget Full() {
  v1::Widget widget = MakeWidget(1);
  widget.set_name("directorates/homs/widgets/w1");
  widget.mutable_display_name()->set_fr("Pièce 'x' \"y\" \\");
  widget.set_referral(true);
  widget.mutable_location()->set_latitude(34.7324);
  widget.mutable_location()->set_longitude(-36.7137);
  widget.mutable_opened()->set_year(1998);
  widget.mutable_opened()->set_month(12);
  widget.mutable_opened()->set_day(31);
  widget.mutable_checked_time()->set_seconds(1'770'624'000);
  widget.mutable_checked_time()->set_nanos(123'456'000);
  widget.add_services("طوارئ");
  widget.add_services("x-ray");
  widget.add_colours(v1::Widget::GREEN);
  widget.mutable_contact()->set_phone("031");
  (*widget.mutable_labels())["k"] = "v";
  widget.set_parent_widget("directorates/homs/widgets/w9");
  widget.set_main_part("directorates/homs/widgets/w1/parts/p1");
  widget.set_remark("سطر\nline");
  widget.set_label("l");
  return widget;
}

TEST_F(TableTest, EveryFieldComesBack) {
  v1::Widget widget = Full();
  ASSERT_OK(connection().Write(
      [&](db::Transaction& tx) { return Widgets().Insert(tx, widget, clock_.Now()); }));
  EXPECT_EQ(widget.etag(), "1");
  EXPECT_EQ(Stored(1).DebugString(), widget.DebugString());
}

TEST_F(TableTest, UnsetFieldsStayUnset) {
  v1::Widget widget;
  widget.set_name("directorates/homs/widgets/w1");
  ASSERT_OK(connection().Write(
      [&](db::Transaction& tx) { return Widgets().Insert(tx, widget, clock_.Now()); }));
  EXPECT_EQ(Stored(1).DebugString(), widget.DebugString());
}

TEST_F(TableTest, UniqueValueIsNamed) {
  Store(1);
  v1::Widget other = Named(2);
  other.set_code("W1");
  const absl::Status status = connection().Write(
      [&](db::Transaction& tx) { return Widgets().Insert(tx, other, clock_.Now()); });
  EXPECT_THAT(status, HasError(Reason::VALUE_TAKEN));
  EXPECT_EQ(ArgumentOf(status, "field"), "code");
}

TEST_F(TableTest, UniqueValueMayBeMissingOften) {
  for (int i = 1; i <= 2; ++i) {
    v1::Widget widget = Named(i);
    widget.clear_code();
    EXPECT_OK(connection().Write(
        [&](db::Transaction& tx) { return Widgets().Insert(tx, widget, clock_.Now()); }));
  }
}

TEST_F(TableTest, ReferenceElsewhereIsRefused) {
  v1::Widget widget = Named(1);
  widget.set_parent_widget("directorates/assiut/widgets/w1");
  EXPECT_THAT(connection().Write(
                  [&](db::Transaction& tx) { return Widgets().Insert(tx, widget, clock_.Now()); }),
              HasViolation("parent_widget", Reason::MISMATCH));
}

TEST_F(TableTest, ManyRowsOfAnyNumber) {
  constexpr int kRows = 512 + 64 + 8 + 3;
  Store(kRows);
  EXPECT_EQ(database_.Scalar("SELECT COUNT(*) FROM widget"), absl::StrCat(kRows));
  std::vector<ResourceName> names;
  for (int i = 0; i <= kRows + 1; ++i) names.push_back(NameOf(i));
  names.push_back(NameOf(5));
  names.push_back(Widgets().pattern().Make({"assiut", "w5"}));
  ASSERT_OK_AND_ASSIGN(const auto rows, connection().Write([&](db::Transaction& tx) {
    return Widgets().GetMany(tx, names, Lock::kForUpdate);
  }));
  ASSERT_EQ(rows.size(), names.size());
  EXPECT_FALSE(rows[0].has_value());
  EXPECT_FALSE(rows[kRows + 1].has_value());
  EXPECT_FALSE(rows[kRows + 3].has_value());
  EXPECT_EQ(rows[kRows + 2]->name(), NameOf(5).text());
  for (int i = 1; i <= kRows; ++i) EXPECT_EQ(rows[i]->name(), names[i].text());
}

TEST_F(TableTest, ManyRowsUnderDifferentParents) {
  std::vector<v1::Part> parts;
  std::vector<ResourceName> names;
  for (int i = 0; i < 150; ++i) {
    names.push_back(Parts().pattern().Make(
        {i % 2 == 0 ? "homs" : "assiut", absl::StrCat("w", i % 7), absl::StrCat("p", i)}));
    parts.push_back(MakePart(i));
    parts.back().set_name(names.back().text());
  }
  std::vector<v1::Part*> rows;
  for (v1::Part& part : parts) rows.push_back(&part);
  ASSERT_OK(connection().Write(
      [&](db::Transaction& tx) { return Parts().InsertMany(tx, rows, clock_.Now()); }));
  names.push_back(Parts().pattern().Make({"homs", "w0", "p1"}));
  ASSERT_OK_AND_ASSIGN(const auto found, connection().Read([&](db::Transaction& tx) {
    return Parts().GetMany(tx, names);
  }));
  for (int i = 0; i < 150; ++i) EXPECT_EQ(found[i]->DebugString(), parts[i].DebugString());
  EXPECT_FALSE(found[150].has_value());
}

TEST_F(TableTest, UpdateKeepsCreationAndImmutables) {
  Store(1);
  const v1::Widget old = Stored(1);
  v1::Widget next = old;
  next.set_remark("new");
  next.set_maker("Other");
  clock_.Advance(absl::Seconds(1));
  ASSERT_OK(connection().Write(
      [&](db::Transaction& tx) { return Widgets().Update(tx, old, next, clock_.Now()); }));
  const v1::Widget stored = Stored(1);
  EXPECT_EQ(stored.remark(), "new");
  EXPECT_EQ(stored.maker(), "Acme");
  EXPECT_EQ(stored.etag(), "2");
  EXPECT_EQ(stored.create_time().seconds(), old.create_time().seconds());
  EXPECT_EQ(stored.update_time().seconds(), old.update_time().seconds() + 1);
}

TEST_F(TableTest, UpdateOfAnOldVersionIsStale) {
  Store(1);
  const v1::Widget old = Stored(1);
  const auto update = [&] {
    v1::Widget next = old;
    next.set_remark("new");
    return connection().Write(
        [&](db::Transaction& tx) { return Widgets().Update(tx, old, next, clock_.Now()); });
  };
  EXPECT_OK(update());
  EXPECT_THAT(update(), HasError(Reason::STALE_ETAG));
}

TEST_F(TableTest, UpdateManyStoresOverAndKeepsCreation) {
  Store(20);
  clock_.Advance(absl::Seconds(9));
  std::vector<v1::Widget> widgets;
  for (int i = 1; i <= 20; ++i) widgets.push_back(Stored(i));
  std::vector<v1::Widget*> rows;
  for (v1::Widget& widget : widgets) {
    widget.set_remark("new");
    rows.push_back(&widget);
  }
  const v1::Widget before = Stored(3);
  ASSERT_OK(connection().Write(
      [&](db::Transaction& tx) { return Widgets().UpdateMany(tx, rows, clock_.Now()); }));
  const v1::Widget after = Stored(3);
  EXPECT_EQ(after.remark(), "new");
  EXPECT_EQ(after.etag(), "2");
  EXPECT_EQ(after.create_time().seconds(), before.create_time().seconds());
  EXPECT_EQ(after.update_time().seconds(), before.update_time().seconds() + 9);
  EXPECT_EQ(database_.Scalar("SELECT COUNT(*) FROM widget"), "20");
}

TEST_F(TableTest, UpdateManyNeverStoresOverAnotherRowWithTheSameUniqueValue) {
  Store(2);
  v1::Widget second = Stored(2);
  second.set_code("W1");
  EXPECT_THAT(connection().Write([&](db::Transaction& tx) {
    return Widgets().UpdateMany(tx, {&second}, clock_.Now());
  }),
              HasError(Reason::VALUE_TAKEN));
  EXPECT_EQ(Stored(1).display_name().en(), "Widget 1");
}

TEST_F(TableTest, ChangedPathsAreThoseOfColumns) {
  const v1::Widget old = Full();
  v1::Widget next = old;
  next.mutable_display_name()->set_en("x");
  next.mutable_services()->RemoveLast();
  next.clear_location();
  EXPECT_THAT(Widgets().ChangedPaths(old, next),
              ::testing::ElementsAre("display_name.en", "location.latitude", "location.longitude",
                                     "services"));
  EXPECT_THAT(Widgets().ChangedPaths(old, old), ::testing::IsEmpty());
}

}  // namespace
}  // namespace mudiriya::testing
