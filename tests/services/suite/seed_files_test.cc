#include "services/suite/seed_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "absl/strings/match.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::suite {
namespace {

using ::mudiriya::testing::StatusIs;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// A folder that is empty at first and gone after the test.
class Folder {
 public:
  explicit Folder(absl::string_view name)
      : path_(std::filesystem::path(::testing::TempDir()) / std::string(name)) {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
  }
  ~Folder() { std::filesystem::remove_all(path_); }

  void Write(const std::string& name, const std::string& text) const {
    std::filesystem::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name) << text;
  }
  std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

std::vector<std::string> CsvOf(const std::vector<CsvPart>& parts) {
  std::vector<std::string> texts;
  for (const CsvPart& part : parts) texts.push_back(part.csv);
  return texts;
}

TEST(FindSeedFilesTest, TakesDirectoratesAndNumbersInOrder) {
  const Folder folder("seed_files_order");
  folder.Write("homs/13_facilities.csv", "facility\n");
  folder.Write("homs/00_directorate.json", "{}");
  folder.Write("assiut/10_areas.csv", "area\n");
  const auto files = FindSeedFiles(folder.path());
  ASSERT_TRUE(files.ok()) << files.status();
  ASSERT_THAT(*files, SizeIs(3));
  EXPECT_EQ((*files)[0].directorate, "assiut");
  EXPECT_EQ((*files)[0].collection, "areas");
  EXPECT_FALSE((*files)[0].json);
  EXPECT_EQ((*files)[1].collection, "directorate");
  EXPECT_TRUE((*files)[1].json);
  EXPECT_EQ((*files)[2].collection, "facilities");
}

TEST(FindSeedFilesTest, LeavesOutWhatHasNoNumberOrIsNoTable) {
  const Folder folder("seed_files_other");
  folder.Write("homs/10_areas.csv", "area\n");
  folder.Write("homs/notes.csv", "x\n");
  folder.Write("homs/11_notes.txt", "x\n");
  folder.Write("generator/names.py", "");
  folder.Write("10_stray.csv", "x\n");
  const auto files = FindSeedFiles(folder.path());
  ASSERT_TRUE(files.ok()) << files.status();
  EXPECT_THAT(*files, SizeIs(1));
}

TEST(FindSeedFilesTest, SaysThatThereIsNothing) {
  EXPECT_THAT(FindSeedFiles(Folder("seed_files_empty").path()),
              StatusIs(absl::StatusCode::kNotFound));
  EXPECT_THAT(FindSeedFiles("/nonexistent"), StatusIs(absl::StatusCode::kNotFound));
}

TEST(ReadFileTest, GivesTheBytes) {
  const Folder folder("seed_files_read");
  folder.Write("a.csv", "منطقة\n");
  EXPECT_EQ(ReadFile(folder.path() + "/a.csv").value(), "منطقة\n");
  EXPECT_THAT(ReadFile(folder.path() + "/b.csv"), StatusIs(absl::StatusCode::kNotFound));
}

TEST(SplitRowsTest, RepeatsTheHeaderAndCountsLinesOfTheWholeFile) {
  const auto parts = SplitRows("id\na\nb\nc\n", 2);
  EXPECT_THAT(CsvOf(parts), ElementsAre("id\na\nb\n", "id\nc\n"));
  EXPECT_EQ(parts[0].first_row, 2);
  EXPECT_EQ(parts[1].first_row, 4);
  EXPECT_EQ(parts[1].rows, 1);
}

TEST(SplitRowsTest, AFullLastPartHasNoEmptyOneBehindIt) {
  EXPECT_THAT(SplitRows("id\na\nb\n", 2), SizeIs(1));
  EXPECT_THAT(SplitRows("id\na\nb", 2), SizeIs(1));
}

TEST(SplitRowsTest, AHeaderAloneIsNothingToSend) {
  EXPECT_THAT(SplitRows("id\n", 2), IsEmpty());
  EXPECT_THAT(SplitRows("", 2), IsEmpty());
}

}  // namespace
}  // namespace mudiriya::suite
