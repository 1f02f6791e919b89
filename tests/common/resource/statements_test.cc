// The SQL that tables generate, as reviewers read it.

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "tests/common/resource/widgets.h"

namespace mudiriya::resource {
namespace {

constexpr const char* kGolden = MUDIRIYA_GOLDEN_DIR "/statements.sql";

std::string Generated() {
  std::string text;
  for (const TableCore* table : {static_cast<const TableCore*>(&testing::Widgets()),
                                 static_cast<const TableCore*>(&testing::Parts())}) {
    absl::StrAppend(&text, "-- ", table->resource_type(), "\n");
    for (const std::string& statement : AllStatements(*table)) {
      absl::StrAppend(&text, statement, ";\n");
    }
    text += "\n";
  }
  return text;
}

// With MUDIRIYA_UPDATE_GOLDEN set in the environment the file is written anew, for review.
TEST(StatementsTest, AreAsReviewed) {
  const std::string generated = Generated();
  if (std::getenv("MUDIRIYA_UPDATE_GOLDEN") != nullptr) std::ofstream(kGolden) << generated;
  std::ifstream file(kGolden);
  std::stringstream reviewed;
  reviewed << file.rdbuf();
  EXPECT_EQ(generated, reviewed.str());
}

TEST(StatementsTest, NameTheirDirectorate) {
  for (const TableCore* table : {static_cast<const TableCore*>(&testing::Widgets()),
                                 static_cast<const TableCore*>(&testing::Parts())}) {
    const std::vector<std::string> statements = AllStatements(*table);
    EXPECT_GE(statements.size(), 11u);
    for (const std::string& statement : statements) {
      // Where rows are chosen, not only among the columns.
      const bool inserts = absl::StartsWith(statement, "INSERT INTO");
      const size_t from = inserts ? 0 : statement.find(" WHERE ");
      ASSERT_NE(from, statement.npos) << statement;
      EXPECT_TRUE(absl::StrContains(statement.substr(from), "directorate_id")) << statement;
    }
  }
}

}  // namespace
}  // namespace mudiriya::resource
