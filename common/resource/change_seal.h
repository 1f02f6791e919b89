#ifndef MUDIRIYA_COMMON_RESOURCE_CHANGE_SEAL_H_
#define MUDIRIYA_COMMON_RESOURCE_CHANGE_SEAL_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "common/db/connection.h"

namespace mudiriya::resource {

// Signs the hash of each batch (Ed25519), so that one who can write to the database but does not
// have the key cannot rebuild the chain after an edit. Immutable, so it may be shared.
class ChangeSigner {
 public:
  // From a seed of 32 bytes. Returns INVALID_ARGUMENT for another length.
  static absl::StatusOr<ChangeSigner> FromSeed(absl::string_view seed);

  // 64 bytes over `hash`.
  std::string Sign(absl::string_view hash) const;
  bool Verifies(absl::string_view hash, absl::string_view signature) const;

 private:
  ChangeSigner() = default;

  std::array<unsigned char, 64> secret_key_;
  std::array<unsigned char, 32> public_key_;
};

// Gives the committed entries of a directorate their places in its log, in batches of up to 512. A
// batch holds the SHA-256 over the batch before it and its own entries. Returns how many entries
// were sealed. Two at the same time: one seals, the other waits and seals what is left.
absl::StatusOr<int64_t> Seal(db::Connection& connection, absl::string_view directorate,
                             absl::Time now, const ChangeSigner* signer = nullptr);

// Seal for every directorate that has entries; to be called every few seconds.
absl::StatusOr<int64_t> SealAll(db::Connection& connection, absl::Time now,
                                const ChangeSigner* signer = nullptr);

// What Verify found.
struct ChainState {
  bool intact = true;
  // The last batch, and its hash in hexadecimal: keep them elsewhere, to see later that no batch
  // was removed from the end.
  int64_t last_batch = 0;
  std::string last_hash;
  int64_t entries = 0;
  // If not intact: the first batch that is not as it was sealed, and what is wrong with it.
  int64_t broken_batch = 0;
  std::string problem;
};

// Computes the chain of a directorate's log again. An edited, removed or inserted entry or batch
// shows; with a signer also a chain that was rebuilt without the key.
absl::StatusOr<ChainState> Verify(db::Connection& connection, absl::string_view directorate,
                                  const ChangeSigner* signer = nullptr);

}  // namespace mudiriya::resource

#endif  // MUDIRIYA_COMMON_RESOURCE_CHANGE_SEAL_H_
