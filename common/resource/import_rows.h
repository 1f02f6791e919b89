#ifndef MUDIRIYA_COMMON_RESOURCE_IMPORT_ROWS_H_
#define MUDIRIYA_COMMON_RESOURCE_IMPORT_ROWS_H_

#include <vector>

#include "absl/status/statusor.h"
#include "common/resource/import_columns.h"
#include "common/resource/import_core.h"

namespace mudiriya::resource {

// A file, read.
struct ImportFile {
  std::vector<ImportColumn> columns;
  std::vector<ImportRowState> rows;
};

// Reads the file, each row by itself: what it gives, under which name. Rows that repeat another's
// name are faulty. Needs no database. Returns INVALID_ARGUMENT if the file as a whole cannot be
// read or mapped.
absl::StatusOr<ImportFile> ReadImportFile(const TableCore& table, const ImportSpec& spec,
                                          const AnyImportHooks& hooks);

}  // namespace mudiriya::resource

#endif  // MUDIRIYA_COMMON_RESOURCE_IMPORT_ROWS_H_
