// Writes CSV that Excel and LibreOffice open with Arabic intact and that cannot run as formulas.
#ifndef MUDIRIYA_COMMON_TEXT_CSV_WRITER_H_
#define MUDIRIYA_COMMON_TEXT_CSV_WRITER_H_

#include <cstddef>
#include <string>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"

namespace mudiriya::text {

struct CsvWriterOptions {
  char delimiter = ',';
  bool byte_order_mark = true;  // Excel takes a file without one for Windows-1256 or -1252
  bool guard_formulas = true;
};

// Whether a spreadsheet could take `cell` for a formula, or CsvReader for a guarded cell: it begins
// with = + - @ tab or a line end, apostrophes before them included, and is not a negative number.
bool NeedsFormulaGuard(absl::string_view cell);

// Appends rows to a string: UTF-8, CRLF line ends, cells quoted where they have to be, and an
// apostrophe before a cell that NeedsFormulaGuard. CsvReader reads back exactly what was written,
// except rows of no cell. Not thread-safe.
class CsvWriter {
 public:
  // `out` has to outlive the writer; the byte order mark is written at once.
  explicit CsvWriter(std::string* out, CsvWriterOptions options = {});

  // Appends one cell to the current row.
  void Cell(absl::string_view cell);

  // Ends the current row.
  void EndRow();

  // A whole row.
  void Row(absl::Span<const std::string> cells);

 private:
  std::string* out_;
  CsvWriterOptions options_;
  size_t cells_in_row_ = 0;
  bool blank_so_far_ = true;
};

}  // namespace mudiriya::text

#endif  // MUDIRIYA_COMMON_TEXT_CSV_WRITER_H_
