#ifndef MUDIRIYA_TESTS_COMMON_SERVER_THING_SERVER_H_
#define MUDIRIYA_TESTS_COMMON_SERVER_THING_SERVER_H_

#include <grpcpp/grpcpp.h>

#include <memory>
#include <string>

#include "absl/status/status.h"
#include "common/client/context.h"
#include "common/server/dispatcher.h"
#include "common/server/executor.h"
#include "common/server/metrics.h"
#include "common/status/grpc_status.h"
#include "google/protobuf/message.h"
#include "tests/common/server/thing_service.h"
#include "things_service.grpc.pb.h"

namespace mudiriya::test {

// Believes tokens of the form `subject homs:viewer assiut:planner`.
class FakeAuthenticator final : public server::Authenticator {
 public:
  absl::StatusOr<std::shared_ptr<const Caller>> Authenticate(
      absl::string_view authorization) override;
};

// The thing service in this process, behind a dispatcher with a fake authenticator.
class ThingServer {
 public:
  explicit ThingServer(int workers = 2, size_t queue = 16,
                       absl::Duration watch_wait = absl::Milliseconds(1));
  ~ThingServer();

  // What is needed for one call by the holder of `token`.
  class Context {
   public:
    explicit Context(absl::string_view token, Language language = Language::kEnglish) {
      client::Prepare(token, language, &context_);
    }
    grpc::ClientContext* get() { return &context_; }
    grpc::ClientContext* operator->() { return &context_; }

   private:
    grpc::ClientContext context_;
  };

  v1::ThingService::Stub& stub() { return *stub_; }

  // One call of GetThing.
  absl::StatusOr<v1::Thing> Get(absl::string_view token, const std::string& name);

  Gate& gate() { return services_.Get<Gate>(); }
  server::Executor& executor() { return executor_; }
  server::Dispatcher& dispatcher() { return *dispatcher_; }
  server::Metrics& metrics() { return metrics_; }
  std::shared_ptr<grpc::Channel> channel() { return channel_; }

 private:
  FakeAuthenticator authenticator_;
  server::Metrics metrics_;
  Services services_;
  server::Executor executor_;
  std::unique_ptr<server::Dispatcher> dispatcher_;
  std::unique_ptr<grpc::Service> service_;
  std::unique_ptr<grpc::Server> server_;
  std::shared_ptr<grpc::Channel> channel_;
  std::unique_ptr<v1::ThingService::Stub> stub_;
};

// grpc.health.v1: whether the service of this name is SERVING.
bool IsServing(grpc::Channel& channel, const std::string& service);

}  // namespace mudiriya::test

#endif  // MUDIRIYA_TESTS_COMMON_SERVER_THING_SERVER_H_
