#include "common/db/local_server.h"

#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "common/db/session.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/test_server_folder.h"

namespace mudiriya::db {
namespace {

using ::mudiriya::testing::StatusIs;
using ::mudiriya::testing::TestServerFolder;
using ::testing::HasSubstr;

class LocalServerTest : public ::testing::Test {
 protected:
  LocalServerOptions Options() const {
    LocalServerOptions options;
    options.directory = folder_.path();
    options.log_file_mib = 8;
    return options;
  }

  static absl::Status Run(const LocalServer& server, const std::string& sql) {
    const auto session = Session::Open(server.options());
    return session.ok() ? (*session)->ExecuteDirect(sql) : session.status();
  }

  static int64_t Number(const LocalServer& server, const std::string& sql) {
    const auto session = Session::Open(server.options());
    const auto result = session.ok() ? (*session)->Query(sql) : session.status();
    EXPECT_OK(result);
    return result.ok() ? result->front().Int64(0) : -1;
  }

  TestServerFolder folder_;
};

TEST_F(LocalServerTest, ComesUpFromNothing) {
  std::filesystem::remove_all(folder_.path());
  ASSERT_OK_AND_ASSIGN(const auto server, LocalServer::Start(Options()));
  EXPECT_EQ(Number(*server, "SELECT 1"), 1);
  EXPECT_EQ(Number(*server, "SELECT @@skip_networking"), 1);
  struct stat info = {};
  ASSERT_EQ(::stat(folder_.path().c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777, 0700u) << "only this user may reach the socket";
}

TEST_F(LocalServerTest, KeepsItsDataOverAStopAndACrash) {
  ASSERT_OK_AND_ASSIGN(auto server, LocalServer::Start(Options()));
  ASSERT_OK(Run(*server, "CREATE DATABASE d"));
  ASSERT_OK(Run(*server, "CREATE TABLE d.t AS SELECT 1 AS id"));
  server->Stop();
  ASSERT_OK_AND_ASSIGN(server, LocalServer::Start(Options()));
  ASSERT_OK(Run(*server, "INSERT INTO d.t VALUES (2)"));
  server->Kill();
  ASSERT_OK_AND_ASSIGN(server, LocalServer::Start(Options()));
  EXPECT_EQ(Number(*server, "SELECT COUNT(*) FROM d.t"), 2);
}

TEST_F(LocalServerTest, StopsTheServerAtDestruction) {
  ASSERT_OK_AND_ASSIGN(auto server, LocalServer::Start(Options()));
  const pid_t pid = server->pid();
  EXPECT_EQ(::kill(pid, 0), 0);
  server.reset();
  EXPECT_NE(::kill(pid, 0), 0);
}

TEST_F(LocalServerTest, IsNotMisledByThePidFileOfACrash) {
  ASSERT_OK_AND_ASSIGN(auto server, LocalServer::Start(Options()));
  server->Kill();
  // The number has meanwhile gone to a process that lives: this one.
  std::ofstream(folder_.path() + "/data/server.pid") << ::getpid() << "\n";
  EXPECT_OK(LocalServer::Start(Options()));
}

TEST_F(LocalServerTest, RefusesAFolderThatAnotherServerUses) {
  ASSERT_OK_AND_ASSIGN(const auto server, LocalServer::Start(Options()));
  EXPECT_THAT(LocalServer::Start(Options()),
              StatusIs(absl::StatusCode::kFailedPrecondition, HasSubstr(folder_.path())));
  EXPECT_EQ(Number(*server, "SELECT 1"), 1) << "the first one works on";
}

TEST_F(LocalServerTest, FindsAPlaceForItsSocketWhateverTheFoldersPath) {
  LocalServerOptions options = Options();
  options.directory = absl::StrCat(folder_.path(), "/", std::string(120, 'x'));
  std::filesystem::create_directories(options.directory);
  std::filesystem::rename(folder_.path() + "/data", options.directory + "/data");
  std::string socket;
  {
    ASSERT_OK_AND_ASSIGN(const auto server, LocalServer::Start(options));
    socket = server->options().unix_socket;
    EXPECT_EQ(Number(*server, "SELECT 1"), 1);
  }
  const auto socket_folder = std::filesystem::path(socket).parent_path();
  EXPECT_FALSE(std::filesystem::exists(socket_folder)) << "left behind";
}

TEST_F(LocalServerTest, ShowsTheLogOfAServerThatDoesNotStart) {
  std::ofstream(folder_.path() + "/data/ibdata1") << "rubbish";
  EXPECT_THAT(LocalServer::Start(Options()),
              StatusIs(absl::StatusCode::kUnavailable, HasSubstr("ibdata1")));
}

TEST_F(LocalServerTest, DiesWithTheProcessThatStartedIt) {
  int pipe[2];
  ASSERT_EQ(::pipe(pipe), 0);
  const pid_t child = ::fork();
  if (child == 0) {
    auto server = LocalServer::Start(Options());
    const pid_t pid = server.ok() ? (*server)->pid() : -1;
    [[maybe_unused]] const auto written = ::write(pipe[1], &pid, sizeof(pid));
    ::pause();
  }
  pid_t server = -1;
  ASSERT_EQ(::read(pipe[0], &server, sizeof(server)), static_cast<ssize_t>(sizeof(server)));
  ASSERT_GT(server, 0);
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  // The next server waits for the orphan to let go of the data.
  ASSERT_OK_AND_ASSIGN(const auto next, LocalServer::Start(Options()));
  EXPECT_EQ(Number(*next, "SELECT 1"), 1);
}

}  // namespace
}  // namespace mudiriya::db
