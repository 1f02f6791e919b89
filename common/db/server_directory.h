#ifndef MUDIRIYA_COMMON_DB_SERVER_DIRECTORY_H_
#define MUDIRIYA_COMMON_DB_SERVER_DIRECTORY_H_

#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"

namespace mudiriya::db {

// The folder of a private server, locked against other processes: data/, temporary/, server.log
// and, where its path is short enough for a socket, server.sock.
class ServerDirectory {
 public:
  // Makes the folder (readable by this user only), locks it and makes sure that no server works on
  // its data. One that an earlier process left shutting down is waited for, at most `patience`.
  // Returns FAILED_PRECONDITION if another process holds the folder or a server uses its data,
  // INTERNAL if it cannot be made.
  static absl::StatusOr<std::unique_ptr<ServerDirectory>> Take(absl::string_view path,
                                                               absl::Duration patience);

  // Gives the lock back; the folder stays.
  ~ServerDirectory();
  ServerDirectory(const ServerDirectory&) = delete;
  ServerDirectory& operator=(const ServerDirectory&) = delete;

  std::string data() const { return path_ + "/data"; }
  std::string temporary() const { return path_ + "/temporary"; }
  std::string log() const { return path_ + "/server.log"; }
  const std::string& socket() const { return socket_; }

  // The end of the server's log, for an error's text.
  std::string LogTail() const;

 private:
  ServerDirectory(std::string path, int lock) : path_(std::move(path)), lock_(lock) {}
  absl::Status AwaitFreeData(absl::Duration patience) const;
  absl::Status ChooseSocket();

  std::string path_;
  int lock_;
  std::string socket_;
  std::string socket_folder_;  // "" where the socket is in the folder itself
};

}  // namespace mudiriya::db

#endif  // MUDIRIYA_COMMON_DB_SERVER_DIRECTORY_H_
