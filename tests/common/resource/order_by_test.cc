#include "common/resource/order_by.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "tests/common/resource/widgets.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::resource {
namespace {

using testing::HasViolation;

std::string Parsed(absl::string_view order_by) {
  const auto keys = ParseOrderBy(testing::Widgets().shape(), order_by);
  if (!keys.ok()) return std::string(keys.status().message());
  std::string out;
  for (const SortKey& key : *keys) {
    absl::StrAppend(&out, out.empty() ? "" : ", ", key.column, key.descending ? " desc" : "");
  }
  return out;
}

TEST(OrderByTest, NameIsTheOrderOtherwise) {
  EXPECT_EQ(Parsed(""), "directorate_id, widget_id");
  EXPECT_EQ(Parsed("  "), "directorate_id, widget_id");
}

TEST(OrderByTest, AddsTheNameToBreakTies) {
  EXPECT_EQ(Parsed("colour"), "colour, directorate_id, widget_id");
  EXPECT_EQ(Parsed("colour desc, beds asc"), "colour desc, beds, directorate_id, widget_id");
  EXPECT_EQ(Parsed("display_name"), "display_name_search, directorate_id, widget_id");
  EXPECT_EQ(Parsed(" create_time\tdesc "), "create_time desc, directorate_id, widget_id");
}

TEST(OrderByTest, NameStandsForTheKey) {
  EXPECT_EQ(Parsed("name desc"), "directorate_id desc, widget_id desc");
  EXPECT_EQ(Parsed("colour, name desc"), "colour, directorate_id desc, widget_id desc");
}

TEST(OrderByTest, RefusesWhatCannotBeSorted) {
  for (absl::string_view text :
       {"nothing", "referral", "remark", "colour up", "colour desc desc", ",", "colour,",
        "colour, colour desc", "name, name", "colour;", "a,b,c,d,e,f,g,h,i"}) {
    EXPECT_THAT(ParseOrderBy(testing::Widgets().shape(), text),
                HasViolation("order_by", Reason::INVALID_ORDER_BY))
        << text;
  }
}

}  // namespace
}  // namespace mudiriya::resource
