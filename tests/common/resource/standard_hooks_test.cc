#include <string>

#include "common/resource/change_log.h"
#include "common/resource/standard.h"
#include "common/status/errors.h"
#include "tests/common/resource/widget_fixture.h"

namespace mudiriya::testing {
namespace {

namespace standard = resource::standard;
using resource::Hooks;

class StandardTest : public WidgetTest {
 protected:
  std::string Rows() { return database_.Scalar("SELECT COUNT(*) FROM widget"); }
  std::string Entries() { return database_.Scalar("SELECT COUNT(*) FROM change_log"); }
};

TEST_F(StandardTest, HooksFillInAndFollow) {
  Hooks<v1::Widget> hooks;
  hooks.before_write = [](db::Transaction&, const v1::Widget* old, v1::Widget& next) {
    EXPECT_EQ(old, nullptr);
    next.set_label("computed");
    return absl::OkStatus();
  };
  hooks.after_write = [](db::Transaction& tx, const v1::Widget* old, const v1::Widget* next) {
    EXPECT_EQ(old, nullptr);
    EXPECT_EQ(next->etag(), "1");
    return tx.Execute("UPDATE widget SET beds = 77 WHERE directorate_id = 'homs'").status();
  };
  ASSERT_OK_AND_ASSIGN(const auto created,
                       standard::Create(*call_, Widgets(), CreateRequest(1), hooks));
  EXPECT_EQ(created.label(), "computed");
  EXPECT_EQ(Stored(1).label(), "computed");
  EXPECT_EQ(Stored(1).beds(), 77);
}

TEST_F(StandardTest, ErrorOfAnyHookLeavesNothing) {
  const auto refuse = [] { return Error(Reason::IN_USE, {{"name", "x"}, {"user", "y"}}); };
  Hooks<v1::Widget> hooks;
  hooks.after_write = [&](db::Transaction&, const v1::Widget*, const v1::Widget*) {
    return refuse();
  };
  EXPECT_THAT(standard::Create(*call_, Widgets(), CreateRequest(1), hooks),
              HasError(Reason::IN_USE));
  EXPECT_EQ(Rows(), "0");
  EXPECT_EQ(Entries(), "0");
  Store(1);
  Hooks<v1::Widget> keep;
  keep.before_delete = [&](db::Transaction&, const v1::Widget&) { return refuse(); };
  v1::DeleteWidgetRequest request;
  request.set_name(NameOf(1).text());
  EXPECT_THAT(standard::Delete<v1::Widget>(*call_, Widgets(), request, keep),
              HasError(Reason::IN_USE));
  EXPECT_FALSE(Stored(1).has_delete_time());
}

TEST_F(StandardTest, OutputOnlyFieldsOfTheRequestAreIgnored) {
  v1::CreateWidgetRequest request = CreateRequest(1);
  request.mutable_widget()->set_name("directorates/homs/widgets/elsewhere");
  request.mutable_widget()->set_label("mine");
  request.mutable_widget()->mutable_delete_time()->set_seconds(1);
  request.mutable_widget()->set_etag("77");
  ASSERT_OK_AND_ASSIGN(const auto created, standard::Create(*call_, Widgets(), request));
  EXPECT_EQ(created.name(), NameOf(1).text());
  EXPECT_EQ(created.label(), "");
  EXPECT_EQ(created.etag(), "1");
  EXPECT_FALSE(created.has_delete_time());
}

TEST_F(StandardTest, IdIsGeneratedWhereNoneIsGiven) {
  v1::CreateWidgetRequest request = CreateRequest(1);
  request.clear_widget_id();
  ASSERT_OK_AND_ASSIGN(const auto created, CreateWidget(*call_, request));
  EXPECT_TRUE(Widgets().pattern().Matches(created.name())) << created.name();
}

TEST_F(StandardTest, ReferenceElsewhereIsRefusedAtItsField) {
  v1::CreateWidgetRequest request = CreateRequest(1);
  request.mutable_widget()->set_parent_widget("directorates/assiut/widgets/w1");
  EXPECT_THAT(CreateWidget(*call_, request),
              HasViolation("widget.parent_widget", Reason::MISMATCH));
}

TEST_F(StandardTest, AllowMissingCreates) {
  v1::UpdateWidgetRequest request;
  *request.mutable_widget() = Named(1);
  request.mutable_update_mask()->add_paths("remark");
  EXPECT_THAT(UpdateWidget(*call_, request), HasError(Reason::NOT_FOUND));
  request.set_allow_missing(true);
  ASSERT_OK_AND_ASSIGN(const auto created, UpdateWidget(*call_, request));
  EXPECT_EQ(created.code(), "W1");
  EXPECT_EQ(created.etag(), "1");
}

TEST_F(StandardTest, HookMayChangeWhatTheRequestDidNot) {
  Store(1);
  Hooks<v1::Widget> hooks;
  hooks.before_write = [](db::Transaction&, const v1::Widget*, v1::Widget& next) {
    next.set_label("computed");
    return absl::OkStatus();
  };
  v1::UpdateWidgetRequest request;
  *request.mutable_widget() = Stored(1);
  request.mutable_update_mask()->add_paths("remark");
  ASSERT_OK_AND_ASSIGN(const auto updated, standard::Update(*call_, Widgets(), request, hooks));
  EXPECT_EQ(updated.label(), "computed");
  EXPECT_EQ(updated.etag(), "2");
}

TEST_F(StandardTest, ChangedPathsAreLogged) {
  Store(1);
  v1::UpdateWidgetRequest request;
  request.mutable_widget()->set_name(NameOf(1).text());
  request.mutable_widget()->set_remark("new");
  request.mutable_widget()->mutable_display_name()->set_en("New");
  request.mutable_widget()->mutable_display_name()->set_ar(MakeWidget(1).display_name().ar());
  request.set_request_id("r-9");
  ASSERT_OK(UpdateWidget(*call_, request));
  ASSERT_OK_AND_ASSIGN(const auto page, resource::ListChanges(*call_, "homs", 0, 0));
  ASSERT_EQ(page.changes.size(), 1u);
  const resource::Change& change = page.changes[0];
  EXPECT_THAT(change.changed_paths(), ::testing::ElementsAre("display_name.en", "remark", "label"));
  EXPECT_EQ(change.resource_type(), "test.mudiriya.health/Widget");
  EXPECT_EQ(change.method(), "mudiriya.test.v1.Test.Method");
  EXPECT_EQ(change.request_id(), "r-9");
  EXPECT_EQ(change.change_time().seconds(), absl::ToUnixSeconds(clock_.Now()));
}

TEST_F(StandardTest, ServicesConditionNarrowsTheList) {
  Store(4);
  v1::ListWidgetsRequest request;
  request.set_parent("directorates/homs");
  ASSERT_OK_AND_ASSIGN(const auto page, standard::List<v1::ListWidgetsResponse>(
                                            *call_, Widgets(), request,
                                            {"beds IN (?, ?)", {int64_t{2}, int64_t{4}}}));
  EXPECT_EQ(page.widgets_size(), 2);
}

}  // namespace
}  // namespace mudiriya::testing
