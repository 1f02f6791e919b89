#ifndef MUDIRIYA_COMMON_SERVER_TELEMETRY_H_
#define MUDIRIYA_COMMON_SERVER_TELEMETRY_H_

#include <memory>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/time/time.h"
#include "common/server/admission.h"
#include "common/server/metrics.h"

namespace mudiriya::server {

// How a call went.
struct Outcome {
  absl::StatusCode code = absl::StatusCode::kOk;
  absl::Duration duration;  // from arrival to answer
  absl::Duration queued;    // of that, waiting for a worker
};

// Says of each call what an operator needs: a line in the log and the metrics of its method. A line
// holds no field of a request and no name of a person; the caller appears as a hash. Thread-safe.
class Telemetry {
 public:
  // `metrics` outlives the telemetry.
  Telemetry(const std::string& service, const PolicyTable& policies, Metrics* metrics);

  void Record(const Admitted& call, const Outcome& outcome) const;

 private:
  absl::flat_hash_map<const MethodPolicy*, std::unique_ptr<MethodMetrics>> methods_;
};

// The line of a call; see log.h for where it goes.
std::string AccessLine(const Admitted& call, const Outcome& outcome);

}  // namespace mudiriya::server

#endif  // MUDIRIYA_COMMON_SERVER_TELEMETRY_H_
