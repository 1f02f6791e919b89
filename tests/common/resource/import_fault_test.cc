// Imports with hooks, and among faults.
#include <memory>
#include <string>

#include "absl/strings/str_cat.h"
#include "common/resource/import.h"
#include "common/status/errors.h"
#include "import_rows.pb.h"
#include "tests/common/resource/widget_fixture.h"
#include "tests/testing/faults.h"

namespace mudiriya::testing {
namespace {

using resource::Hooks;
using resource::ImportHooks;
using resource::ImportRow;
using test::v1::ImportRowsRequest;
using test::v1::ImportRowsResponse;

class ImportHooksTest : public WidgetTest {
 protected:
  // Widgets 1 to `rows`.
  static std::string File(int rows) {
    std::string csv = "widget,code,display_name.en,colour,beds\n";
    for (int i = 1; i <= rows; ++i)
      absl::StrAppend(&csv, "w", i, ",W", i, ",N,BLUE,", i % 900, "\n");
    return csv;
  }

  absl::StatusOr<ImportRowsResponse> Import(Call& call, const std::string& csv,
                                            const ImportHooks<v1::Widget>& hooks = {}) {
    ImportRowsRequest request;
    request.set_parent("directorates/homs");
    request.set_csv(csv);
    return resource::RunImport<ImportRowsResponse>(call, Widgets(), request, hooks);
  }

  static absl::Status Refusal(absl::string_view field) {
    return InvalidField(field, Reason::MISMATCH, {{"expected", "x"}});
  }

  std::string Rows() { return database_.Scalar("SELECT COUNT(*) FROM widget"); }
  std::string Entries() { return database_.Scalar("SELECT COUNT(*) FROM change_log"); }
};

TEST_F(ImportHooksTest, BatchHooksFillInAndReject) {
  ImportHooks<v1::Widget> hooks;
  int before = 0;
  hooks.before_transaction = [&](Call&, auto rows) {
    before += static_cast<int>(rows.size());
    rows[0].Reject(Refusal("widget.code"));
    return absl::OkStatus();
  };
  hooks.before_write = [](db::Transaction&, auto rows) {
    for (const ImportRow<v1::Widget>& row : rows) {
      EXPECT_EQ(row.old(), nullptr);
      row.next().set_label("computed");
      if (row.next().beds() == 3) row.Reject(Refusal("widget.beds"));
    }
    return absl::OkStatus();
  };
  size_t after = 0;
  hooks.after_write = [&](db::Transaction&, auto rows) {
    after = rows.size();
    return absl::OkStatus();
  };
  ASSERT_OK_AND_ASSIGN(const auto response, Import(*call_, File(5), hooks));
  EXPECT_EQ(before, 5);
  EXPECT_EQ(after, 3u);
  EXPECT_EQ(response.created_count(), 3);
  EXPECT_EQ(response.rejected_count(), 2);
  EXPECT_EQ(response.outcomes(0).problems(0).field(), "code");
  EXPECT_EQ(response.outcomes(0).problems(0).column(), "code");
  EXPECT_EQ(response.outcomes(1).row(), 4);
  EXPECT_EQ(Stored(2).label(), "computed");
  EXPECT_EQ(Entries(), "3");
}

TEST_F(ImportHooksTest, RowHooksSeeTheRowsBefore) {
  ImportHooks<v1::Widget> hooks;
  // No more than 8 beds in all, whoever comes first.
  hooks.each_row = [](const v1::Widget&) {
    Hooks<v1::Widget> row;
    row.after_write = [](db::Transaction& tx, const v1::Widget*,
                         const v1::Widget*) -> absl::Status {
      const auto sum = tx.Query("SELECT SUM(beds) FROM widget WHERE directorate_id = 'homs'");
      if (!sum.ok()) return sum.status();
      return sum->front().Int64(0) > 8 ? Refusal("widget.beds") : absl::OkStatus();
    };
    return row;
  };
  ASSERT_OK_AND_ASSIGN(const auto response, Import(*call_, File(5), hooks));
  EXPECT_EQ(response.created_count(), 3);  // 1 + 2 + 3
  EXPECT_EQ(response.rejected_count(), 2);
  EXPECT_EQ(Rows(), "3");
  EXPECT_EQ(Entries(), "3");
  ASSERT_OK_AND_ASSIGN(const auto again, Import(*call_, File(3), hooks));
  EXPECT_EQ(again.unchanged_count(), 3);
}

TEST_F(ImportHooksTest, OutsideQuestionOfARowRejectsIt) {
  ImportHooks<v1::Widget> hooks;
  hooks.each_row = [](const v1::Widget& given) {
    Hooks<v1::Widget> row;
    const bool refused = given.beds() == 2;
    row.before_transaction = [refused](Call&) {
      return refused ? Refusal("widget.code") : absl::OkStatus();
    };
    return row;
  };
  ASSERT_OK_AND_ASSIGN(const auto response, Import(*call_, File(3), hooks));
  EXPECT_EQ(response.created_count(), 2);
  EXPECT_EQ(response.outcomes(0).row(), 3);
}

TEST_F(ImportHooksTest, IdMayFollowFromTheRow) {
  ImportHooks<v1::Widget> hooks;
  hooks.id_of = [](const v1::Widget& row) -> absl::StatusOr<std::string> {
    if (!row.has_beds()) return InvalidField("beds", Reason::REQUIRED);
    return absl::StrCat("beds-", row.beds());
  };
  ASSERT_OK_AND_ASSIGN(
      const auto response,
      Import(*call_, "display_name.en,colour,beds\nA,BLUE,4\nB,BLUE,\nC,BLUE,4\n", hooks));
  EXPECT_EQ(response.created_count(), 1);
  EXPECT_EQ(response.outcomes(0).problems(0).field(), "beds");
  EXPECT_EQ(response.outcomes(1).problems(0).reason(), "DUPLICATE_ROW");
}

TEST_F(ImportHooksTest, FieldsWithoutColumnCountOnceAHookFillsThemIn) {
  // `label` stands for a field that is stored elsewhere.
  ImportHooks<v1::Widget> hooks;
  int completed = 0;
  hooks.complete = [&](db::Transaction&, absl::Span<v1::Widget* const> stored) {
    completed += static_cast<int>(stored.size());
    return absl::OkStatus();
  };
  ASSERT_OK(Import(*call_, File(3), hooks));
  ASSERT_OK_AND_ASSIGN(const auto again, Import(*call_, File(3), hooks));
  EXPECT_EQ(completed, 3);
  EXPECT_EQ(again.unchanged_count(), 3);
}

TEST_F(ImportHooksTest, ErrorOfAHookItselfWritesNothing) {
  ImportHooks<v1::Widget> hooks;
  hooks.after_write = [](db::Transaction&, auto) { return absl::InternalError("broken"); };
  EXPECT_THAT(Import(*call_, File(3), hooks), StatusIs(absl::StatusCode::kInternal));
  EXPECT_EQ(Rows(), "0");
}

TEST_F(ImportHooksTest, OneBadValueAmongThousandsIsFound) {
  Store(1);
  std::string csv = File(1500);
  // Row 700 takes the code of a widget that lies in another row of the same statement.
  const size_t place = csv.find("w700,W700,");
  csv.replace(place, 10, "w700,W699,");
  ASSERT_OK_AND_ASSIGN(const auto response, Import(*call_, csv));
  ASSERT_EQ(response.rejected_count(), 1)
      << response.outcomes(0).DebugString() << response.outcomes(1).DebugString();
  EXPECT_EQ(response.outcomes(0).row(), 701);
  EXPECT_EQ(response.created_count() + response.updated_count(), 1499);
  EXPECT_EQ(Rows(), "1499");
  EXPECT_EQ(Entries(), "1499");
}

TEST_F(ImportHooksTest, DeadlockIsTriedAgainAndLostCommitIsToldApart) {
  auto faults = std::make_shared<ScriptedFaults>();
  db::DatabaseOptions options = database_.options();
  options.faults = faults;
  db::Connection faulty(options);
  TestCall call(&faulty, {"*:administrator"}, "p.q.r", "m", &clock_);
  faults->FailNext("INSERT INTO change_log", 1213);
  ASSERT_OK_AND_ASSIGN(const auto response, Import(*call, File(600)));
  EXPECT_TRUE(faults->done());
  EXPECT_EQ(response.created_count(), 600);
  EXPECT_EQ(Entries(), "600");
  faults->KillNext(db::FaultPoint::kAfterCommit);
  EXPECT_THAT(Import(*call, File(601)), HasError(Reason::COMMIT_UNKNOWN));
  ASSERT_OK_AND_ASSIGN(const auto again, Import(*call, File(601)));
  EXPECT_EQ(again.unchanged_count(), 601);
}

}  // namespace
}  // namespace mudiriya::testing
