#ifndef MUDIRIYA_COMMON_STATUS_GRPC_STATUS_H_
#define MUDIRIYA_COMMON_STATUS_GRPC_STATUS_H_

#include <cstddef>

#include "absl/status/status.h"
#include "grpcpp/support/status.h"

namespace mudiriya {

// Error details travel in the trailers, and a client that was not told otherwise refuses more than
// 8 KB of them. Details that would be longer lose violations from their end.
inline constexpr size_t kMaxDetailBytes = 5000;

// The error as it goes over the wire: code, message and a google.rpc.Status with all payloads but
// the internal ones as details. When violations had to be left out, ErrorInfo's metadata
// "omitted_violations" says how many.
grpc::Status ToGrpcStatus(const absl::Status& status);

// The error as a client received it, with each detail as a payload.
absl::Status FromGrpcStatus(const grpc::Status& status);

}  // namespace mudiriya

#endif  // MUDIRIYA_COMMON_STATUS_GRPC_STATUS_H_
