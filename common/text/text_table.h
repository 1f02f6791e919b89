// Tables for terminals, whose columns line up in Arabic and in Latin letters.
#ifndef MUDIRIYA_COMMON_TEXT_TEXT_TABLE_H_
#define MUDIRIYA_COMMON_TEXT_TEXT_TABLE_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace mudiriya::text {

enum class Align {
  kAuto,  // at the end if every cell of the column is a number or empty, else at the start
  kStart,
  kEnd,
};

struct TextTableOptions {
  int max_column_width = 48;  // columns; longer cells are cut with "…"; 0 for no limit
  // Wraps each cell in Unicode isolates, for terminals that reorder right-to-left text: without
  // them a number between two Arabic cells changes places with its neighbours.
  bool isolate_cells = false;
};

// Gathers rows, then prints them under a header and a rule. Cells come from users: their control
// and bidi characters are replaced, so that no stored name can drive the reader's terminal. Not
// thread-safe.
class TextTable {
 public:
  explicit TextTable(std::vector<std::string> header, TextTableOptions options = {});

  // The alignment of column `column` (0-based); kAuto unless said otherwise.
  void SetAlign(size_t column, Align align);

  // Adds a row; missing cells are empty, cells beyond the header are dropped.
  void AddRow(std::vector<std::string> cells);

  // The table, one line a row, each ended by LF, two spaces between columns, no space at line ends.
  std::string Print() const;

 private:
  std::vector<int> Widths() const;
  bool AlignsAtEnd(size_t column) const;
  std::string PrintRow(const std::vector<std::string>& cells, const std::vector<int>& widths,
                       const std::vector<bool>& at_end) const;

  std::vector<std::string> header_;
  TextTableOptions options_;
  std::vector<Align> align_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace mudiriya::text

#endif  // MUDIRIYA_COMMON_TEXT_TEXT_TABLE_H_
