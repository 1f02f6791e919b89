#ifndef MUDIRIYA_COMMON_DB_DRIVER_H_
#define MUDIRIYA_COMMON_DB_DRIVER_H_

#include <memory>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "common/db/options.h"
#include "cppconn/connection.h"

// How this folder uses the connector; nothing outside of it includes this header.
namespace mudiriya::db {

// Runs `body`, which may throw what the connector throws, and gives that as a status (see
// SqlStatus). The one place where exceptions end.
absl::Status Guard(absl::FunctionRef<absl::Status()> body);

// Opens a connection; throws what the connector throws. Safe to call from several threads.
std::unique_ptr<sql::Connection> Connect(const DatabaseOptions& options);

}  // namespace mudiriya::db

#endif  // MUDIRIYA_COMMON_DB_DRIVER_H_
