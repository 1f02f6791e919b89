#ifndef MUDIRIYA_COMMON_DB_MIGRATIONS_H_
#define MUDIRIYA_COMMON_DB_MIGRATIONS_H_

#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/types/span.h"
#include "common/db/options.h"

namespace mudiriya::db {

// {file name, text} pairs as mudiriya_embed gives them. A name is `NNNN_what.sql`, where NNNN is
// the version within its component.
using MigrationFiles = std::vector<std::pair<const char*, const char*>>;

// The migrations of one component, e.g. the tables that all services share, or a service's own.
struct MigrationSet {
  std::string component;
  MigrationFiles files;
};

// Brings the schema of `options` up to date: creates it (utf8mb4) if it is missing, then runs the
// sets in their order, each file in order of version, every statement once. The table
// schema_migration keeps how far each file has run, with a checksum of the statements that did, so
// that a file which failed half way is corrected and goes on from the statement that failed.
// Several processes may call this at once: a lock of the server lets one work while the others
// wait, at most five minutes.
// Returns FAILED_PRECONDITION if a statement that has run was changed since, INVALID_ARGUMENT if a
// file name has no version or two have the same, UNAVAILABLE if the server cannot be reached or
// the wait is over; the error of a statement that fails, with file and statement named.
absl::Status Migrate(const DatabaseOptions& options, absl::Span<const MigrationSet> sets);

}  // namespace mudiriya::db

#endif  // MUDIRIYA_COMMON_DB_MIGRATIONS_H_
