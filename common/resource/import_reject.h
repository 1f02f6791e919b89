#ifndef MUDIRIYA_COMMON_RESOURCE_IMPORT_REJECT_H_
#define MUDIRIYA_COMMON_RESOURCE_IMPORT_REJECT_H_

#include "absl/status/status.h"
#include "common/db/transaction.h"
#include "common/resource/import_rows.h"
#include "common/status/language.h"

namespace mudiriya::resource {

// Whether the error means that this row cannot be stored, rather than that none can be: the
// database is there and the transaction goes on.
bool IsRowsOwnFault(const absl::Status& status);
inline bool IsRowsOwnFault(const db::Transaction& tx, const absl::Status& status) {
  return tx.broken().ok() && IsRowsOwnFault(status);
}

// The row's outcome for the answer: its problems in words, each with the title of its column.
RowOutcome OutcomeOf(const ImportRowState& row, const TableCore& table, const ImportFile& file,
                     Language language);

}  // namespace mudiriya::resource

#endif  // MUDIRIYA_COMMON_RESOURCE_IMPORT_REJECT_H_
