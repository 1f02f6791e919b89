#ifndef MUDIRIYA_COMMON_DB_OPTIONS_H_
#define MUDIRIYA_COMMON_DB_OPTIONS_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"

namespace mudiriya::db {

class FaultInjector;

// Where the database is and how to work with it.
struct DatabaseOptions {
  std::string unix_socket;  // path; when set, host and port are not used
  std::string host;
  int port = 3306;
  std::string user = "root";
  std::string password;
  std::string schema;  // "" connects without choosing one
  std::string tls_ca;  // file of certificates to trust; when set, TLS is required and checked

  // The longest that one statement may take; waiting for a row's lock is a part of it.
  absl::Duration statement_limit = absl::Seconds(10);
  // The longest that one statement waits for a row's lock, whole seconds.
  absl::Duration lock_limit = absl::Seconds(5);
  absl::Duration connect_timeout = absl::Seconds(5);

  // Asked before each statement, in tests; null in operation.
  std::shared_ptr<FaultInjector> faults;
};

// Reads `mysql://user:password@host:3306/schema?tls_ca=/path` or
// `unix:/path/to/socket?user=name&password=word&schema=name`. Every part but the host or the path
// may be left out; %xx escapes are decoded in all of them.
// Returns INVALID_ARGUMENT if the text has neither form or an unknown parameter; the text itself
// is never repeated in the error, because it may hold a password.
absl::StatusOr<DatabaseOptions> ParseDatabaseUrl(absl::string_view url);

}  // namespace mudiriya::db

#endif  // MUDIRIYA_COMMON_DB_OPTIONS_H_
