#include "common/server/database.h"

#include "absl/strings/str_cat.h"
#include "common/resource/common_schema.h"
#include "common/status/macros.h"

namespace mudiriya::server {

absl::StatusOr<std::unique_ptr<Database>> Database::Open(const std::string& url,
                                                         const std::string& data_dir) {
  if (!url.empty()) {
    ASSIGN_OR_RETURN(db::DatabaseOptions options, db::ParseDatabaseUrl(url));
    return std::unique_ptr<Database>(new Database(std::move(options), nullptr));
  }
  db::LocalServerOptions local;
  local.directory = absl::StrCat(data_dir, "/mariadb");
  ASSIGN_OR_RETURN(std::unique_ptr<db::LocalServer> server, db::LocalServer::Start(local));
  db::DatabaseOptions options = server->options();
  return std::unique_ptr<Database>(new Database(std::move(options), std::move(server)));
}

absl::StatusOr<db::DatabaseOptions> Database::Prepare(const std::string& component,
                                                      const std::string& schema,
                                                      const db::MigrationFiles& files) const {
  db::DatabaseOptions options = options_;
  options.schema = schema;
  const db::MigrationSet sets[] = {{"common", resource::CommonSchema()}, {component, files}};
  RETURN_IF_ERROR(db::Migrate(options, sets));
  return options;
}

}  // namespace mudiriya::server
