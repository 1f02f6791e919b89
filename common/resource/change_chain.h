#ifndef MUDIRIYA_COMMON_RESOURCE_CHANGE_CHAIN_H_
#define MUDIRIYA_COMMON_RESOURCE_CHANGE_CHAIN_H_

#include <cstdint>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "common/db/transaction.h"

namespace mudiriya::resource {

// Where a directorate's chain of batches ends: batch 0, with an empty hash, before the first.
struct ChainHead {
  int64_t batch = 0;
  int64_t last_sequence = 0;
  std::string hash;  // hexadecimal
};

// `lock` keeps others from sealing until the transaction ends.
absl::StatusOr<ChainHead> ReadChainHead(db::Transaction& tx, absl::string_view directorate,
                                        bool lock);

// SHA-256, in hexadecimal, over the directorate, the batch's number, the hash before it and the
// sealed text of its entries.
std::string BatchHash(absl::string_view directorate, int64_t batch, absl::string_view previous_hash,
                      absl::string_view entries);

}  // namespace mudiriya::resource

#endif  // MUDIRIYA_COMMON_RESOURCE_CHANGE_CHAIN_H_
