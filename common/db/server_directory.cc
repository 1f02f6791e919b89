#include "common/db/server_directory.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "common/status/macros.h"

namespace mudiriya::db {
namespace {

constexpr absl::Duration kPoll = absl::Milliseconds(50);

absl::Status Unusable(absl::string_view path, absl::string_view why) {
  return absl::FailedPreconditionError(absl::StrCat("database folder ", path, ": ", why));
}

absl::Status MakeFolder(const std::string& path) {
  std::error_code error;
  std::filesystem::create_directories(path, error);
  if (error || ::chmod(path.c_str(), 0700) != 0) {
    return absl::InternalError(absl::StrCat("cannot make the folder ", path));
  }
  return absl::OkStatus();
}

// The process that holds MariaDB's own lock on its table space, whoever started it; 0 if none.
pid_t DataHolder(const std::string& data) {
  const int file = ::open((data + "/ibdata1").c_str(), O_RDWR | O_CLOEXEC);
  if (file < 0) return 0;
  struct flock lock = {};
  lock.l_type = F_WRLCK;
  lock.l_whence = SEEK_SET;
  const bool held = ::fcntl(file, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
  ::close(file);
  return held ? lock.l_pid : 0;
}

}  // namespace

absl::StatusOr<std::unique_ptr<ServerDirectory>> ServerDirectory::Take(absl::string_view path,
                                                                       absl::Duration patience) {
  const std::string absolute = std::filesystem::absolute(std::string(path)).lexically_normal();
  RETURN_IF_ERROR(MakeFolder(absolute));
  RETURN_IF_ERROR(MakeFolder(absolute + "/temporary"));
  const int lock = ::open((absolute + "/lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (lock < 0) return absl::InternalError(absl::StrCat("cannot write in ", absolute));
  std::unique_ptr<ServerDirectory> directory(new ServerDirectory(absolute, lock));
  if (::flock(lock, LOCK_EX | LOCK_NB) != 0) {
    return Unusable(absolute, "another process works with it");
  }
  RETURN_IF_ERROR(directory->AwaitFreeData(patience));
  RETURN_IF_ERROR(directory->ChooseSocket());
  return directory;
}

ServerDirectory::~ServerDirectory() {
  ::close(lock_);
  std::error_code ignored;
  if (!socket_folder_.empty()) std::filesystem::remove_all(socket_folder_, ignored);
}

absl::Status ServerDirectory::AwaitFreeData(absl::Duration patience) const {
  const absl::Time end = absl::Now() + patience;
  while (const pid_t holder = DataHolder(data())) {
    if (absl::Now() >= end) {
      return Unusable(path_, absl::StrCat("a database server works with it, process ", holder));
    }
    absl::SleepFor(kPoll);
  }
  return absl::OkStatus();
}

absl::Status ServerDirectory::ChooseSocket() {
  socket_ = path_ + "/server.sock";
  if (socket_.size() < sizeof(sockaddr_un::sun_path)) return absl::OkStatus();
  char name[] = "/tmp/mudiriya-XXXXXX";  // mkdtemp makes it for this user only
  if (::mkdtemp(name) == nullptr) return absl::InternalError("cannot make a folder in /tmp");
  socket_folder_ = name;
  socket_ = socket_folder_ + "/server.sock";
  return absl::OkStatus();
}

std::string ServerDirectory::LogTail() const {
  std::ifstream file(log());
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  return text.substr(text.size() - std::min<size_t>(text.size(), 1500));
}

}  // namespace mudiriya::db
