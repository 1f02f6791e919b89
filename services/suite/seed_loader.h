#ifndef MUDIRIYA_SERVICES_SUITE_SEED_LOADER_H_
#define MUDIRIYA_SERVICES_SUITE_SEED_LOADER_H_

#include <grpcpp/channel.h>

#include <cstdint>
#include <memory>
#include <ostream>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace mudiriya::suite {

// What loading did, over all files.
struct SeedCounts {
  int64_t created = 0;
  int64_t updated = 0;
  int64_t unchanged = 0;
};

// Loads the demonstration data of `folder` (one folder below it for each directorate, see
// seeds/README.md) through the public RPCs of registry and staffing, both behind `channel`, as the
// holder of `token`, who administers all directorates. Files are taken in the order of their names,
// rows in parts. Loading again changes nothing: every row then counts as unchanged. One line about
// each file goes to `progress`.
// Returns NOT_FOUND if the folder has no such files, INVALID_ARGUMENT naming file and row for a row
// that was rejected, and the error of the call that failed. What was loaded before it stays.
absl::StatusOr<SeedCounts> LoadSeeds(const std::shared_ptr<grpc::Channel>& channel,
                                     absl::string_view token, const std::string& folder,
                                     std::ostream& progress);

// The folder of the demonstration data that belongs to the running program: what the environment
// names as MUDIRIYA_SEEDS_DIR, else `seeds` of the source tree that it was built in, else
// `share/mudiriya/seeds` beside the `bin` that it was installed in.
// Returns NOT_FOUND naming the places looked at.
absl::StatusOr<std::string> FindSeedsFolder();

}  // namespace mudiriya::suite

#endif  // MUDIRIYA_SERVICES_SUITE_SEED_LOADER_H_
