// Reads delimiter-separated files as spreadsheets of the region write them.
#ifndef MUDIRIYA_COMMON_TEXT_CSV_READER_H_
#define MUDIRIYA_COMMON_TEXT_CSV_READER_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"

namespace mudiriya::text {

// What is wrong with a row of a file.
enum class CsvFault {
  kNone,
  kUnterminatedQuote,  // a cell opens with " and the file ends before it closes
  kTextAfterQuote,     // a closing " is followed by other than a delimiter or the end of the line
  kStrayQuote,         // a " inside of a cell, on a line that is read again after a fault
  kInvalidUtf8,        // malformed bytes: the file was saved in another encoding
  kUtf16,              // the whole file is UTF-16 ("Unicode text"); no row of it is read
};

// The fault in English, for logs and developers: "text after a closing quote".
absl::string_view CsvFaultText(CsvFault fault);

struct CsvRow {
  int64_t number = 0;  // as a spreadsheet numbers rows: the header is 1, blank rows count
  int64_t line = 0;    // as a text editor numbers lines: where the row begins
  // Views into the file or into the reader; good until the next call of Next. A row with a fault in
  // its quotes has the cells before the fault; one with malformed UTF-8 has all, bytes as they are.
  std::vector<absl::string_view> cells;
  CsvFault fault = CsvFault::kNone;
  int fault_column = 0;  // 1-based column of the fault; 0 without one
};

struct CsvReaderOptions {
  std::optional<char> delimiter = std::nullopt;  // detected from the header row if absent
  // Drops the apostrophe that CsvWriter (and other careful exporters) puts before = + - @.
  bool remove_formula_guard = true;
};

// Gives the rows of a file one at a time, without copying plain cells. Takes a UTF-8 byte order
// mark, a first line "sep=;", CRLF, LF or CR line ends, quoted cells with doubled quotes and line
// ends inside. Rows of nothing are skipped but counted. White space around cells is kept.
// A faulty row does not hide the rows after it: reading goes on at the line after the one where the
// faulty row began. Lines between there and the fault are so read twice, with a stray quote in them
// taken for a fault too, lest the rest of a broken row pass for a row. Time is linear in the size
// of the file whatever its bytes are. Not thread-safe.
class CsvReader {
 public:
  // `file` has to outlive the reader.
  explicit CsvReader(absl::string_view file, CsvReaderOptions options = {});

  CsvReader(const CsvReader&) = delete;
  CsvReader& operator=(const CsvReader&) = delete;

  // Reads the next row into `row`; false at the end of the file.
  bool Next(CsvRow* row);

  char delimiter() const { return delimiter_; }

  // Bytes read so far, for a progress bar.
  size_t offset() const { return offset_; }

 private:
  enum class CellEnd { kDelimiter, kLine, kFault };

  void ReadRow(CsvRow* row);
  CellEnd ReadCell(CsvRow* row);
  CellEnd ReadQuotedCell(CsvRow* row);
  CellEnd EndCell(absl::string_view cell, CsvRow* row);
  CellEnd Fail(CsvFault fault, CsvRow* row);
  size_t LineEndFrom(size_t from) const;
  size_t ClosingQuote(size_t from, size_t limit, bool* doubled) const;
  void ConsumeLineEnd();
  void CountLines(absl::string_view cell);
  void Recover(size_t row_start, CsvRow* row);
  void Unescape(CsvRow* row);

  absl::string_view file_;
  bool remove_formula_guard_;
  char delimiter_;
  bool utf16_ = false;
  size_t offset_ = 0;
  int64_t number_ = 0;
  int64_t line_ = 1;
  // False once reading again after faults has cost as much as the file is long: quoted cells then
  // end with their line, so that no file can make the reader quadratic.
  bool multi_line_cells_ = true;
  size_t reread_budget_;
  size_t doubtful_until_ = 0;    // lines before this offset are being read again after a fault
  std::vector<size_t> escaped_;  // indexes of the row's cells that hold doubled quotes
  std::vector<std::string> unescaped_;  // what those cells say
};

// The delimiter of a file, of , ; and tab: the one that its first line holds most outside of
// quotes; a comma when it holds none.
char DetectDelimiter(absl::string_view file);

}  // namespace mudiriya::text

#endif  // MUDIRIYA_COMMON_TEXT_CSV_READER_H_
