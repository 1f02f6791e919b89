#include "common/server/call_record.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <utility>

#include "common/server/dispatcher.h"
#include "common/server/json_line.h"
#include "common/status/errors.h"
#include "common/status/grpc_status.h"
#include "common/status/localize.h"

namespace mudiriya::server {
namespace {

absl::string_view Header(const grpc::CallbackServerContext& context, const char* name) {
  const auto& metadata = context.client_metadata();
  const auto found = metadata.find(name);
  if (found == metadata.end()) return "";
  return absl::string_view(found->second.data(), found->second.size());
}

Headers ReadHeaders(const grpc::CallbackServerContext& context) {
  return {.authorization = Header(context, "authorization"),
          .accept_language = Header(context, "accept-language"),
          .traceparent = Header(context, "traceparent"),
          .request_id = Header(context, "x-request-id")};
}

absl::Time DeadlineOf(const grpc::CallbackServerContext& context, absl::Time now) {
  const auto deadline = context.deadline();
  const bool none = deadline == std::chrono::system_clock::time_point::max();
  return std::min(none ? absl::InfiniteFuture() : absl::FromChrono(deadline), now + kLongestCall);
}

// An error that nobody described for callers is described for whoever runs the server. Those made
// by Error() have no text that would not also be in the answer.
void LogCause(const CallInfo& info, const absl::Status& status) {
  if (status.ok() || ReasonOf(status).has_value()) return;
  spdlog::error(JsonLine()
                    .Text("event", "error")
                    .Text("method", info.method)
                    .Text("trace", info.trace.trace_id)
                    .Text("cause", status.message())
                    .Finish());
}

}  // namespace

CallRecord::CallRecord(Dispatcher& dispatcher, const grpc::CallbackServerContext& context)
    : dispatcher_(dispatcher), context_(context), arrival_(dispatcher.parts().clock->Now()) {}

absl::Status CallRecord::Admit(const google::protobuf::Message& request) {
  admitted_.info.deadline = DeadlineOf(context_, arrival_);
  return dispatcher_.admission().Admit(ReadHeaders(context_), request, &admitted_);
}

grpc::Status CallRecord::Conclude(const absl::Status& status) {
  LogCause(admitted_.info, status);
  dispatcher_.telemetry().Record(admitted_,
                                 {.code = status.code(),
                                  .duration = dispatcher_.parts().clock->Now() - arrival_,
                                  .queued = queued_});
  if (status.ok()) return grpc::Status::OK;
  return ToGrpcStatus(Localize(WithErrorInfo(status), admitted_.info.language));
}

absl::Status QueueFull() { return WithRetryDelay(Error(Reason::QUEUE_FULL), absl::Seconds(1)); }

absl::Status ShuttingDown() {
  return WithRetryDelay(Error(Reason::SHUTTING_DOWN), absl::Seconds(1));
}

}  // namespace mudiriya::server
