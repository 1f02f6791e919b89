#include "common/resource/change_seal.h"

#include <sodium.h>

#include <algorithm>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "common/resource/batch.h"
#include "common/resource/change_chain.h"
#include "common/resource/change_rows.h"
#include "common/resource/digest.h"
#include "common/resource/field_value.h"
#include "common/resource/table_sql.h"
#include "common/status/macros.h"

namespace mudiriya::resource {
namespace {

const unsigned char* Bytes(absl::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

// Entries that are committed and have no place yet. A plain read: it sees no entry of a transaction
// that is still open, and waits for none.
absl::StatusOr<db::ResultSet> Unsealed(db::Transaction& tx, const std::string& directorate) {
  return tx.Query(absl::StrCat("SELECT ", kChangeColumns,
                               " FROM change_log WHERE directorate_id = ? AND sequence IS NULL "
                               "ORDER BY entry_id LIMIT ?"),
                  std::vector<db::Value>{directorate, int64_t{kMaxBatchRows}});
}

// By primary key, so that open transactions' entries are neither touched nor waited for. The last
// id is repeated up to one of few sizes; FIELD gives the first place of an id.
absl::Status Place(db::Transaction& tx, const std::string& directorate, const ChainHead& head,
                   const db::ResultSet& entries) {
  const size_t size = PaddedBatchSize(entries.size());
  const std::string marks = Placeholders(size);
  std::vector<db::Value> ids;
  for (size_t i = 0; i < size; ++i) {
    ids.emplace_back(entries[std::min(i, entries.size() - 1)].Int64(0));
  }
  std::vector<db::Value> params = {head.batch + 1, head.last_sequence};
  params.insert(params.end(), ids.begin(), ids.end());
  params.emplace_back(directorate);
  params.insert(params.end(), ids.begin(), ids.end());
  return tx
      .Execute(absl::StrCat("UPDATE change_log SET batch = ?, sequence = ? + FIELD(entry_id, ",
                            marks, ") WHERE directorate_id = ? AND entry_id IN (", marks, ")"),
               params)
      .status();
}

absl::Status AddBatch(db::Transaction& tx, const std::string& directorate, const ChainHead& head,
                      const db::ResultSet& entries, absl::Time now, const ChangeSigner* signer) {
  std::string text;
  int64_t sequence = head.last_sequence;
  for (const db::Row entry : entries) AppendSealedText(entry, ++sequence, &text);
  const std::string hash = BatchHash(directorate, head.batch + 1, head.hash, text);
  const std::string signature = signer == nullptr ? "" : absl::BytesToHexString(signer->Sign(hash));
  return tx
      .Execute(
          "INSERT INTO change_batch (directorate_id, batch, first_sequence, last_sequence, hash, "
          "signature, seal_time) VALUES (?, ?, ?, ?, ?, ?, ?)",
          std::vector<db::Value>{directorate, head.batch + 1, head.last_sequence + 1, sequence,
                                 hash, signature, TimeText(now)})
      .status();
}

// Seals one batch; returns how many entries it holds. The new batch's row is what two sealers at
// the same time compete for: the second waits for the first, and then is refused.
absl::StatusOr<int64_t> SealBatch(db::Transaction& tx, const std::string& directorate,
                                  absl::Time now, const ChangeSigner* signer) {
  ASSIGN_OR_RETURN(const ChainHead head, ReadChainHead(tx, directorate, /*lock=*/true));
  ASSIGN_OR_RETURN(const db::ResultSet entries, Unsealed(tx, directorate));
  if (entries.empty()) return 0;
  RETURN_IF_ERROR(AddBatch(tx, directorate, head, entries, now, signer));
  RETURN_IF_ERROR(Place(tx, directorate, head, entries));
  return static_cast<int64_t>(entries.size());
}

absl::StatusOr<bool> AnyUnsealed(db::Connection& connection, const std::string& directorate) {
  return connection.ReadOne([&](db::Transaction& tx) -> absl::StatusOr<bool> {
    ASSIGN_OR_RETURN(
        const db::ResultSet found,
        tx.Query("SELECT entry_id FROM change_log WHERE directorate_id = ? AND sequence IS NULL "
                 "LIMIT 1",
                 std::vector<db::Value>{directorate}));
    return !found.empty();
  });
}

}  // namespace

absl::StatusOr<ChangeSigner> ChangeSigner::FromSeed(absl::string_view seed) {
  ChangeSigner signer;
  if (seed.size() != crypto_sign_SEEDBYTES || sodium_init() < 0) {
    return absl::InvalidArgumentError("a signing seed has 32 bytes");
  }
  crypto_sign_seed_keypair(signer.public_key_.data(), signer.secret_key_.data(), Bytes(seed));
  return signer;
}

std::string ChangeSigner::Sign(absl::string_view hash) const {
  std::string signature(crypto_sign_BYTES, '\0');
  crypto_sign_detached(reinterpret_cast<unsigned char*>(signature.data()), nullptr, Bytes(hash),
                       hash.size(), secret_key_.data());
  return signature;
}

bool ChangeSigner::Verifies(absl::string_view hash, absl::string_view signature) const {
  return signature.size() == crypto_sign_BYTES &&
         crypto_sign_verify_detached(Bytes(signature), Bytes(hash), hash.size(),
                                     public_key_.data()) == 0;
}

absl::StatusOr<int64_t> Seal(db::Connection& connection, absl::string_view directorate,
                             absl::Time now, const ChangeSigner* signer) {
  const std::string id(directorate);
  int64_t sealed = 0;
  for (;;) {
    // Most often there is nothing to do, and that takes no lock.
    ASSIGN_OR_RETURN(const bool any, AnyUnsealed(connection, id));
    if (!any) return sealed;
    const absl::StatusOr<int64_t> batch =
        connection.Write([&](db::Transaction& tx) { return SealBatch(tx, id, now, signer); });
    if (batch.ok()) {
      sealed += *batch;
    } else if (!absl::IsAlreadyExists(batch.status())) {
      return batch.status();
    }
  }
}

absl::StatusOr<int64_t> SealAll(db::Connection& connection, absl::Time now,
                                const ChangeSigner* signer) {
  ASSIGN_OR_RETURN(const db::ResultSet directorates, connection.ReadOne([](db::Transaction& tx) {
    return tx.Query("SELECT DISTINCT directorate_id FROM change_log");
  }));
  int64_t sealed = 0;
  for (const db::Row row : directorates) {
    ASSIGN_OR_RETURN(const int64_t here, Seal(connection, row.Text(0), now, signer));
    sealed += here;
  }
  return sealed;
}

}  // namespace mudiriya::resource
