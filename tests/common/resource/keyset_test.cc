#include "common/resource/keyset.h"

#include "gtest/gtest.h"

namespace mudiriya::resource {
namespace {

TEST(KeysetTest, OneKey) {
  const Condition after =
      AfterKey(std::vector<SortKey>{{"id", false}}, std::vector<db::Value>{std::string("a")});
  EXPECT_EQ(after.sql, "id > ?");
  EXPECT_EQ(after.params.size(), 1u);
}

TEST(KeysetTest, TiesGoByTheNextKey) {
  const Condition after =
      AfterKey(std::vector<SortKey>{{"level", false}, {"beds", true}, {"id", false}},
               std::vector<db::Value>{std::string("x"), int64_t{3}, std::string("a")});
  EXPECT_EQ(after.sql,
            "(level > ? OR (level = ? AND ((beds < ? OR beds IS NULL) OR (beds = ? AND id > ?))))");
  EXPECT_EQ(after.params.size(), 5u);
}

TEST(KeysetTest, NullComesFirstAndDescendingLast) {
  const std::vector<db::Value> null = {nullptr, std::string("a")};
  EXPECT_EQ(AfterKey(std::vector<SortKey>{{"beds", false}, {"id", false}}, null).sql,
            "(beds IS NOT NULL OR (beds IS NULL AND id > ?))");
  EXPECT_EQ(AfterKey(std::vector<SortKey>{{"beds", true}, {"id", false}}, null).sql,
            "((beds IS NULL AND id > ?))");
}

}  // namespace
}  // namespace mudiriya::resource
