// What a row of an imported file costs: read, validated, compared with what is stored, stored and
// logged, against a bare multi-row INSERT of the same values in the same database, in turns within
// one run. The rows have 24 fields, of which the file gives 10.
#include <algorithm>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/time/clock.h"
#include "common/db/connection.h"
#include "common/resource/batch.h"
#include "common/resource/import.h"
#include "common/resource/table_rows.h"
#include "common/resource/table_sql.h"
#include "import_rows.pb.h"
#include "tests/common/resource/widgets.h"
#include "tests/testing/database.h"
#include "tests/testing/test_call.h"

namespace mudiriya::testing {
namespace {

using test::v1::ImportRowsRequest;
using test::v1::ImportRowsResponse;

constexpr int kRows = 40 * static_cast<int>(resource::kMaxBatchRows);
constexpr int kRounds = 5;
constexpr char kNow[] = "2026-02-09 08:00:00.000000";
constexpr char kPromise[] = "promised: at least 0.10, aimed at 0.30";

void Check(const absl::Status& status) {
  if (status.ok()) return;
  absl::FPrintF(stderr, "%s\n", status.ToString());
  std::exit(1);
}

std::string File() {
  std::string csv =
      "widget,code,display_name.ar,display_name.en,colour,maker,beds,weight,referral,opened\n";
  for (int i = 0; i < kRows; ++i) {
    absl::StrAppend(&csv, "w", i, ",W", i, ",مركز صحي ", i, ",Health centre ", i, ",BLUE,Acme,",
                    i % 900, ",", i % 10, ".5,true,2026-02-09\n");
  }
  return csv;
}

v1::Widget RowOf(int i) {
  v1::Widget widget = MakeWidget(i);
  widget.mutable_display_name()->set_ar(absl::StrCat("مركز صحي ", i));
  widget.mutable_display_name()->set_en(absl::StrCat("Health centre ", i));
  widget.set_beds(i % 900);
  widget.set_referral(true);
  widget.mutable_opened()->set_year(2026);
  widget.mutable_opened()->set_month(2);
  widget.mutable_opened()->set_day(9);
  widget.set_etag("1");
  return widget;
}

// The values of each statement, made beforehand.
std::vector<std::vector<db::Value>> Values(const std::string& directorate) {
  std::vector<std::vector<db::Value>> statements;
  for (int i = 0; i < kRows; ++i) {
    if (i % resource::kMaxBatchRows == 0) statements.emplace_back();
    const auto name = Widgets().pattern().Make({directorate, absl::StrCat("w", i)});
    resource::AppendStoredRow(Widgets().shape(), name, RowOf(i), kNow, &statements.back());
  }
  return statements;
}

double Rate(absl::Time start) { return kRows / absl::ToDoubleSeconds(absl::Now() - start); }

double BareRate(db::Connection& connection, int round) {
  const auto statements = Values(absl::StrCat("bare", round));
  const std::string sql =
      resource::InsertStatement(Widgets().shape(), resource::kMaxBatchRows, /*upsert=*/false);
  const absl::Time start = absl::Now();
  Check(connection.Write([&](db::Transaction& tx) -> absl::Status {
    for (const auto& values : statements) Check(tx.Execute(sql, values).status());
    return absl::OkStatus();
  }));
  return Rate(start);
}

double ImportRate(db::Connection& connection, const std::string& csv, int round, bool again) {
  TestCall call(&connection);
  ImportRowsRequest request;
  request.set_parent(absl::StrCat("directorates/d", round));
  request.set_csv(csv);
  const absl::Time start = absl::Now();
  const auto response = resource::RunImport<ImportRowsResponse>(*call, Widgets(), request);
  Check(response.status());
  const int64_t done = again ? response->unchanged_count() : response->created_count();
  if (done != kRows) Check(absl::InternalError(response->ShortDebugString()));
  return Rate(start);
}

double Median(std::vector<double> values) {
  std::nth_element(values.begin(), values.begin() + values.size() / 2, values.end());
  return values[values.size() / 2];
}

void Run() {
  TestDatabase database(WidgetMigrations());
  db::Connection& connection = database.connection();
  const std::string csv = File();
  std::vector<double> bare;
  std::vector<double> created;
  std::vector<double> unchanged;
  for (int round = 0; round < kRounds; ++round) {
    bare.push_back(BareRate(connection, round));
    created.push_back(ImportRate(connection, csv, round, /*again=*/false));
    unchanged.push_back(ImportRate(connection, csv, round, /*again=*/true));
  }
  absl::PrintF("bare multi-row INSERT   %8.0f rows/s\n", Median(bare));
  absl::PrintF("import, all created     %8.0f rows/s  ratio %.2f  (%s)\n", Median(created),
               Median(created) / Median(bare), kPromise);
  absl::PrintF("import, all unchanged   %8.0f rows/s  ratio %.2f\n", Median(unchanged),
               Median(unchanged) / Median(bare));
}

}  // namespace
}  // namespace mudiriya::testing

int main() {
  mudiriya::testing::Run();
  return 0;
}
