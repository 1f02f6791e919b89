#include "tests/testing/service_fixture.h"

#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <utility>

#include "absl/strings/str_cat.h"
#include "common/client/context.h"
#include "common/db/session.h"
#include "gtest/gtest.h"
#include "tests/testing/database.h"

namespace mudiriya::testing {
namespace {

template <typename T>
T Require(absl::StatusOr<T> result) {
  if (result.ok()) return *std::move(result);
  std::fprintf(stderr, "service fixture: %s\n", result.status().ToString().c_str());
  std::abort();
}

std::string NextSuffix() {
  static std::atomic<int> count = 0;
  return absl::StrCat("_", ++count);
}

std::string DataFolder() { return absl::StrCat(::testing::TempDir(), "services-", getpid()); }

}  // namespace

ServiceFixture::ServiceFixture(std::vector<server::Service> services, int workers)
    : suffix_(NextSuffix()) {
  bool stores = false;
  for (server::Service& service : services) {
    if (service.schema.empty()) continue;
    stores = true;
    service.schema = SchemaOf(service.schema);
    schemas_.push_back(service.schema);
  }
  server::ServerOptions options;
  options.listen = "127.0.0.1:0";
  options.data_dir = absl::StrCat(DataFolder(), suffix_);
  options.workers = workers;
  options.reflection = false;
  if (stores) {
    const db::DatabaseOptions database = TestServer().options();
    options.database = absl::StrCat("unix:", database.unix_socket, "?user=", database.user);
  }
  server_ = Require(server::Server::Start(options, services));
  channel_ = server_->InProcessChannel();
}

ServiceFixture::~ServiceFixture() {
  server_->Stop();
  std::filesystem::remove_all(absl::StrCat(DataFolder(), suffix_));
  if (schemas_.empty()) return;
  const auto session = db::Session::Open(TestServer().options());
  for (const std::string& schema : schemas_) {
    if (session.ok()) {
      (*session)->ExecuteDirect(absl::StrCat("DROP DATABASE ", schema)).IgnoreError();
    }
  }
}

std::unique_ptr<grpc::ClientContext> ServiceFixture::Context(const std::vector<std::string>& roles,
                                                             Language language,
                                                             const std::string& subject) {
  auto context = std::make_unique<grpc::ClientContext>();
  client::Prepare(Token(roles, subject), language, context.get());
  return context;
}

std::string ServiceFixture::Token(const std::vector<std::string>& roles,
                                  const std::string& subject) {
  return Require(server_->MintToken({.subject = subject, .roles = roles}));
}

std::string ServiceFixture::SchemaOf(const std::string& schema) const {
  return absl::StrCat(schema, suffix_);
}

}  // namespace mudiriya::testing
