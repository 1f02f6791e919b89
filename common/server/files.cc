#include "common/server/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include "absl/strings/str_cat.h"
#include "common/status/macros.h"

namespace mudiriya::server {
namespace {

absl::Status SystemError(absl::string_view action, const std::string& path) {
  return absl::ErrnoToStatus(errno, absl::StrCat(action, " ", path));
}

absl::Status WriteAll(int file, absl::string_view text, const std::string& path) {
  while (!text.empty()) {
    const ssize_t written = write(file, text.data(), text.size());
    if (written < 0) return SystemError("write", path);
    text.remove_prefix(static_cast<size_t>(written));
  }
  return fsync(file) == 0 ? absl::OkStatus() : SystemError("sync", path);
}

}  // namespace

bool FileExists(const std::string& path) { return access(path.c_str(), F_OK) == 0; }

absl::StatusOr<std::string> ReadFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return SystemError("read", path);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

absl::Status WriteFile(const std::string& path, absl::string_view text, mode_t mode) {
  const std::string temporary = absl::StrCat(path, ".", getpid(), ".new");
  const int file = open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode);
  if (file < 0) return SystemError("create", temporary);
  const absl::Status written = WriteAll(file, text, temporary);
  close(file);
  if (written.ok() && rename(temporary.c_str(), path.c_str()) == 0) return absl::OkStatus();
  const absl::Status failed = written.ok() ? SystemError("rename", temporary) : written;
  unlink(temporary.c_str());
  return failed;
}

absl::Status MakePrivateDirectory(const std::string& path) {
  const std::filesystem::path parent = std::filesystem::path(path).parent_path();
  if (!parent.empty() && !FileExists(parent.string())) {
    RETURN_IF_ERROR(MakePrivateDirectory(parent.string()));
  }
  if (mkdir(path.c_str(), 0700) != 0 && errno != EEXIST) return SystemError("create", path);
  return absl::OkStatus();
}

absl::Status CheckPrivate(const std::string& path) {
  struct stat file = {};
  if (stat(path.c_str(), &file) != 0) return SystemError("look at", path);
  if ((file.st_mode & (S_IRWXG | S_IRWXO)) == 0) return absl::OkStatus();
  return absl::FailedPreconditionError(
      absl::StrCat(path, " holds a secret and others may read it: chmod 600 it first"));
}

}  // namespace mudiriya::server
