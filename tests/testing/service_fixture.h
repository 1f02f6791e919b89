#ifndef MUDIRIYA_TESTS_TESTING_SERVICE_FIXTURE_H_
#define MUDIRIYA_TESTS_TESTING_SERVICE_FIXTURE_H_

#include <grpcpp/grpcpp.h>

#include <memory>
#include <string>
#include <vector>

#include "common/server/server.h"
#include "common/status/language.h"

namespace mudiriya::testing {

// Whole services as they run in operation (tokens, permissions, validation, workers, a fresh schema
// on the private MariaDB of this test process), reached by a channel inside the process:
//
//   ServiceFixture fixture({registry::Registry()});
//   auto stub = registry::v1::AreaService::NewStub(fixture.channel());
//   auto context = fixture.Context({"homs:viewer"});
//   stub->GetArea(context.get(), request, &area);
class ServiceFixture {
 public:
  // Aborts the test program if the services do not start.
  explicit ServiceFixture(std::vector<server::Service> services, int workers = 2);
  ~ServiceFixture();
  ServiceFixture(const ServiceFixture&) = delete;
  ServiceFixture& operator=(const ServiceFixture&) = delete;

  std::shared_ptr<grpc::Channel> channel() { return channel_; }

  // For one call by someone who holds these roles.
  std::unique_ptr<grpc::ClientContext> Context(
      const std::vector<std::string>& roles = {"*:administrator"},
      Language language = Language::kEnglish, const std::string& subject = "tester");

  std::string Token(const std::vector<std::string>& roles, const std::string& subject = "tester");

  // The database of a service, for looking behind its back: "mudiriya_registry".
  std::string SchemaOf(const std::string& schema) const;

  server::Server& server() { return *server_; }

 private:
  const std::string suffix_;  // makes the schemas this fixture's own
  std::vector<std::string> schemas_;
  std::unique_ptr<server::Server> server_;
  std::shared_ptr<grpc::Channel> channel_;
};

}  // namespace mudiriya::testing

#endif  // MUDIRIYA_TESTS_TESTING_SERVICE_FIXTURE_H_
