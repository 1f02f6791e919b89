#include "common/resource/import.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "import_rows.pb.h"
#include "tests/common/resource/widget_fixture.h"

namespace mudiriya::testing {
namespace {

using resource::ColumnMapping;
using resource::ImportHooks;
using resource::ImportRow;
using resource::RowOutcome;
using test::v1::ImportRowsRequest;
using test::v1::ImportRowsResponse;
using ::testing::HasSubstr;

constexpr char kGood[] =
    "widget,code,display_name.ar,display_name.en,colour,beds,services\r\n"
    "w1,W1,مشفى,Hospital,BLUE,١٢,x-ray; lab\r\n"
    "w2,W2,مركز,Centre,green,,\r\n";

class ImportTest : public WidgetTest {
 protected:
  ImportRowsRequest Request(const std::string& csv) {
    ImportRowsRequest request;
    request.set_parent("directorates/homs");
    request.set_csv(csv);
    return request;
  }

  ImportRowsResponse Import(const ImportRowsRequest& request,
                            const ImportHooks<v1::Widget>& hooks = {}) {
    auto response = resource::RunImport<ImportRowsResponse>(*call_, Widgets(), request, hooks);
    EXPECT_OK(response);
    return response.value_or(ImportRowsResponse());
  }
  ImportRowsResponse Import(const std::string& csv) { return Import(Request(csv)); }

  // "created updated unchanged rejected"
  static std::string Counts(const ImportRowsResponse& r) {
    return absl::StrCat(r.created_count(), " ", r.updated_count(), " ", r.unchanged_count(), " ",
                        r.rejected_count());
  }

  // "row field REASON" of each problem.
  static std::vector<std::string> Problems(const ImportRowsResponse& response) {
    std::vector<std::string> out;
    for (const RowOutcome& row : response.outcomes()) {
      for (const auto& problem : row.problems()) {
        out.push_back(absl::StrCat(row.row(), " ", problem.field(), " ", problem.reason()));
      }
    }
    return out;
  }

  std::string Entries() { return database_.Scalar("SELECT COUNT(*) FROM change_log"); }
};

TEST_F(ImportTest, CreatesThenUpdatesThenLeavesAlone) {
  EXPECT_EQ(Counts(Import(kGood)), "2 0 0 0");
  EXPECT_EQ(Stored(1).beds(), 12);
  EXPECT_EQ(Stored(1).services_size(), 2);
  EXPECT_EQ(Stored(2).colour(), v1::Widget::GREEN);
  EXPECT_EQ(Entries(), "2");
  EXPECT_EQ(Counts(Import(kGood)), "0 0 2 0");
  EXPECT_EQ(Stored(1).etag(), "1");
  EXPECT_EQ(Counts(Import("widget,beds\nw1,13\nw2,\n")), "0 1 1 0");
  EXPECT_EQ(Stored(1).beds(), 13);
  EXPECT_EQ(Stored(1).etag(), "2");
  EXPECT_EQ(Stored(1).code(), "W1");
  EXPECT_EQ(Entries(), "3");
  EXPECT_EQ(database_.Scalar("SELECT changed_paths FROM change_log WHERE kind = 'UPDATED'"),
            "beds");
}

TEST_F(ImportTest, DryRunSaysTheSameAndWritesNothing) {
  ImportRowsRequest request = Request(kGood);
  request.set_dry_run(true);
  request.set_all_outcomes(true);
  request.set_request_id("d-1");
  const ImportRowsResponse response = Import(request);
  EXPECT_EQ(Counts(response), "2 0 0 0");
  EXPECT_EQ(response.outcomes(1).outcome(), RowOutcome::CREATED);
  EXPECT_EQ(response.outcomes(1).row(), 3);
  EXPECT_EQ(response.outcomes(1).resource(), NameOf(2).text());
  EXPECT_EQ(database_.Scalar("SELECT COUNT(*) FROM widget"), "0");
  EXPECT_EQ(Entries(), "0");
}

TEST_F(ImportTest, BadRowsHoldNoOtherBack) {
  const ImportRowsResponse response = Import(
      "widget,code,display_name.en,colour,beds\n"
      "w1,W1,One,BLUE,1\n"
      "w2,lower,,PINK,many\n"       // every fault of the row at once
      "Bad Id,W3,Three,BLUE,3\n"    // no id
      "w4,W4,Four,BLUE,-4\n"        // out of range
      "w5,W1,Five,BLUE,5\n"         // W1 is taken by row 2
      "w1,W6,Six,BLUE,6\n"          // repeats row 2
      "w7,W7,Seven,BLUE,7,extra\n"  // more cells than columns
      ",W8,Eight,BLUE,8\n"          // no id at all
      "w9,W9,Nine,BLUE,9\n");
  EXPECT_EQ(Counts(response), "2 0 0 7");
  EXPECT_THAT(
      Problems(response),
      ::testing::ElementsAre("3 colour UNKNOWN_VALUE", "3 beds NOT_A_NUMBER", "4 widget INVALID_ID",
                             "5 beds OUT_OF_RANGE", "6 code VALUE_TAKEN", "7 name DUPLICATE_ROW",
                             "8  MALFORMED_FILE", "9 widget REQUIRED"));
  EXPECT_EQ(Stored(9).beds(), 9);
  EXPECT_EQ(Entries(), "2");
}

TEST_F(ImportTest, RulesOfTheMessageCount) {
  const ImportRowsResponse response = Import("widget,code,colour\nw1,lower,BLUE\nw2,W2,\n");
  EXPECT_THAT(Problems(response),
              ::testing::UnorderedElementsAre("2 code PATTERN", "2 display_name REQUIRED",
                                              "3 colour REQUIRED", "3 display_name REQUIRED"));
}

TEST_F(ImportTest, ProblemsNameTheColumnAndSpeakTheCallersLanguage) {
  call_.info().language = Language::kArabic;
  ImportRowsRequest request = Request("الرمز;الاسم;الأسرّة\nw1;مشفى;كثير\n");
  const auto map = [&](const char* column, const char* field) {
    ColumnMapping& mapping = *request.add_header_mappings();
    mapping.set_column(column);
    mapping.set_field(field);
  };
  map("الرمز", "widget");
  map("الإسم", "display_name.ar");
  map("الاسره", "beds");
  const ImportRowsResponse response = Import(request);
  ASSERT_EQ(response.outcomes_size(), 1);
  const auto& problem = response.outcomes(0).problems(0);
  EXPECT_EQ(problem.column(), "الأسرّة");
  EXPECT_EQ(problem.field(), "beds");
  EXPECT_THAT(problem.message(), HasSubstr("عددية"));
}

TEST_F(ImportTest, MappingsReplaceConvertAndFrame) {
  ImportRowsRequest request = Request("\xEF\xBB\xBFUnit,Kind\r\n17.0,Blue_One\r\n18,x\r\n");
  ColumnMapping* mapping = request.add_header_mappings();
  mapping->set_column("unit");
  mapping->set_field("widget");
  mapping->set_conversion(ColumnMapping::INTEGER);
  mapping->set_template_("unit-{}");
  mapping = request.add_header_mappings();
  mapping->set_column("Kind");
  mapping->set_field("colour");
  (*mapping->mutable_values())["Blue_One"] = "BLUE";
  (*mapping->mutable_values())["x"] = "GREEN";
  mapping = request.add_header_mappings();
  mapping->set_column("Kind");
  mapping->set_field("maker");
  mapping->set_conversion(ColumnMapping::SLUG);
  mapping = request.add_header_mappings();
  mapping->set_field("display_name.en");
  mapping->set_constant("Unit");
  mapping = request.add_header_mappings();
  mapping->set_column("Unit");
  mapping->set_field("parent_widget");
  mapping->set_conversion(ColumnMapping::INTEGER);
  mapping->set_template_("directorates/homs/widgets/unit-{}");
  EXPECT_EQ(Counts(Import(request)), "2 0 0 0");
  ASSERT_OK_AND_ASSIGN(const auto row, connection().ReadOne([&](db::Transaction& tx) {
    return Widgets().Get(tx, Widgets().pattern().Make({"homs", "unit-17"}));
  }));
  EXPECT_EQ(row.colour(), v1::Widget::BLUE);
  EXPECT_EQ(row.maker(), "blue-one");
  EXPECT_EQ(row.display_name().en(), "Unit");
  EXPECT_EQ(row.parent_widget(), "directorates/homs/widgets/unit-17");
}

TEST_F(ImportTest, BadMappingsAreRefusedTogether) {
  ImportRowsRequest request = Request("a,b\n1,2\n");
  for (const auto& [column, field] : {std::pair("c", "code"), std::pair("a", "nothing"),
                                      std::pair("b", "label"), std::pair("a", "etag")}) {
    ColumnMapping& mapping = *request.add_header_mappings();
    mapping.set_column(column);
    mapping.set_field(field);
  }
  const auto refused = resource::RunImport<ImportRowsResponse>(*call_, Widgets(), request);
  EXPECT_THAT(refused, HasViolation("header_mappings[0].column", Reason::MISSING_COLUMN));
  EXPECT_THAT(refused, HasViolation("header_mappings[1].field", Reason::UNKNOWN_FIELD));
  EXPECT_THAT(refused, HasViolation("header_mappings[2].field", Reason::OUTPUT_ONLY_FIELD));
  EXPECT_THAT(refused, HasViolation("header_mappings[3].field", Reason::OUTPUT_ONLY_FIELD));
}

TEST_F(ImportTest, FilesThatAreNoneAreRefused) {
  const auto refused = [&](const std::string& csv) {
    return resource::RunImport<ImportRowsResponse>(*call_, Widgets(), Request(csv)).status();
  };
  EXPECT_THAT(refused(""), HasViolation("csv", Reason::MALFORMED_FILE));
  EXPECT_THAT(refused("x,y\n1,2\n"), HasViolation("csv", Reason::UNMAPPED_COLUMN));
  EXPECT_THAT(refused(std::string("\xFF\xFEw\0", 4)), HasViolation("csv", Reason::INVALID_UTF8));
  ImportRowsRequest elsewhere = Request(kGood);
  elsewhere.set_parent("directorates/-");
  EXPECT_THAT(resource::RunImport<ImportRowsResponse>(*call_, Widgets(), elsewhere),
              HasViolation("parent", Reason::INVALID_NAME));
}

TEST_F(ImportTest, RowsAreCountedInTheWholeFile) {
  ImportRowsRequest request = Request("widget,colour\nw1,PINK\n");
  request.set_first_row(50'002);
  EXPECT_EQ(Import(request).outcomes(0).row(), 50'002);
}

TEST_F(ImportTest, WholeNamesAndExtraTitlesAreTaken) {
  EXPECT_EQ(Counts(Import("name,etag,create_time,display_name.en,colour\n"
                          "directorates/homs/widgets/w1,7,x,One,BLUE\n")),
            "1 0 0 0");
  EXPECT_THAT(Problems(Import("name,colour\ndirectorates/assiut/widgets/w1,BLUE\n")),
              ::testing::ElementsAre("2 name MISMATCH"));
}

TEST_F(ImportTest, DeletedAndImmutableAreRefused) {
  Store(2);
  v1::DeleteWidgetRequest request;
  request.set_name(NameOf(1).text());
  ASSERT_OK(DeleteWidget(*call_, request));
  EXPECT_THAT(Problems(Import("widget,beds,maker\nw1,5,Acme\nw2,2,Other\n")),
              ::testing::ElementsAre("2  DELETED", "3 maker IMMUTABLE_FIELD"));
}

TEST_F(ImportTest, RequestIdAnswersOnce) {
  ImportRowsRequest request = Request(kGood);
  request.set_request_id("i-1");
  EXPECT_EQ(Counts(Import(request)), "2 0 0 0");
  EXPECT_EQ(Counts(Import(request)), "2 0 0 0");
  EXPECT_EQ(Entries(), "2");
}

TEST_F(ImportTest, InnerParentsComeFromColumns) {
  ImportRowsRequest request =
      Request("widget,part,title,quantity\nw1,p1,One,1\nw2,p1,Two,2\nw2,p2,x,3\n");
  ASSERT_OK_AND_ASSIGN(const auto response,
                       resource::RunImport<ImportRowsResponse>(*call_, Parts(), request));
  EXPECT_EQ(Counts(response), "2 0 0 1");
  ASSERT_OK_AND_ASSIGN(const auto again,
                       resource::RunImport<ImportRowsResponse>(*call_, Parts(), request));
  EXPECT_EQ(Counts(again), "0 0 2 1");
}

}  // namespace
}  // namespace mudiriya::testing
