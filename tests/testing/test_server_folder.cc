#include "tests/testing/test_server_folder.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "common/db/local_server.h"

namespace mudiriya::testing {
namespace {

namespace fs = std::filesystem;

const char kRoot[] = MUDIRIYA_TEST_DATABASES;  // build tree

[[noreturn]] void Give(const std::string& reason) {
  std::fprintf(stderr, "test database: %s\n", reason.c_str());
  std::abort();
}

// Held while the template is made and old folders are cleared.
class RootLock {
 public:
  RootLock()
      : file_(::open(absl::StrCat(kRoot, "/lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)) {
    if (file_ < 0 || ::flock(file_, LOCK_EX) != 0) Give(absl::StrCat("cannot lock ", kRoot));
  }
  ~RootLock() { ::close(file_); }
  RootLock(const RootLock&) = delete;
  RootLock& operator=(const RootLock&) = delete;

 private:
  int file_;
};

// Folders are named by process. A number that a new process has been given is cleared later.
void ClearFoldersOfDeadProcesses() {
  for (const auto& entry : fs::directory_iterator(kRoot)) {
    int process = 0;
    if (!absl::SimpleAtoi(entry.path().filename().string(), &process)) continue;
    std::error_code ignored;
    if (::kill(process, 0) != 0) fs::remove_all(entry.path(), ignored);
  }
}

}  // namespace

TestServerFolder::TestServerFolder() : path_(absl::StrCat(kRoot, "/", ::getpid())) {
  fs::create_directories(kRoot);
  const RootLock lock;
  ClearFoldersOfDeadProcesses();
  const std::string data = absl::StrCat(kRoot, "/template");
  if (!fs::exists(data)) {
    const absl::Status status = db::InstallDataDirectory(data);
    if (!status.ok()) Give(status.ToString());
  }
  fs::remove_all(path_);
  fs::create_directories(path_);
  fs::copy(data, absl::StrCat(path_, "/data"), fs::copy_options::recursive);
}

TestServerFolder::~TestServerFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

}  // namespace mudiriya::testing
