#ifndef MUDIRIYA_SERVICES_SUITE_SEED_FILES_H_
#define MUDIRIYA_SERVICES_SUITE_SEED_FILES_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace mudiriya::suite {

// A file of the demonstration data: `homs/13_facilities.csv`.
struct SeedFile {
  std::string path;
  std::string directorate;  // "homs"
  std::string
      collection;     // "facilities"; the single resources are "directorate", "staffingSettings"
  bool json = false;  // a single resource, else rows of CSV
};

// The files below `folder`, directorate by directorate, each in the order of the numbers in front.
// Returns NOT_FOUND if there is none.
absl::StatusOr<std::vector<SeedFile>> FindSeedFiles(const std::string& folder);

// The text of a file. Returns NOT_FOUND if it cannot be read.
absl::StatusOr<std::string> ReadFile(const std::string& path);

// A run of rows of a CSV file with the header before it, as ImportRows takes files in parts.
struct CsvPart {
  std::string csv;
  int64_t first_row = 0;  // line in the whole file of the first row; the header is line 1
  int64_t rows = 0;
};

// Cuts a file into parts of at most `rows` rows. Its cells hold no line breaks: the demonstration
// data is written so.
std::vector<CsvPart> SplitRows(absl::string_view csv, int64_t rows);

}  // namespace mudiriya::suite

#endif  // MUDIRIYA_SERVICES_SUITE_SEED_FILES_H_
