#include "services/cli/csv_parts.h"

#include "absl/strings/str_cat.h"

namespace mudiriya::cli {
namespace {

// Where the row that begins at `start` ends, its line end included.
size_t RowEnd(absl::string_view file, size_t start) {
  bool quoted = false;
  for (size_t i = start; i < file.size(); ++i) {
    if (file[i] == '"') quoted = !quoted;
    if (file[i] == '\n' && !quoted) return i + 1;
  }
  return file.size();
}

}  // namespace

std::vector<CsvPart> SplitCsv(absl::string_view file, size_t part_bytes) {
  size_t at = RowEnd(file, 0);
  const absl::string_view header = file.substr(0, at);
  int64_t row = 2;
  std::vector<CsvPart> parts;
  while (at < file.size() || parts.empty()) {
    CsvPart part{std::string(header), row, 0};
    while (at < file.size() && part.text.size() < part_bytes) {
      const size_t end = RowEnd(file, at);
      absl::StrAppend(&part.text, file.substr(at, end - at));
      at = end;
      ++part.rows;
      ++row;
    }
    parts.push_back(std::move(part));
  }
  return parts;
}

}  // namespace mudiriya::cli
