#include "services/suite/seed_files.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"

namespace mudiriya::suite {
namespace {

namespace fs = std::filesystem;

bool IsSeedFile(const fs::directory_entry& entry) {
  const std::string extension = entry.path().extension().string();
  const char first = entry.path().filename().string().front();
  return entry.is_regular_file() && (extension == ".csv" || extension == ".json") && first >= '0' &&
         first <= '9';
}

SeedFile Describe(const fs::path& path) {
  const std::vector<std::string> parts =
      absl::StrSplit(path.stem().string(), absl::MaxSplits('_', 1));
  return {.path = path.string(),
          .directorate = path.parent_path().filename().string(),
          .collection = parts.back(),
          .json = path.extension() == ".json"};
}

}  // namespace

absl::StatusOr<std::vector<SeedFile>> FindSeedFiles(const std::string& folder) {
  std::vector<fs::path> paths;
  std::error_code error;
  for (const fs::directory_entry& directorate : fs::directory_iterator(folder, error)) {
    if (!directorate.is_directory()) continue;
    for (const fs::directory_entry& entry : fs::directory_iterator(directorate.path(), error)) {
      if (IsSeedFile(entry)) paths.push_back(entry.path());
    }
  }
  if (paths.empty()) return absl::NotFoundError(absl::StrCat("no demonstration data in ", folder));
  std::sort(paths.begin(), paths.end());
  std::vector<SeedFile> files;
  for (const fs::path& path : paths) files.push_back(Describe(path));
  return files;
}

absl::StatusOr<std::string> ReadFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  if (!file || !(text << file.rdbuf())) {
    return absl::NotFoundError(absl::StrCat("cannot read ", path));
  }
  return text.str();
}

std::vector<CsvPart> SplitRows(absl::string_view csv, int64_t rows) {
  const std::vector<absl::string_view> lines = absl::StrSplit(absl::StripSuffix(csv, "\n"), '\n');
  std::vector<CsvPart> parts;
  for (size_t line = 1; line < lines.size(); ++line) {
    if (parts.empty() || parts.back().rows == rows) {
      parts.push_back({.csv = absl::StrCat(lines[0], "\n"), .first_row = int64_t(line) + 1});
    }
    absl::StrAppend(&parts.back().csv, lines[line], "\n");
    ++parts.back().rows;
  }
  return parts;
}

}  // namespace mudiriya::suite
