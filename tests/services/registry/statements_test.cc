// The SQL that the tables of the registry generate, kept beside the test so that reviewers read it.

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/registry/tables.h"

namespace mudiriya::registry {
namespace {

constexpr const char* kGolden = MUDIRIYA_GOLDEN_DIR "/statements.sql";

std::string Generated() {
  std::string text;
  for (const resource::TableCore* table : AllTables()) {
    absl::StrAppend(&text, "-- ", table->resource_type(), "\n");
    for (const std::string& statement : resource::AllStatements(*table)) {
      absl::StrAppend(&text, statement, ";\n");
    }
    text += "\n";
  }
  return text;
}

// With MUDIRIYA_UPDATE_GOLDEN set in the environment the file is written anew, for review.
TEST(RegistryStatements, AreAsReviewed) {
  const std::string generated = Generated();
  if (std::getenv("MUDIRIYA_UPDATE_GOLDEN") != nullptr) std::ofstream(kGolden) << generated;
  std::ifstream file(kGolden);
  std::stringstream reviewed;
  reviewed << file.rdbuf();
  EXPECT_EQ(generated, reviewed.str());
}

TEST(RegistryStatements, NameTheirDirectorate) {
  for (const resource::TableCore* table : AllTables()) {
    for (const std::string& statement : resource::AllStatements(*table)) {
      EXPECT_TRUE(absl::StrContains(statement, "directorate_id")) << statement;
    }
  }
}

}  // namespace
}  // namespace mudiriya::registry
