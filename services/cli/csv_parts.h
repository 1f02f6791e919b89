#ifndef MUDIRIYA_SERVICES_CLI_CSV_PARTS_H_
#define MUDIRIYA_SERVICES_CLI_CSV_PARTS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace mudiriya::cli {

// A piece of a CSV file that a server takes as a file of its own.
struct CsvPart {
  std::string text;       // header row and whole rows after it
  int64_t first_row = 2;  // line of its first row as a person counts in the whole file
  int64_t rows = 0;       // how many rows it has besides the header
};

// Cuts a file into parts of about `part_bytes`, never inside a row: a line end within quotes does
// not end one. Each part begins with the file's header row. A file without rows is one part.
std::vector<CsvPart> SplitCsv(absl::string_view file, size_t part_bytes);

}  // namespace mudiriya::cli

#endif  // MUDIRIYA_SERVICES_CLI_CSV_PARTS_H_
