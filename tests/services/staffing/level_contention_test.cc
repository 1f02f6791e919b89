#include <string>

#include "absl/time/civil_time.h"
#include "services/staffing/level_sums.h"
#include "services/staffing/levels.h"
#include "tests/services/staffing/levels_fixture.h"

namespace mudiriya::staffing {
namespace {

constexpr absl::CivilDay kToday(2026, 2, 9);

// Two connections whose statements give up after a second of waiting for a lock.
class LevelContentionTest : public LevelsTest {
 protected:
  LevelContentionTest() : other_(database().options()) {
    for (const char* id : {"a", "b"}) {
      AddFacility({.id = id});
      SetPosts(id, "nurse", 4);
    }
    for (db::Connection* connection : {&database().connection(), &other_}) {
      EXPECT_OK((*connection->session())->Execute("SET SESSION innodb_lock_wait_timeout = 1"));
    }
  }

  // A write to a facility's records and levels, as handlers make it.
  static absl::Status AddNurse(db::Transaction& tx, const std::string& facility) {
    const auto added = tx.Execute(
        "INSERT INTO assignment (directorate_id, staff_member_id, assignment_id, facility_id,"
        " cadre_id, fte, start_date, kind, create_time, update_time, row_version)"
        " VALUES ('homs', ?, 'a1', ?, 'nurse', 1, '2026-01-01', 'PERMANENT',"
        " '2026-01-01', '2026-01-01', 1)",
        {{"nurse-of-" + facility, facility}});
    if (!added.ok()) return added.status();
    return RefreshLevels(tx, "homs", {{facility, "nurse"}}, kToday);
  }

  db::Connection other_;
};

TEST_F(LevelContentionTest, WritersToDifferentFacilitiesDoNotWait) {
  const absl::Time start = absl::Now();
  ASSERT_OK(database().connection().Write([&](db::Transaction& tx) -> absl::Status {
    if (absl::Status first = AddNurse(tx, "a"); !first.ok()) return first;
    // The first has not committed. A wait would end in CONTENTION after three seconds.
    return other_.Write([](db::Transaction& second) { return AddNurse(second, "b"); });
  }));
  EXPECT_LT(absl::Now() - start, absl::Seconds(1));
  EXPECT_EQ(Get("a", "nurse").current(), 1);
  EXPECT_EQ(Get("b", "nurse").current(), 1);
  EXPECT_EQ(Dump(), DumpOfRecomputed());
}

TEST_F(LevelContentionTest, ReadersAndFoldersDoNotWaitForAWriter) {
  ASSERT_OK(database().connection().Write([&](db::Transaction& tx) -> absl::Status {
    if (absl::Status first = AddNurse(tx, "a"); !first.ok()) return first;
    const auto folded =
        other_.Write([](db::Transaction& second) { return FoldSums(second, "homs", 100); });
    if (!folded.ok()) return folded.status();
    EXPECT_GT(*folded, 0);
    const auto sums = other_.Read([](db::Transaction& reader) {
      return ReadSums(reader, "homs", SumDimension::kArea, false);
    });
    if (!sums.ok()) return sums.status();
    EXPECT_EQ(sums->at(0).sum.current, 0);
    return absl::OkStatus();
  }));
  const auto sums = other_.Read(
      [](db::Transaction& tx) { return ReadSums(tx, "homs", SumDimension::kArea, false); });
  ASSERT_OK(sums);
  EXPECT_EQ(sums->at(0).sum.current, 1);
}

TEST_F(LevelContentionTest, WritersToOneLevelFollowOneAnother) {
  ASSERT_OK(database().connection().Write([&](db::Transaction& tx) -> absl::Status {
    if (absl::Status first = AddNurse(tx, "a"); !first.ok()) return first;
    const absl::Status second = other_.Write([](db::Transaction& tx) {
      return RefreshLevels(tx, "homs", {{"a", "nurse"}}, kToday);
    });
    EXPECT_TRUE(absl::IsAborted(second)) << second;
    return absl::OkStatus();
  }));
}

TEST_F(LevelContentionTest, TwoFoldersAddUpOnce) {
  ASSERT_OK(database().connection().Write([&](db::Transaction& tx) -> absl::Status {
    const auto first = FoldSums(tx, "homs", 100);
    if (!first.ok()) return first.status();
    EXPECT_GT(*first, 0);
    const auto second = other_.Write([](db::Transaction& tx) { return FoldSums(tx, "homs", 100); });
    EXPECT_TRUE(absl::IsAborted(second.status())) << second.status();
    return absl::OkStatus();
  }));
  const auto sums = other_.Read(
      [](db::Transaction& tx) { return ReadSums(tx, "homs", SumDimension::kArea, false); });
  ASSERT_OK(sums);
  EXPECT_EQ(sums->at(0).sum.required, 8);
}

}  // namespace
}  // namespace mudiriya::staffing
