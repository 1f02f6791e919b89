#include "tests/testing/test_server_folder.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "common/db/local_server.h"

namespace mudiriya::testing {
namespace {

namespace fs = std::filesystem;

const char kRoot[] = MUDIRIYA_TEST_DATABASES;  // build tree

// A container's default of 64 MB would not hold two servers.
constexpr uintmax_t kRoomInMemory = uintmax_t{4} << 30;

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

// Where the folders of processes are: one place for each build tree and user.
std::string FoldersRoot() {
  std::error_code error;
  const fs::space_info space = fs::space("/dev/shm", error);
  if (error || space.available < kRoomInMemory) return absl::StrCat(kRoot, "/processes");
  return absl::StrCat("/dev/shm/mudiriya-test-", ::getuid(), "-",
                      absl::Hex(std::hash<std::string>()(kRoot)));
}

// Folders are named by process. A number that a new process has been given is cleared later.
void ClearFoldersOfDeadProcesses(const std::string& folders) {
  for (const auto& entry : fs::directory_iterator(folders)) {
    int process = 0;
    if (!absl::SimpleAtoi(entry.path().filename().string(), &process)) continue;
    std::error_code ignored;
    if (::kill(process, 0) != 0) fs::remove_all(entry.path(), ignored);
  }
}

// The template, made now if there is none. The caller holds the lock.
std::string Template() {
  const std::string data = absl::StrCat(kRoot, "/template");
  if (fs::exists(data)) return data;
  const absl::Status status = db::InstallDataDirectory(data);
  if (!status.ok()) Give(status.ToString());
  return data;
}

}  // namespace

TestServerFolder::TestServerFolder() {
  fs::create_directories(kRoot);
  const RootLock lock;
  const std::string folders = FoldersRoot();
  path_ = absl::StrCat(folders, "/", ::getpid());
  fs::create_directories(path_);
  fs::permissions(folders, fs::perms::owner_all);
  ClearFoldersOfDeadProcesses(folders);
  const std::string data = absl::StrCat(path_, "/data");
  fs::remove_all(data);
  fs::copy(Template(), data, fs::copy_options::recursive);
}

TestServerFolder::~TestServerFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

}  // namespace mudiriya::testing
