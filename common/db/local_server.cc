#include "common/db/local_server.h"

#include <signal.h>
#include <unistd.h>

#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "common/db/process.h"
#include "common/db/server_directory.h"
#include "common/db/session.h"
#include "common/status/macros.h"

namespace mudiriya::db {
namespace {

constexpr absl::Duration kPoll = absl::Milliseconds(10);
constexpr absl::Duration kPredecessorPatience = absl::Seconds(10);
constexpr absl::Duration kInstallLimit = absl::Minutes(2);
constexpr absl::Duration kStopLimit = absl::Seconds(60);

absl::StatusOr<std::string> RequireProgram(const std::string& name) {
  std::string path = FindProgram(name);
  if (!path.empty()) return path;
  return absl::FailedPreconditionError(
      absl::StrCat(name, " is not installed (Debian package mariadb-server)"));
}

// MariaDB refuses to run as root unless told to. The folder is this user's alone, so that a change
// of user would only lock the server out of it.
void AllowRoot(std::vector<std::string>& command) {
  if (::geteuid() == 0) command.push_back("--user=root");
}

std::vector<std::string> ServerCommand(const std::string& program, const ServerDirectory& directory,
                                       const LocalServerOptions& options) {
  std::vector<std::string> command = {
      program,
      "--no-defaults",
      absl::StrCat("--datadir=", directory.data()),
      absl::StrCat("--tmpdir=", directory.temporary()),
      absl::StrCat("--secure-file-priv=", directory.temporary()),
      absl::StrCat("--socket=", directory.socket()),
      absl::StrCat("--pid-file=", directory.data(), "/server.pid"),
      "--skip-networking",
      "--skip-name-resolve",
      "--skip-log-bin",
      "--local-infile=0",
      "--character-set-server=utf8mb4",
      "--collation-server=utf8mb4_unicode_520_ci",
      "--performance-schema=OFF",
      "--query-cache-size=0",
      "--key-buffer-size=1M",
      "--aria-pagecache-buffer-size=8M",
      "--max-allowed-packet=64M",
      absl::StrCat("--max-connections=", options.max_connections),
      absl::StrCat("--innodb-buffer-pool-size=", options.buffer_pool_mib, "M"),
      absl::StrCat("--innodb-log-file-size=", options.log_file_mib, "M"),
      absl::StrCat("--innodb-flush-log-at-trx-commit=", options.durable ? 1 : 0),
  };
  if (!options.durable) command.push_back("--innodb-doublewrite=OFF");
  AllowRoot(command);
  return command;
}

}  // namespace

struct LocalServer::State {
  std::unique_ptr<ServerDirectory> directory;  // outlives the process, whose lock it holds
  std::unique_ptr<Process> process;

  absl::Status AwaitReady(absl::Time end) const;
};

absl::Status LocalServer::State::AwaitReady(absl::Time end) const {
  DatabaseOptions options;
  options.unix_socket = directory->socket();
  while (!Session::Open(options).ok()) {
    if (process->Wait(kPoll) || absl::Now() >= end) {
      return absl::UnavailableError(absl::StrCat("mariadbd did not start: ", directory->LogTail()));
    }
  }
  return absl::OkStatus();
}

absl::StatusOr<std::unique_ptr<LocalServer>> LocalServer::Start(const LocalServerOptions& options) {
  ASSIGN_OR_RETURN(const std::string program, RequireProgram("mariadbd"));
  auto state = std::make_unique<State>();
  ASSIGN_OR_RETURN(state->directory,
                   ServerDirectory::Take(options.directory, kPredecessorPatience));
  const ServerDirectory& directory = *state->directory;
  if (!std::filesystem::exists(directory.data())) {
    RETURN_IF_ERROR(InstallDataDirectory(directory.data()));
  }
  const absl::Time end = absl::Now() + options.start_timeout;
  ASSIGN_OR_RETURN(state->process,
                   Process::Start(ServerCommand(program, directory, options), directory.log()));
  RETURN_IF_ERROR(state->AwaitReady(end));
  return std::unique_ptr<LocalServer>(new LocalServer(std::move(state)));
}

LocalServer::LocalServer(std::unique_ptr<State> state)
    : state_(std::move(state)), pid_(state_->process->pid()) {
  options_.unix_socket = state_->directory->socket();
}

LocalServer::~LocalServer() { Stop(); }

void LocalServer::Stop() { End(SIGTERM); }

void LocalServer::Kill() { End(SIGKILL); }

void LocalServer::End(int signal) {
  absl::MutexLock lock(&mutex_);
  if (state_ == nullptr) return;
  state_->process->Signal(signal);
  // A server that does not stop in time is killed with its Process; it recovers at the next start.
  state_->process->Wait(kStopLimit);
  state_->process.reset();
  state_.reset();
}

absl::Status InstallDataDirectory(absl::string_view directory) {
  ASSIGN_OR_RETURN(const std::string program, RequireProgram("mariadb-install-db"));
  // Under another name until it is whole: an installation that is cut short leaves nothing that
  // looks like a data directory.
  const std::string partial = absl::StrCat(directory, ".partial");
  const std::string log = absl::StrCat(directory, ".install.log");
  std::error_code error;
  std::filesystem::remove_all(partial, error);
  std::vector<std::string> command = {program,
                                      "--no-defaults",
                                      absl::StrCat("--datadir=", partial),
                                      "--auth-root-authentication-method=normal",
                                      "--skip-test-db",
                                      "--skip-name-resolve",
                                      "--innodb-log-file-size=8M"};
  AllowRoot(command);
  ASSIGN_OR_RETURN(auto process, Process::Start(std::move(command), log));
  if (!process->Wait(kInstallLimit) || process->exit_code() != 0) {
    return absl::InternalError(absl::StrCat("mariadb-install-db failed, see ", log));
  }
  std::filesystem::rename(partial, std::string(directory), error);
  if (error) return absl::InternalError(absl::StrCat("cannot make ", directory));
  return absl::OkStatus();
}

}  // namespace mudiriya::db
