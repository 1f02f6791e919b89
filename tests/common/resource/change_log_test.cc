#include "common/resource/change_log.h"

#include <algorithm>
#include <thread>
#include <vector>

#include "common/status/macros.h"
#include "tests/common/resource/widget_fixture.h"

namespace mudiriya::testing {
namespace {

using resource::Change;
using resource::ListChanges;
using ::testing::ElementsAre;

class ChangeLogTest : public WidgetTest {
 protected:
  absl::Status Append(db::Connection& connection, absl::string_view resource) {
    return connection.Write([&](db::Transaction& tx) { return Append(tx, resource); });
  }
  absl::Status Append(db::Transaction& tx, absl::string_view resource) {
    return resource::AppendChange(tx, {"me", "m", "", clock_.Now()}, resource, "t/T",
                                  Change::CREATED);
  }

  std::vector<std::string> Read(int64_t after, int32_t page_size = 0,
                                absl::string_view directorate = "homs") {
    const auto page = ListChanges(connection(), directorate, after, page_size);
    EXPECT_OK(page);
    std::vector<std::string> names;
    if (page.ok()) {
      for (const Change& change : page->changes) names.push_back(change.resource());
    }
    return names;
  }
};

TEST_F(ChangeLogTest, ReadsInOrderFromAnyPlace) {
  for (const char* id : {"a", "b", "c"}) {
    ASSERT_OK(Append(connection(), absl::StrCat("directorates/homs/x/", id)));
  }
  EXPECT_THAT(Read(0), ElementsAre("directorates/homs/x/a", "directorates/homs/x/b",
                                   "directorates/homs/x/c"));
  EXPECT_THAT(Read(2), ElementsAre("directorates/homs/x/c"));
  EXPECT_THAT(Read(3), ElementsAre());
  ASSERT_OK_AND_ASSIGN(const auto page, ListChanges(connection(), "homs", 0, 2));
  EXPECT_TRUE(page.more);
  EXPECT_EQ(page.last_sequence, 2);
  ASSERT_OK_AND_ASSIGN(const auto end, ListChanges(connection(), "homs", 3, 2));
  EXPECT_FALSE(end.more);
  EXPECT_EQ(end.last_sequence, 3);
}

TEST_F(ChangeLogTest, DirectoratesHaveLogsOfTheirOwn) {
  ASSERT_OK(Append(connection(), "directorates/homs/x/a"));
  ASSERT_OK(Append(connection(), "directorates/assiut/x/b"));
  EXPECT_THAT(Read(0, 0, "assiut"), ElementsAre("directorates/assiut/x/b"));
  EXPECT_THAT(Read(0), ElementsAre("directorates/homs/x/a"));
  EXPECT_THAT(Read(0, 0, "libya"), ElementsAre());
}

// The entry that was begun first commits last: who read in between meets it afterwards.
TEST_F(ChangeLogTest, LateCommitIsNotSkippedAndNotWaitedFor) {
  db::Connection late(database_.options());
  ASSERT_OK(late.Write([&](db::Transaction& tx) -> absl::Status {
    RETURN_IF_ERROR(Append(tx, "directorates/homs/x/late"));
    EXPECT_OK(Append(connection(), "directorates/homs/x/early"));
    EXPECT_THAT(Read(0), ElementsAre("directorates/homs/x/early"));
    return absl::OkStatus();
  }));
  EXPECT_THAT(Read(1), ElementsAre("directorates/homs/x/late"));
  EXPECT_THAT(Read(0), ElementsAre("directorates/homs/x/early", "directorates/homs/x/late"));
}

TEST_F(ChangeLogTest, RolledBackEntriesLeaveNoGap) {
  ASSERT_OK(Append(connection(), "directorates/homs/x/a"));
  EXPECT_FALSE(connection()
                   .Write([&](db::Transaction& tx) -> absl::Status {
                     RETURN_IF_ERROR(Append(tx, "directorates/homs/x/never"));
                     return absl::InternalError("rolled back");
                   })
                   .ok());
  ASSERT_OK(Append(connection(), "directorates/homs/x/b"));
  ASSERT_OK_AND_ASSIGN(const auto page, ListChanges(connection(), "homs", 0, 0));
  ASSERT_EQ(page.changes.size(), 2u);
  EXPECT_EQ(page.changes[1].sequence(), 2);
}

TEST_F(ChangeLogTest, ManyEntriesAreAppendedAndSealedInBatches) {
  std::vector<resource::ChangeEntry> entries;
  for (int i = 0; i < 1300; ++i) {
    entries.push_back({absl::StrCat("directorates/homs/x/", i), Change::UPDATED, {"a.b", "c"}});
  }
  ASSERT_OK(connection().Write([&](db::Transaction& tx) {
    return resource::AppendChanges(tx, {"me", "m", "r", clock_.Now()}, "t/T", entries);
  }));
  EXPECT_THAT(resource::Seal(connection(), "homs", clock_.Now()), IsOkAndHolds(1300));
  EXPECT_THAT(resource::Seal(connection(), "homs", clock_.Now()), IsOkAndHolds(0));
  EXPECT_EQ(database_.Scalar("SELECT COUNT(*) FROM change_batch"), "3");
  int64_t after = 0;
  int next = 0;
  for (bool more = true; more;) {
    ASSERT_OK_AND_ASSIGN(const auto page, ListChanges(connection(), "homs", after, 0));
    for (const Change& change : page.changes) {
      EXPECT_EQ(change.resource(), entries[next].resource);
      EXPECT_EQ(change.sequence(), ++next);
      EXPECT_THAT(change.changed_paths(), ElementsAre("a.b", "c"));
    }
    after = page.last_sequence;
    more = page.more;
  }
  EXPECT_EQ(next, 1300);
}

TEST_F(ChangeLogTest, SealAllSealsEveryDirectorate) {
  for (const char* directorate : {"assiut", "homs", "libya"}) {
    ASSERT_OK(Append(connection(), absl::StrCat("directorates/", directorate, "/x/a")));
  }
  EXPECT_THAT(resource::SealAll(connection(), clock_.Now()), IsOkAndHolds(3));
}

// Writers and readers at once: every entry is read once, in an order that never changes.
TEST_F(ChangeLogTest, ReaderMissesNothingAmongConcurrentWriters) {
  constexpr int kWriters = 4;
  constexpr int kEach = 40;
  std::vector<std::thread> threads;
  for (int w = 0; w < kWriters; ++w) {
    threads.emplace_back([&, w] {
      db::Connection own(database_.options());
      for (int i = 0; i < kEach; ++i) {
        EXPECT_OK(Append(own, absl::StrCat("directorates/homs/x/", w, "-", i)));
      }
    });
  }
  std::vector<std::string> seen;
  int64_t after = 0;
  while (seen.size() < kWriters * kEach && !HasFailure()) {
    const auto page = ListChanges(connection(), "homs", after, 7);
    ASSERT_OK(page);
    for (const Change& change : page->changes) {
      EXPECT_EQ(change.sequence(), ++after);
      seen.push_back(change.resource());
    }
  }
  for (std::thread& thread : threads) thread.join();
  std::sort(seen.begin(), seen.end());
  EXPECT_EQ(std::unique(seen.begin(), seen.end()), seen.end());
  EXPECT_THAT(resource::Verify(connection(), "homs"), IsOk());
}

TEST_F(ChangeLogTest, TwoSealersAtOnceShareTheWork) {
  constexpr int kEntries = 200;
  for (int i = 0; i < kEntries; ++i) {
    ASSERT_OK(Append(connection(), absl::StrCat("directorates/homs/x/", i)));
  }
  std::vector<std::thread> threads;
  std::vector<int64_t> sealed(4);
  for (size_t i = 0; i < sealed.size(); ++i) {
    threads.emplace_back([&, i] {
      db::Connection own(database_.options());
      const auto count = resource::Seal(own, "homs", clock_.Now());
      ASSERT_OK(count);
      sealed[i] = *count;
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(sealed[0] + sealed[1] + sealed[2] + sealed[3], kEntries);
  ASSERT_OK_AND_ASSIGN(const auto state, resource::Verify(connection(), "homs"));
  EXPECT_TRUE(state.intact) << state.problem;
  EXPECT_EQ(state.entries, kEntries);
}

}  // namespace
}  // namespace mudiriya::testing
