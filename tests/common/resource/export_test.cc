#include "common/resource/export.h"

#include <string>

#include "absl/strings/str_split.h"
#include "common/resource/import.h"
#include "import_rows.pb.h"
#include "tests/common/resource/widget_fixture.h"

namespace mudiriya::testing {
namespace {

using test::v1::ExportRowsRequest;
using test::v1::ExportRowsResponse;
using ::testing::HasSubstr;
using ::testing::StartsWith;

class ExportTest : public WidgetTest {
 protected:
  std::string Export(const ExportRowsRequest& request, int* pieces = nullptr) {
    std::string csv;
    std::string cursor;
    for (bool done = false; !done;) {
      auto step = resource::RunExport<ExportRowsResponse>(*call_, Widgets(), request, cursor);
      EXPECT_OK(step);
      if (!step.ok()) break;
      for (const ExportRowsResponse& piece : step->messages) csv += piece.csv();
      if (pieces != nullptr) ++*pieces;
      done = step->done;
    }
    return csv;
  }

  ExportRowsRequest All() {
    ExportRowsRequest request;
    request.set_parent("directorates/homs");
    return request;
  }
};

TEST_F(ExportTest, BeginsWithByteOrderMarkAndTitles) {
  const std::string csv = Export(All());
  EXPECT_THAT(csv, StartsWith("\xEF\xBB\xBFname,code,display_name.ar,display_name.en,"));
  EXPECT_EQ(csv.find("display_name_search"), csv.npos);
}

TEST_F(ExportTest, RowsAreAsPeopleReadThem) {
  v1::CreateWidgetRequest request = CreateRequest(1);
  v1::Widget& widget = *request.mutable_widget();
  widget.set_weight(0.1);
  widget.add_services("طوارئ");
  widget.add_services("lab");
  widget.mutable_opened()->set_year(2026);
  widget.mutable_opened()->set_month(2);
  widget.mutable_opened()->set_day(9);
  widget.set_parent_widget("directorates/homs/widgets/w9");
  widget.set_remark("=2+3");
  ASSERT_OK(CreateWidget(*call_, request));
  const std::string csv = Export(All());
  EXPECT_THAT(csv, HasSubstr("directorates/homs/widgets/w1,W1,قطعة 1,Widget 1,,GREEN,Acme,1,0.1,"));
  EXPECT_THAT(csv, HasSubstr("طوارئ; lab"));
  EXPECT_THAT(csv, HasSubstr(",2026-02-09,"));
  EXPECT_THAT(csv, HasSubstr("'=2+3"));
}

TEST_F(ExportTest, ComesBackUnchangedThroughImport) {
  v1::CreateWidgetRequest request = CreateRequest(1);
  v1::Widget& widget = *request.mutable_widget();
  widget.set_weight(1.0 / 3);
  widget.mutable_location()->set_latitude(34.73240001);
  widget.mutable_location()->set_longitude(-0.1);
  widget.mutable_checked_time()->set_seconds(1'770'624'000);
  widget.mutable_checked_time()->set_nanos(250'000'000);
  widget.add_colours(v1::Widget::GREEN);
  widget.mutable_contact()->set_phone("031 \"5\"");
  (*widget.mutable_labels())["k"] = "v";
  widget.set_remark("line\nline, 'x'");
  ASSERT_OK(CreateWidget(*call_, request));
  ASSERT_OK(CreateWidget(*call_, CreateRequest(2)));
  test::v1::ImportRowsRequest import;
  import.set_parent("directorates/homs");
  import.set_csv(Export(All()));
  ASSERT_OK_AND_ASSIGN(const auto response, resource::RunImport<test::v1::ImportRowsResponse>(
                                                *call_, Widgets(), import));
  EXPECT_EQ(response.unchanged_count(), 2) << response.DebugString();
}

TEST_F(ExportTest, LongTablesComeInPieces) {
  Store(2100);
  int pieces = 0;
  const std::string csv = Export(All(), &pieces);
  EXPECT_EQ(pieces, 3);
  const std::vector<std::string> lines = absl::StrSplit(csv, "\r\n", absl::SkipEmpty());
  EXPECT_EQ(lines.size(), 2101u);
}

TEST_F(ExportTest, FilterAndOrderAreTheLists) {
  Store(5);
  ExportRowsRequest request = All();
  request.set_filter("beds > 3");
  request.set_order_by("beds desc");
  const std::string csv = Export(request);
  EXPECT_LT(csv.find("widgets/w5,"), csv.find("widgets/w4,"));
  EXPECT_EQ(csv.find("widgets/w3,"), csv.npos);
  request.set_filter("nothing = 1");
  std::string cursor;
  EXPECT_THAT(resource::RunExport<ExportRowsResponse>(*call_, Widgets(), request, cursor),
              HasViolation("filter", Reason::UNFILTERABLE_FIELD));
}

TEST_F(ExportTest, InnerParentMayBeLeftOut) {
  EXPECT_EQ(resource::ParentOfExport(Parts(), "directorates/homs")->text(),
            "directorates/homs/widgets/-");
  EXPECT_EQ(resource::ParentOfExport(Parts(), "directorates/homs/widgets/w1")->text(),
            "directorates/homs/widgets/w1");
  EXPECT_THAT(resource::ParentOfExport(Parts(), "nothing"),
              HasViolation("parent", Reason::INVALID_NAME));
}

}  // namespace
}  // namespace mudiriya::testing
