#ifndef MUDIRIYA_COMMON_CLIENT_CLIENT_FILE_H_
#define MUDIRIYA_COMMON_CLIENT_CLIENT_FILE_H_

#include <string>

#include "absl/status/statusor.h"

namespace mudiriya::client {

// What a server leaves in its data directory for programs of the same user on the same machine, so
// that the command line works without any option: DATA_DIR/client.json, readable by its owner only.
struct ClientFile {
  std::string address;  // where the server listens, e.g. "127.0.0.1:7070"
  std::string token;    // of an administrator of every directorate, renewed by the server
  std::string tls_ca;   // the certificate to trust; empty for a server without TLS
};

inline constexpr char kClientFileName[] = "client.json";

// The text of the file.
std::string FormatClientFile(const ClientFile& file);

// Reads the file of a data directory. Returns NOT_FOUND if there is none, INVALID_ARGUMENT if it is
// malformed.
absl::StatusOr<ClientFile> ReadClientFile(const std::string& data_dir);

}  // namespace mudiriya::client

#endif  // MUDIRIYA_COMMON_CLIENT_CLIENT_FILE_H_
