#ifndef MUDIRIYA_COMMON_SERVER_LOG_H_
#define MUDIRIYA_COMMON_SERVER_LOG_H_

#include <spdlog/spdlog.h>

#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace mudiriya::server {

// Makes spdlog's default logger, which all of the program uses, write one JSON object per line:
//   {"time":"2026-02-09T08:00:00.123456Z","level":"info","message":"…"}
// A message that is a JSON object itself (see JsonLine) has its members in place of `message`.
// `level` is debug, info, warn or error. Lines go to `sink`; stderr if null, gathered for at most a
// second unless they are warnings. Returns INVALID_ARGUMENT for another level.
absl::Status InitLog(absl::string_view level, spdlog::sink_ptr sink = nullptr);

// A name for a caller that tells callers apart in the log without telling who they are: a hash
// under a key that this process draws at its start and never shows.
std::string CallerHash(absl::string_view subject);

}  // namespace mudiriya::server

#endif  // MUDIRIYA_COMMON_SERVER_LOG_H_
