#include "services/cli/completion.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace mudiriya::cli {
namespace {

using ::testing::HasSubstr;

TEST(BashCompletionTest, OffersVerbsAndOptionsOfEachCommand) {
  CLI::App app("test", "mudiriya");
  app.add_option("--server");
  CLI::App* staffing = app.add_subcommand("staffing");
  staffing->add_subcommand("gaps")->add_option("--area");
  const std::string script = BashCompletion(app);
  EXPECT_THAT(script, HasSubstr("/staffing|/staffing/gaps) path="));
  EXPECT_THAT(script, HasSubstr("'') words='staffing --help --server"));
  EXPECT_THAT(script, HasSubstr("'/staffing/gaps') words=' --help --area --help --server"));
}

TEST(BashCompletionTest, OffersKindsWhereAKindIsAsked) {
  CLI::App app("test", "mudiriya");
  app.add_subcommand("list")->add_option("kind");
  EXPECT_THAT(BashCompletion(app), HasSubstr("facilities"));
}

}  // namespace
}  // namespace mudiriya::cli
