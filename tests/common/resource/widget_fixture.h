#ifndef MUDIRIYA_TESTS_COMMON_RESOURCE_WIDGET_FIXTURE_H_
#define MUDIRIYA_TESTS_COMMON_RESOURCE_WIDGET_FIXTURE_H_

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "common/db/connection.h"
#include "common/resource/table.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/common/resource/widgets.h"
#include "tests/testing/database.h"
#include "tests/testing/fake_clock.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/test_call.h"

namespace mudiriya::testing {

// A fresh schema with widgets and parts, and a call to work with.
class WidgetTest : public ::testing::Test {
 protected:
  WidgetTest()
      : database_(WidgetMigrations()),
        call_(&database_.connection(), {"*:administrator"}, "test.widgets.read",
              "mudiriya.test.v1.Test.Method", &clock_) {}

  db::Connection& connection() { return database_.connection(); }

  static resource::ResourceName NameOf(int i) {
    return Widgets().pattern().Make({"homs", absl::StrCat("w", i)});
  }

  static v1::Widget Named(int i) {
    v1::Widget widget = MakeWidget(i);
    widget.set_name(NameOf(i).text());
    return widget;
  }

  // Stores widgets 1 to `count`.
  void Store(int count) {
    std::vector<v1::Widget> widgets;
    for (int i = 1; i <= count; ++i) widgets.push_back(Named(i));
    std::vector<v1::Widget*> rows;
    for (v1::Widget& widget : widgets) rows.push_back(&widget);
    ASSERT_OK(connection().Write(
        [&](db::Transaction& tx) { return Widgets().InsertMany(tx, rows, clock_.Now()); }));
  }

  v1::Widget Stored(int i) {
    auto row =
        connection().ReadOne([&](db::Transaction& tx) { return Widgets().Get(tx, NameOf(i)); });
    EXPECT_OK(row);
    return row.ok() ? *std::move(row) : v1::Widget();
  }

  v1::CreateWidgetRequest CreateRequest(int i) {
    v1::CreateWidgetRequest request;
    request.set_parent("directorates/homs");
    request.set_widget_id(absl::StrCat("w", i));
    *request.mutable_widget() = MakeWidget(i);
    return request;
  }

  FakeClock clock_;
  TestDatabase database_;
  TestCall call_;
};

}  // namespace mudiriya::testing

#endif  // MUDIRIYA_TESTS_COMMON_RESOURCE_WIDGET_FIXTURE_H_
