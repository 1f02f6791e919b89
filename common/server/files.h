#ifndef MUDIRIYA_COMMON_SERVER_FILES_H_
#define MUDIRIYA_COMMON_SERVER_FILES_H_

#include <sys/types.h>

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace mudiriya::server {

bool FileExists(const std::string& path);

// The whole file. Returns NOT_FOUND if there is none, or another code for the error of the system.
absl::StatusOr<std::string> ReadFile(const std::string& path);

// Writes the file whole or not at all (by a temporary one beside it), with this mode from the
// start.
absl::Status WriteFile(const std::string& path, absl::string_view text, mode_t mode);

// Makes the directory and those above it; new ones may be used by their owner only (0700).
absl::Status MakePrivateDirectory(const std::string& path);

// Returns FAILED_PRECONDITION if others than the owner may read or write the file.
absl::Status CheckPrivate(const std::string& path);

}  // namespace mudiriya::server

#endif  // MUDIRIYA_COMMON_SERVER_FILES_H_
