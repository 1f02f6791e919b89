#include "common/server/telemetry.h"

#include "common/server/json_line.h"
#include "common/server/log.h"

namespace mudiriya::server {
namespace {

// What an operator should look at: our own faults, not those of callers.
spdlog::level::level_enum LevelOf(absl::StatusCode code) {
  switch (code) {
    case absl::StatusCode::kUnknown:
    case absl::StatusCode::kInternal:
    case absl::StatusCode::kDataLoss:
      return spdlog::level::err;
    case absl::StatusCode::kUnavailable:
    case absl::StatusCode::kResourceExhausted:
      return spdlog::level::warn;
    default:
      return spdlog::level::info;
  }
}

}  // namespace

Telemetry::Telemetry(const std::string& service, const PolicyTable& policies, Metrics* metrics) {
  for (const auto& policy : policies.all()) {
    methods_.emplace(policy.get(),
                     std::make_unique<MethodMetrics>(*metrics, service, policy->method));
  }
}

void Telemetry::Record(const Admitted& call, const Outcome& outcome) const {
  const auto method = methods_.find(call.policy);
  if (method != methods_.end()) {
    method->second->Count(outcome.code, outcome.duration, outcome.queued);
  }
  const auto level = LevelOf(outcome.code);
  if (spdlog::should_log(level)) spdlog::log(level, AccessLine(call, outcome));
}

std::string AccessLine(const Admitted& call, const Outcome& outcome) {
  JsonLine line;
  line.Text("event", "call")
      .Text("method", call.info.method)
      .Text("code", absl::StatusCodeToString(outcome.code))
      .Number("ms", absl::ToDoubleMilliseconds(outcome.duration))
      .Number("queue_ms", absl::ToDoubleMilliseconds(outcome.queued))
      .Text("trace", call.info.trace.trace_id)
      .Text("request", call.info.request_id);
  if (!call.directorate.empty()) line.Text("directorate", call.directorate);
  if (call.info.caller != nullptr) line.Text("caller", CallerHash(call.info.caller->subject()));
  if (!call.refusal.empty()) line.Text("refusal", call.refusal);
  return line.Finish();
}

}  // namespace mudiriya::server
