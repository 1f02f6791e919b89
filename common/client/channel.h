#ifndef MUDIRIYA_COMMON_CLIENT_CHANNEL_H_
#define MUDIRIYA_COMMON_CLIENT_CHANNEL_H_

#include <grpcpp/channel.h>
#include <grpcpp/support/channel_arguments.h>

#include <memory>
#include <string>

#include "absl/status/statusor.h"

namespace mudiriya::client {

// The largest message either side takes: an import of 100,000 rows fits in it.
inline constexpr int kLargestMessageBytes = 64 << 20;

// How all our channels behave: calls go round all addresses of a name, idle connections are kept
// alive, and messages may be as large as kLargestMessageBytes.
grpc::ChannelArguments DefaultArguments();

struct Target {
  std::string address;  // "127.0.0.1:7070", "dns:///registry:7070", "unix:/path"
  std::string tls_ca;   // file of certificates to trust; when set, TLS is required
};

// A channel to the target; it connects at the first call.
// Returns the error of reading the certificates.
absl::StatusOr<std::shared_ptr<grpc::Channel>> Connect(const Target& target);

}  // namespace mudiriya::client

#endif  // MUDIRIYA_COMMON_CLIENT_CHANNEL_H_
