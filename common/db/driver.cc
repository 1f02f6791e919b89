#include "common/db/driver.h"

#include <algorithm>
#include <exception>
#include <string>

#include "absl/strings/str_cat.h"
#include "common/db/sql_error.h"
#include "cppconn/exception.h"
#include "mysql_driver.h"

namespace mudiriya::db {
namespace {

// A first call of get_driver_instance() by several threads at once crashes; a static is
// initialised by one.
sql::mysql::MySQL_Driver& Driver() {
  static sql::mysql::MySQL_Driver* const driver = sql::mysql::get_driver_instance();
  return *driver;
}

int WholeSeconds(absl::Duration duration) {
  return static_cast<int>(std::max<int64_t>(1, absl::ToInt64Seconds(duration)));
}

std::string Address(const DatabaseOptions& options) {
  if (!options.unix_socket.empty()) return absl::StrCat("unix://", options.unix_socket);
  return absl::StrCat("tcp://", options.host, ":", options.port);
}

sql::ConnectOptionsMap Properties(const DatabaseOptions& options) {
  sql::ConnectOptionsMap properties;
  properties["hostName"] = sql::SQLString(Address(options));
  properties["userName"] = sql::SQLString(options.user);
  properties["password"] = sql::SQLString(options.password);
  properties["OPT_CHARSET_NAME"] = sql::SQLString("utf8mb4");  // "utf8" means three bytes
  properties["OPT_CONNECT_TIMEOUT"] = WholeSeconds(options.connect_timeout);
  // The server ends a statement at its limit; the socket gives up on a server that does not.
  properties["OPT_READ_TIMEOUT"] = WholeSeconds(options.statement_limit + absl::Seconds(5));
  if (!options.schema.empty()) properties["schema"] = sql::SQLString(options.schema);
  if (!options.tls_ca.empty()) {
    // OPT_SSL_MODE has no effect in this connector; these have.
    properties["sslEnforce"] = true;
    properties["sslVerify"] = true;
    properties["sslCA"] = sql::SQLString(options.tls_ca);
  }
  return properties;
}

}  // namespace

absl::Status Guard(absl::FunctionRef<absl::Status()> body) {
  try {
    return body();
  } catch (const sql::SQLException& error) {
    return SqlStatus(error.getErrorCode(), error.what());
  } catch (const std::exception& error) {
    return MisuseError(error.what());
  }
}

std::unique_ptr<sql::Connection> Connect(const DatabaseOptions& options) {
  sql::ConnectOptionsMap properties = Properties(options);
  return std::unique_ptr<sql::Connection>(Driver().connect(properties));
}

}  // namespace mudiriya::db
