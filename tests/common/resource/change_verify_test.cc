#include <string>

#include "common/resource/change_log.h"
#include "tests/common/resource/widget_fixture.h"

namespace mudiriya::testing {
namespace {

using resource::ChainState;
using resource::Change;
using resource::ChangeSigner;

// Three batches of two entries.
class ChangeVerifyTest : public WidgetTest {
 protected:
  ChangeVerifyTest() : signer_(ChangeSigner::FromSeed(std::string(32, 'k')).value()) {
    for (int batch = 0; batch < 3; ++batch) {
      for (int entry = 0; entry < 2; ++entry) {
        const std::string name = absl::StrCat("directorates/homs/x/", batch, "-", entry);
        EXPECT_OK(connection().Write([&](db::Transaction& tx) {
          return resource::AppendChange(tx, {"me", "m", "", clock_.Now()}, name, "t/T",
                                        Change::CREATED);
        }));
      }
      EXPECT_THAT(resource::Seal(connection(), "homs", clock_.Now(), &signer_), IsOkAndHolds(2));
    }
  }

  ChainState Verified() {
    const auto state = resource::Verify(connection(), "homs", &signer_);
    EXPECT_OK(state);
    return state.value_or(ChainState());
  }

  void ExpectBroken(const std::string& sql, int64_t batch) {
    database_.Run(sql);
    const ChainState state = Verified();
    EXPECT_FALSE(state.intact) << sql;
    EXPECT_EQ(state.broken_batch, batch) << sql << ": " << state.problem;
  }

  ChangeSigner signer_;
};

TEST_F(ChangeVerifyTest, WholeChainIsIntact) {
  const ChainState state = Verified();
  EXPECT_TRUE(state.intact) << state.problem;
  EXPECT_EQ(state.last_batch, 3);
  EXPECT_EQ(state.entries, 6);
  EXPECT_EQ(state.last_hash, database_.Scalar("SELECT hash FROM change_batch WHERE batch = 3"));
}

TEST_F(ChangeVerifyTest, EmptyLogIsIntact) {
  ASSERT_OK_AND_ASSIGN(const auto state, resource::Verify(connection(), "assiut", &signer_));
  EXPECT_TRUE(state.intact);
}

TEST_F(ChangeVerifyTest, EditedEntryShows) {
  ExpectBroken("UPDATE change_log SET caller = 'other' WHERE sequence = 3", 2);
}

TEST_F(ChangeVerifyTest, EditedTimeShows) {
  ExpectBroken("UPDATE change_log SET change_time = '2020-01-01' WHERE sequence = 5", 3);
}

TEST_F(ChangeVerifyTest, RemovedEntryShows) {
  ExpectBroken("DELETE FROM change_log WHERE sequence = 2", 1);
}

TEST_F(ChangeVerifyTest, RemovedLastEntryShows) {
  ExpectBroken("DELETE FROM change_log WHERE sequence = 6", 3);
}

TEST_F(ChangeVerifyTest, ExchangedEntriesShow) {
  ExpectBroken(
      "UPDATE change_log SET sequence = 100 WHERE sequence = 3;"
      "UPDATE change_log SET sequence = 3 WHERE sequence = 4;"
      "UPDATE change_log SET sequence = 4 WHERE sequence = 100",
      2);
}

TEST_F(ChangeVerifyTest, EntryUnderAnotherBatchShows) {
  ExpectBroken("UPDATE change_log SET batch = 1 WHERE sequence = 3", 2);
}

TEST_F(ChangeVerifyTest, RemovedBatchShows) {
  ExpectBroken(
      "DELETE FROM change_log WHERE sequence IN (3, 4);"
      "DELETE FROM change_batch WHERE batch = 2",
      3);
}

TEST_F(ChangeVerifyTest, RemovedLastBatchLeavesItsEntriesBehind) {
  ExpectBroken("DELETE FROM change_batch WHERE batch = 3", 3);
}

TEST_F(ChangeVerifyTest, ShortenedChainDiffersFromWhatWasKept) {
  const std::string kept = Verified().last_hash;
  database_.Run(
      "DELETE FROM change_log WHERE sequence > 4; DELETE FROM change_batch WHERE batch = 3");
  const ChainState state = Verified();
  EXPECT_TRUE(state.intact);
  EXPECT_EQ(state.last_batch, 2);
  EXPECT_NE(state.last_hash, kept);
}

// Whoever can write to the tables can compute hashes, but not sign them.
TEST_F(ChangeVerifyTest, ChainRebuiltWithoutTheKeyShows) {
  database_.Run(
      "UPDATE change_log SET caller = 'other', sequence = NULL, batch = NULL;"
      "DELETE FROM change_batch");
  ASSERT_OK(resource::Seal(connection(), "homs", clock_.Now()));
  ASSERT_OK_AND_ASSIGN(const auto unsigned_view, resource::Verify(connection(), "homs"));
  EXPECT_TRUE(unsigned_view.intact);
  const ChainState state = Verified();
  EXPECT_FALSE(state.intact);
  EXPECT_EQ(state.broken_batch, 1);
}

TEST_F(ChangeVerifyTest, OtherKeysSignatureShows) {
  const auto other = ChangeSigner::FromSeed(std::string(32, 'x')).value();
  ASSERT_OK_AND_ASSIGN(const auto state, resource::Verify(connection(), "homs", &other));
  EXPECT_FALSE(state.intact);
}

TEST(ChangeSignerTest, SeedHas32Bytes) {
  EXPECT_FALSE(ChangeSigner::FromSeed("short").ok());
  const auto signer = ChangeSigner::FromSeed(std::string(32, '\0')).value();
  EXPECT_TRUE(signer.Verifies("hash", signer.Sign("hash")));
  EXPECT_FALSE(signer.Verifies("hush", signer.Sign("hash")));
  EXPECT_FALSE(signer.Verifies("hash", ""));
}

}  // namespace
}  // namespace mudiriya::testing
