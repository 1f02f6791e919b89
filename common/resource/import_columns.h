#ifndef MUDIRIYA_COMMON_RESOURCE_IMPORT_COLUMNS_H_
#define MUDIRIYA_COMMON_RESOURCE_IMPORT_COLUMNS_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "common/resource/cell_value.h"
#include "common/resource/import_core.h"

namespace mudiriya::resource {

// What becomes of one column of a file, or of a constant.
struct ImportColumn {
  enum class Target { kField, kId, kName };

  static constexpr size_t kConstant = static_cast<size_t>(-1);
  size_t cell = kConstant;  // which cell of a row
  std::string title;        // of the column, "" for a constant
  Target target = Target::kField;
  std::string path;  // the field, or the pattern's variable
  size_t level = 0;  // kId: which of the pattern's variables
  CellField field;   // kField
  const ColumnMapping* mapping = nullptr;
};

// Matches the header of a file with the mappings, which must outlive the columns. Without mappings,
// titles that are no field's path are passed over.
// Returns INVALID_ARGUMENT: MISSING_COLUMN and UNKNOWN_FIELD at `header_mappings[i]`, all at once,
// OUTPUT_ONLY_FIELD for a field that nobody can set; UNMAPPED_COLUMN at `csv` if no column is
// taken.
absl::StatusOr<std::vector<ImportColumn>> MatchColumns(const TableCore& table,
                                                       const ImportSpec& spec,
                                                       absl::Span<const absl::string_view> titles,
                                                       char delimiter);

// The column's value in a row, after the mapping's replacements and conversion. Cells that the row
// lacks are empty.
absl::StatusOr<std::string> ColumnValue(const ImportColumn& column,
                                        absl::Span<const absl::string_view> cells);

}  // namespace mudiriya::resource

#endif  // MUDIRIYA_COMMON_RESOURCE_IMPORT_COLUMNS_H_
