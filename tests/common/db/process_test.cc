#include "common/db/process.h"

#include <signal.h>

#include <fstream>
#include <sstream>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::db {
namespace {

std::string LogFile() { return ::testing::TempDir() + "/process_test.log"; }

std::string Logged() {
  std::ifstream file(LogFile());
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

class ProcessTest : public ::testing::Test {
 protected:
  ~ProcessTest() override { std::remove(LogFile().c_str()); }
};

TEST_F(ProcessTest, KeepsOutputAndExitCode) {
  ASSERT_OK_AND_ASSIGN(
      auto process, Process::Start({"/bin/sh", "-c", "echo out; echo err >&2; exit 3"}, LogFile()));
  ASSERT_TRUE(process->Wait(absl::Seconds(30)));
  EXPECT_EQ(process->exit_code(), 3);
  EXPECT_EQ(Logged(), "out\nerr\n");
}

TEST_F(ProcessTest, TellsASignalFromAnExit) {
  ASSERT_OK_AND_ASSIGN(auto process, Process::Start({"/bin/sleep", "600"}, LogFile()));
  EXPECT_FALSE(process->Wait(absl::ZeroDuration()));
  EXPECT_EQ(process->exit_code(), -1);
  process->Signal(SIGTERM);
  ASSERT_TRUE(process->Wait(absl::Seconds(30)));
  EXPECT_EQ(process->exit_code(), 128 + SIGTERM);
  process->Signal(SIGTERM);  // has no effect
}

TEST_F(ProcessTest, EndsTheChildAtDestruction) {
  ASSERT_OK_AND_ASSIGN(auto process, Process::Start({"/bin/sleep", "600"}, LogFile()));
  const pid_t pid = process->pid();
  EXPECT_EQ(::kill(pid, 0), 0);
  process.reset();
  EXPECT_NE(::kill(pid, 0), 0);
}

TEST_F(ProcessTest, ReportsAProgramThatIsNotThere) {
  ASSERT_OK_AND_ASSIGN(auto process, Process::Start({"/nonexistent/program"}, LogFile()));
  ASSERT_TRUE(process->Wait(absl::Seconds(30)));
  EXPECT_EQ(process->exit_code(), 127);
}

TEST(FindProgramTest, LooksInTheFoldersOfPrograms) {
  EXPECT_THAT(FindProgram("sh"), ::testing::EndsWith("/sh"));
  EXPECT_EQ(FindProgram("no-such-program"), "");
}

}  // namespace
}  // namespace mudiriya::db
