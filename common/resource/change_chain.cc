#include "common/resource/change_chain.h"

#include <vector>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "common/resource/change_rows.h"
#include "common/resource/change_seal.h"
#include "common/resource/digest.h"
#include "common/status/macros.h"

namespace mudiriya::resource {
namespace {

constexpr int64_t kBatchesAtOnce = 100;

// Reads a directorate's batches in order and compares each with its entries.
class Verifier {
 public:
  Verifier(db::Transaction& tx, absl::string_view directorate, const ChangeSigner* signer)
      : tx_(tx), directorate_(directorate), signer_(signer) {}

  absl::StatusOr<ChainState> Run() {
    for (;;) {
      ASSIGN_OR_RETURN(const db::ResultSet batches, NextBatches());
      for (const db::Row batch : batches) {
        RETURN_IF_ERROR(Check(batch));
        if (!state_.intact) return state_;
      }
      if (batches.empty()) break;
    }
    RETURN_IF_ERROR(CheckNothingFollows());
    return state_;
  }

 private:
  absl::StatusOr<db::ResultSet> NextBatches() {
    return tx_.Query(
        "SELECT batch, first_sequence, last_sequence, hash, signature FROM change_batch "
        "WHERE directorate_id = ? AND batch > ? ORDER BY batch LIMIT ?",
        std::vector<db::Value>{directorate_, state_.last_batch, kBatchesAtOnce});
  }

  absl::Status Check(const db::Row& batch) {
    const int64_t number = batch.Int64("batch");
    if (number != state_.last_batch + 1) return Broken(number, "a batch before it is missing");
    if (batch.Int64("first_sequence") != sequence_ + 1) {
      return Broken(number, "its first sequence does not follow the batch before it");
    }
    const int64_t last = batch.Int64("last_sequence");
    ASSIGN_OR_RETURN(const std::string text, SealedText(number, last));
    if (sequence_ != last) return Broken(number, "an entry was removed or moved");
    const std::string hash = BatchHash(directorate_, number, state_.last_hash, text);
    if (hash != batch.Text("hash")) return Broken(number, "an entry was edited");
    if (signer_ != nullptr && !SignatureFits(hash, batch.Text("signature"))) {
      return Broken(number, "its signature is missing or not by our key");
    }
    state_.last_batch = number;
    state_.last_hash = hash;
    return absl::OkStatus();
  }

  // Goes on to the last entry that stands where its batch says.
  absl::StatusOr<std::string> SealedText(int64_t batch, int64_t last) {
    ASSIGN_OR_RETURN(const db::ResultSet entries,
                     tx_.Query(absl::StrCat("SELECT ", kChangeColumns,
                                            " FROM change_log WHERE directorate_id = ? AND "
                                            "sequence > ? AND sequence <= ? ORDER BY sequence"),
                               std::vector<db::Value>{directorate_, sequence_, last}));
    std::string text;
    for (const db::Row entry : entries) {
      if (entry.Int64("sequence") != sequence_ + 1 || entry.Int64("batch") != batch) break;
      AppendSealedText(entry, ++sequence_, &text);
      ++state_.entries;
    }
    return text;
  }

  bool SignatureFits(absl::string_view hash, absl::string_view signature) const {
    return signer_->Verifies(hash, absl::HexStringToBytes(signature));
  }

  // Entries with a place beyond the last batch: their batch was removed.
  absl::Status CheckNothingFollows() {
    ASSIGN_OR_RETURN(
        const db::ResultSet beyond,
        tx_.Query(
            "SELECT sequence FROM change_log WHERE directorate_id = ? AND sequence > ? LIMIT 1",
            std::vector<db::Value>{directorate_, sequence_}));
    if (!beyond.empty()) return Broken(state_.last_batch + 1, "the batch is missing");
    return absl::OkStatus();
  }

  absl::Status Broken(int64_t batch, absl::string_view problem) {
    state_.intact = false;
    state_.broken_batch = batch;
    state_.problem = std::string(problem);
    return absl::OkStatus();
  }

  db::Transaction& tx_;
  const std::string directorate_;
  const ChangeSigner* const signer_;
  int64_t sequence_ = 0;
  ChainState state_;
};

}  // namespace

absl::StatusOr<ChainHead> ReadChainHead(db::Transaction& tx, absl::string_view directorate,
                                        bool lock) {
  ASSIGN_OR_RETURN(
      const db::ResultSet result,
      tx.Query(absl::StrCat("SELECT batch, last_sequence, hash FROM change_batch WHERE "
                            "directorate_id = ? ORDER BY batch DESC LIMIT 1",
                            lock ? " FOR UPDATE" : ""),
               std::vector<db::Value>{std::string(directorate)}));
  if (result.empty()) return ChainHead();
  const db::Row row = result.front();
  return ChainHead{row.Int64(0), row.Int64(1), row.Text(2)};
}

std::string BatchHash(absl::string_view directorate, int64_t batch, absl::string_view previous_hash,
                      absl::string_view entries) {
  std::string text;
  AppendFramed(directorate, &text);
  AppendFramed(absl::StrCat(batch), &text);
  AppendFramed(previous_hash, &text);
  absl::StrAppend(&text, entries);
  return absl::BytesToHexString(Sha256(text));
}

absl::StatusOr<ChainState> Verify(db::Connection& connection, absl::string_view directorate,
                                  const ChangeSigner* signer) {
  return connection.Read(
      [&](db::Transaction& tx) { return Verifier(tx, directorate, signer).Run(); });
}

}  // namespace mudiriya::resource
