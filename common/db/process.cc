#include "common/db/process.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "common/db/sql_error.h"

namespace mudiriya::db {
namespace {

// What the child does between fork and exec: only calls that are safe there.
[[noreturn]] void Become(pid_t parent, char* const* arguments, const char* log_file) {
  ::setsid();
  ::prctl(PR_SET_PDEATHSIG, SIGTERM);
  if (::getppid() != parent) ::_exit(1);  // it ended before we could ask for the signal
  sigset_t none;
  ::sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
  const int input = ::open("/dev/null", O_RDONLY);
  const int log = ::open(log_file, O_WRONLY | O_CREAT | O_APPEND, 0600);
  ::dup2(input, STDIN_FILENO);
  ::dup2(log, STDOUT_FILENO);
  ::dup2(log, STDERR_FILENO);
  ::close_range(STDERR_FILENO + 1, ~0U, 0);
  ::execv(arguments[0], arguments);
  ::_exit(127);
}

}  // namespace

absl::StatusOr<std::unique_ptr<Process>> Process::Start(std::vector<std::string> command,
                                                        const std::string& log_file) {
  std::unique_ptr<Process> process(new Process);
  // The signal at a parent's death is sent when the thread ends that forked, hence a thread that
  // lives as long as the child.
  process->keeper_ = std::thread(&Process::Keep, process.get(), std::move(command), log_file);
  {
    absl::MutexLock lock(&process->mutex_);
    process->mutex_.Await(absl::Condition(&process->started_));
  }
  if (process->pid_ < 0) return MisuseError("fork failed");
  return process;
}

void Process::Keep(std::vector<std::string> command, std::string log_file) {
  std::vector<char*> arguments;
  for (std::string& word : command) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  const pid_t parent = ::getpid();
  const pid_t child = ::fork();
  if (child == 0) Become(parent, arguments.data(), log_file.c_str());
  {
    absl::MutexLock lock(&mutex_);
    pid_ = child;
    started_ = true;
  }
  // The child is waited for without being reaped, so that Signal() never meets a number that the
  // system has given to another process.
  siginfo_t info = {};
  while (child > 0 && ::waitid(P_PID, child, &info, WEXITED | WNOWAIT) != 0) {
  }
  absl::MutexLock lock(&mutex_);
  int status = 0;
  if (child > 0) ::waitpid(child, &status, 0);
  exit_code_ = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

Process::~Process() {
  Signal(SIGKILL);
  keeper_.join();
}

void Process::Signal(int number) {
  absl::MutexLock lock(&mutex_);
  if (pid_ > 0 && exit_code_ < 0) ::kill(pid_, number);
}

bool Process::Wait(absl::Duration timeout) {
  absl::MutexLock lock(&mutex_);
  return mutex_.AwaitWithTimeout(absl::Condition(
                                     +[](int* exit_code) { return *exit_code >= 0; }, &exit_code_),
                                 timeout);
}

int Process::exit_code() const {
  absl::MutexLock lock(&mutex_);
  return exit_code_;
}

std::string FindProgram(const std::string& name) {
  const char* path = std::getenv("PATH");
  const std::string folders =
      absl::StrCat(path == nullptr ? "" : path, ":/usr/sbin:/usr/bin:/usr/libexec");
  for (absl::string_view folder : absl::StrSplit(folders, ':', absl::SkipEmpty())) {
    const std::string candidate = absl::StrCat(folder, "/", name);
    if (::access(candidate.c_str(), X_OK) == 0) return candidate;
  }
  return "";
}

}  // namespace mudiriya::db
