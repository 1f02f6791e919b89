#ifndef MUDIRIYA_COMMON_RESOURCE_IMPORT_STORE_H_
#define MUDIRIYA_COMMON_RESOURCE_IMPORT_STORE_H_

#include <vector>

#include "absl/status/status.h"
#include "common/db/transaction.h"
#include "common/resource/change_log.h"
#include "common/resource/import_rows.h"

namespace mudiriya::resource {

// Compares the rows of a file with what is stored, and stores them, in the transaction; sets each
// row's outcome or, for one that is rejected, its status. `row_hooks` has one entry for each row,
// or none. May run again on the same file. An error ends the import.
absl::Status StoreRows(db::Transaction& tx, const TableCore& table, const AnyImportHooks& hooks,
                       const std::vector<RowHooks>& row_hooks, const ChangeOrigin& origin,
                       ImportFile& file);

}  // namespace mudiriya::resource

#endif  // MUDIRIYA_COMMON_RESOURCE_IMPORT_STORE_H_
