#include "services/staffing/row_id.h"

#include <string>

#include "common/resource/name.h"
#include "gtest/gtest.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::staffing {
namespace {

using testing::HasViolation;
using testing::IsOk;

TEST(RowId, JoinsItsParts) {
  EXPECT_EQ(RowId({"unit-17", "nursing", "2024-06"}), "unit-17--nursing--2024-06");
}

TEST(RowId, NeverMistakesOnePartForAnother) {
  EXPECT_NE(RowId({"a--b", "c"}), RowId({"a", "b--c"}));
  EXPECT_NE(RowId({"a", "b", "c"}), RowId({"a--b", "c"}));
}

TEST(RowId, KeepsToTheLengthOfAnId) {
  const std::string longest(63, 'x');
  const std::string id = RowId({longest, "nurse"});
  EXPECT_TRUE(resource::IsValidId(id)) << id;
  EXPECT_NE(id, RowId({longest, "midwife"}));
  EXPECT_EQ(id, RowId({longest, "nurse"}));
}

TEST(IdPart, TurnsAnEnumNameIntoAnId) { EXPECT_EQ(IdPart("HEALTH_CENTRE"), "health-centre"); }

TEST(IdOf, TakesTheLastPart) {
  EXPECT_EQ(IdOf("directorates/homs/cadres/nurse"), "nurse");
  EXPECT_EQ(IdOf(""), "");
}

TEST(ParentOf, DropsTheLastCollectionAndId) {
  EXPECT_EQ(ParentOf("directorates/homs/staffMembers/s1/leaves/l1"),
            "directorates/homs/staffMembers/s1");
  EXPECT_EQ(ParentOf("directorates/homs"), "");
  EXPECT_EQ(ParentOf("homs"), "");
}

TEST(CheckRowId, RefusesAnyOtherId) {
  EXPECT_THAT(CheckRowId("row.name", "a--b", "a--b"), IsOk());
  EXPECT_THAT(CheckRowId("row.name", "a", "a--b"), HasViolation("row.name", Reason::MISMATCH));
}

}  // namespace
}  // namespace mudiriya::staffing
