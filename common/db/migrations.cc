#include "common/db/migrations.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <set>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "common/db/session.h"
#include "common/db/sql_error.h"
#include "common/db/sql_script.h"
#include "common/status/macros.h"

namespace mudiriya::db {
namespace {

constexpr int64_t kLockSeconds = 300;

constexpr absl::string_view kTable =
    "CREATE TABLE IF NOT EXISTS schema_migration ("
    " component VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,"
    " version BIGINT NOT NULL,"
    " name VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,"
    " checksum CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,"
    " statements BIGINT NOT NULL,"   // how many of the file have run
    " applied_at DATETIME(6) NULL,"  // when the last of them had
    " PRIMARY KEY (component, version))";

// A file, cut into what is run one by one.
struct Migration {
  std::string component;
  std::string name;
  int64_t version = 0;
  std::vector<std::string> statements;
};

absl::Status Named(const Migration& migration, absl::StatusCode code, absl::string_view what) {
  return absl::Status(
      code, absl::StrCat("migration ", migration.component, "/", migration.name, ": ", what));
}

absl::StatusOr<Migration> Parse(const std::string& component, const char* name, const char* text) {
  Migration migration{component, name, 0, SplitStatements(text)};
  const size_t digits = migration.name.find('_');
  if (!absl::SimpleAtoi(migration.name.substr(0, digits), &migration.version) ||
      digits == std::string::npos) {
    return Named(migration, absl::StatusCode::kInvalidArgument, "not named NNNN_what.sql");
  }
  return migration;
}

absl::StatusOr<std::vector<Migration>> ParseAll(absl::Span<const MigrationSet> sets) {
  std::vector<Migration> all;
  for (const MigrationSet& set : sets) {
    std::set<int64_t> versions;
    const size_t first = all.size();
    for (const auto& [name, text] : set.files) {
      ASSIGN_OR_RETURN(Migration migration, Parse(set.component, name, text));
      if (!versions.insert(migration.version).second) {
        return Named(migration, absl::StatusCode::kInvalidArgument, "version given twice");
      }
      all.push_back(std::move(migration));
    }
    std::sort(all.begin() + first, all.end(),
              [](const Migration& a, const Migration& b) { return a.version < b.version; });
  }
  return all;
}

absl::Status CreateSchema(const DatabaseOptions& options) {
  DatabaseOptions server = options;
  server.schema.clear();
  ASSIGN_OR_RETURN(const auto session, Session::Open(server));
  // Asked first, because an account that may not create schemas may well be given one.
  ASSIGN_OR_RETURN(const ResultSet found,
                   session->Query("SELECT 1 FROM information_schema.schemata WHERE schema_name = ?",
                                  {Value(options.schema)}));
  if (!found.empty()) return absl::OkStatus();
  return session->ExecuteDirect(
      absl::StrCat("CREATE DATABASE IF NOT EXISTS `", options.schema,
                   "` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci"));
}

// Held until the session ends, however it ends.
absl::Status Lock(Session& session, const std::string& schema) {
  const std::string name = absl::StrCat("migrate:", schema).substr(0, 64);  // longest allowed
  ASSIGN_OR_RETURN(const ResultSet result,
                   session.Query("SELECT GET_LOCK(?, ?)", {Value(name), Value(kLockSeconds)}));
  if (result.front().Int64(0) == 1) return absl::OkStatus();
  return absl::UnavailableError(absl::StrCat("schema ", schema, " is being migrated by another"));
}

// Covers the first `count` statements: those that have run.
absl::StatusOr<std::string> Checksum(Session& session, const Migration& migration, int64_t count) {
  const auto first = migration.statements.begin();
  const std::string text = absl::StrJoin(first, first + count, ";\n");
  ASSIGN_OR_RETURN(const ResultSet result, session.Query("SELECT SHA2(?, 256)", {Value(text)}));
  return result.front().Text(0);
}

// How many statements of the file have run already.
absl::StatusOr<int64_t> Progress(Session& session, const Migration& migration) {
  ASSIGN_OR_RETURN(const ResultSet result,
                   session.Query("SELECT checksum, statements, applied_at FROM schema_migration "
                                 "WHERE component = ? AND version = ?",
                                 {Value(migration.component), Value(migration.version)}));
  if (result.empty()) return 0;
  const Row row = result.front();
  const int64_t done = row.Int64("statements");
  const auto count = static_cast<int64_t>(migration.statements.size());
  const bool fits = row.IsNull("applied_at") ? done <= count : done == count;
  if (fits) {
    ASSIGN_OR_RETURN(const std::string checksum, Checksum(session, migration, done));
    if (checksum == row.Text("checksum")) return done;
  }
  return Named(migration, absl::StatusCode::kFailedPrecondition,
               "has run and was changed since; put the change into a new file");
}

absl::Status Record(Session& session, const Migration& migration, int64_t done) {
  ASSIGN_OR_RETURN(const std::string checksum, Checksum(session, migration, done));
  const bool complete = done == static_cast<int64_t>(migration.statements.size());
  return session
      .Execute(
          "REPLACE INTO schema_migration "
          "(component, version, name, checksum, statements, applied_at) "
          "VALUES (?, ?, ?, ?, ?, IF(?, NOW(6), NULL))",
          {Value(migration.component), Value(migration.version), Value(migration.name),
           Value(checksum), Value(done), Value(complete)})
      .status();
}

absl::Status Apply(Session& session, const Migration& migration) {
  ASSIGN_OR_RETURN(int64_t done, Progress(session, migration));
  while (done < static_cast<int64_t>(migration.statements.size())) {
    const absl::Status status = session.ExecuteDirect(migration.statements[done]);
    if (!status.ok()) {
      const std::optional<SqlError> error = SqlErrorOf(status);
      return Named(migration, status.code(),
                   absl::StrCat("statement ", done + 1, ": ", error ? error->detail : ""));
    }
    RETURN_IF_ERROR(Record(session, migration, ++done));
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status Migrate(const DatabaseOptions& options, absl::Span<const MigrationSet> sets) {
  ASSIGN_OR_RETURN(const std::vector<Migration> migrations, ParseAll(sets));
  DatabaseOptions patient = options;  // changing a large table takes its time
  patient.statement_limit = absl::Hours(4);
  RETURN_IF_ERROR(CreateSchema(patient));
  ASSIGN_OR_RETURN(const auto session, Session::Open(patient));
  RETURN_IF_ERROR(Lock(*session, options.schema));
  RETURN_IF_ERROR(session->ExecuteDirect(kTable));
  for (const Migration& migration : migrations) RETURN_IF_ERROR(Apply(*session, migration));
  return absl::OkStatus();
}

}  // namespace mudiriya::db
