#include "common/resource/list_sql.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/common/resource/widgets.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::resource {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

ListQuery Under(const TableCore& table, absl::string_view parent) {
  ListQuery query;
  query.parent = table.pattern().Parent().ParseParent(parent).value();
  return query;
}

std::string Sql(const TableCore& table, const ListQuery& query) {
  const auto statement = MakeListStatement(table.shape(), query);
  return statement.ok() ? statement->sql : std::string(statement.status().message());
}

TEST(ListSqlTest, OneDirectorateIsReadInKeyOrder) {
  EXPECT_THAT(
      Sql(testing::Widgets(), Under(testing::Widgets(), "directorates/homs")),
      HasSubstr("WHERE directorate_id = ? AND delete_time IS NULL ORDER BY widget_id LIMIT ?"));
}

TEST(ListSqlTest, DeletedAreShownOnRequest) {
  ListQuery query = Under(testing::Widgets(), "directorates/homs");
  query.show_deleted = true;
  EXPECT_THAT(Sql(testing::Widgets(), query), Not(HasSubstr("delete_time IS NULL")));
}

TEST(ListSqlTest, InnerDashReadsAcross) {
  EXPECT_THAT(Sql(testing::Parts(), Under(testing::Parts(), "directorates/homs/widgets/-")),
              HasSubstr("WHERE directorate_id = ? ORDER BY widget_id, part_id"));
}

TEST(ListSqlTest, OuterDashReadsTheScopeOnly) {
  ListQuery query = Under(testing::Parts(), "directorates/-/widgets/w1");
  EXPECT_THAT(Sql(testing::Parts(), query), HasSubstr("WHERE directorate_id IN (NULL) AND"));
  query.scope.ids = {"homs", "assiut"};
  EXPECT_THAT(Sql(testing::Parts(), query),
              HasSubstr("WHERE directorate_id IN (?, ?) AND widget_id = ? ORDER BY directorate_id, "
                        "part_id"));
  query.scope.all = true;
  EXPECT_THAT(Sql(testing::Parts(), query), HasSubstr("WHERE directorate_id > '' AND"));
}

TEST(ListSqlTest, SearchColumnsAreSelectedToSortByThem) {
  ListQuery query = Under(testing::Widgets(), "directorates/homs");
  EXPECT_THAT(Sql(testing::Widgets(), query), Not(HasSubstr("display_name_search")));
  query.order_by = "display_name";
  EXPECT_THAT(Sql(testing::Widgets(), query),
              HasSubstr("row_version, display_name_search FROM widget"));
}

TEST(ListSqlTest, OwnConditionIsKeptTogetherAndIsPartOfTheQuery) {
  ListQuery query = Under(testing::Widgets(), "directorates/homs");
  query.condition = {"beds = ? OR beds IS NULL", {int64_t{1}}};
  EXPECT_THAT(Sql(testing::Widgets(), query), HasSubstr("AND (beds = ? OR beds IS NULL) ORDER BY"));
  const auto one = MakeListStatement(testing::Widgets().shape(), query);
  query.condition.params = {int64_t{2}};
  const auto two = MakeListStatement(testing::Widgets().shape(), query);
  EXPECT_NE(one->fingerprint, two->fingerprint);
}

TEST(ListSqlTest, PageSizeIsNoPartOfTheQuery) {
  ListQuery query = Under(testing::Widgets(), "directorates/homs");
  const auto one = MakeListStatement(testing::Widgets().shape(), query);
  query.page_size = 7;
  EXPECT_EQ(one->fingerprint, MakeListStatement(testing::Widgets().shape(), query)->fingerprint);
}

}  // namespace
}  // namespace mudiriya::resource
