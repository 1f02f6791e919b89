#ifndef MUDIRIYA_COMMON_SERVER_DATABASE_H_
#define MUDIRIYA_COMMON_SERVER_DATABASE_H_

#include <memory>
#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "common/db/local_server.h"
#include "common/db/migrations.h"
#include "common/db/options.h"

namespace mudiriya::server {

// The database of all services of this process: the one given, or a private one in the data
// directory that stops with the process.
class Database {
 public:
  // Reads `url` (see db::ParseDatabaseUrl), or starts a private MariaDB in `data_dir` if it is
  // empty. Returns the errors of db::ParseDatabaseUrl and db::LocalServer::Start.
  static absl::StatusOr<std::unique_ptr<Database>> Open(const std::string& url,
                                                        const std::string& data_dir);

  // Brings a service's schema up to date and tells how to connect to it.
  // Returns the errors of db::Migrate.
  absl::StatusOr<db::DatabaseOptions> Prepare(const std::string& component,
                                              const std::string& schema,
                                              const db::MigrationFiles& files) const;

 private:
  Database(db::DatabaseOptions options, std::unique_ptr<db::LocalServer> local)
      : options_(std::move(options)), local_(std::move(local)) {}

  const db::DatabaseOptions options_;
  const std::unique_ptr<db::LocalServer> local_;
};

}  // namespace mudiriya::server

#endif  // MUDIRIYA_COMMON_SERVER_DATABASE_H_
