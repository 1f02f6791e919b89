// The whole server, without a database: start, identity, peers, health, periodic tasks, stop.

#include "common/server/server.h"

#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <future>
#include <memory>
#include <string>
#include <thread>
#include <utility>

#include "absl/strings/str_cat.h"
#include "common/client/channel.h"
#include "common/client/client_file.h"
#include "common/client/context.h"
#include "common/server/files.h"
#include "common/status/errors.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/common/server/auth/key_pair.h"
#include "tests/common/server/thing_server.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::test {
namespace {

using ::mudiriya::testing::HasError;
using ::mudiriya::testing::IsOk;
using ::mudiriya::testing::StatusIs;
using server::Server;
using server::ServerOptions;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr char kName[] = "directorates/homs/things/a";

struct Turns {
  std::atomic<int> done = 0;
};

// Asks the service "things", which may be this process, in the service's own name.
absl::Status AskPeer(Call& call) {
  grpc::ClientContext context;
  client::Prepare(call, &context);
  v1::GetThingRequest request;
  request.set_name(kName);
  v1::Thing thing;
  auto stub = v1::ThingService::NewStub(
      std::shared_ptr<grpc::Channel>(std::shared_ptr<void>(), &call.service<grpc::Channel>()));
  const absl::Status status = FromGrpcStatus(stub->GetThing(&context, request, &thing));
  if (status.ok()) ++call.service<Turns>().done;
  return status;
}

server::Service Things() {
  return {.name = "things",
          .contracts = {ThingContract()},
          .setup = [](server::Setup& setup) -> absl::Status {
            setup.services().Add(std::make_shared<Gate>());
            setup.services().Add(std::make_shared<WatchPace>());
            return absl::OkStatus();
          }};
}

// A service without contracts of its own that reads another one periodically.
server::Service Reader(std::shared_ptr<Turns> turns) {
  return {.name = "reader",
          .contracts = {},
          .setup = [turns](server::Setup& setup) -> absl::Status {
            setup.services().Add(turns);
            auto channel = setup.Peer("things");
            if (!channel.ok()) return channel.status();
            setup.services().Add(*std::move(channel));
            return absl::OkStatus();
          },
          .periodic_tasks = {{"ask", absl::Milliseconds(1), &AskPeer}}};
}

class ServerTest : public ::testing::Test {
 protected:
  ServerTest() {
    options_.listen = "127.0.0.1:0";
    options_.data_dir =
        absl::StrCat(::testing::TempDir(), "server-", getpid(), "-",
                     ::testing::UnitTest::GetInstance()->current_test_info()->name());
    options_.workers = 1;
  }
  ~ServerTest() override { std::filesystem::remove_all(options_.data_dir); }

  absl::Status Get(const std::shared_ptr<grpc::Channel>& channel, const std::string& token) {
    grpc::ClientContext context;
    client::Prepare(token, Language::kEnglish, &context);
    v1::GetThingRequest request;
    request.set_name(kName);
    v1::Thing thing;
    return FromGrpcStatus(v1::ThingService::NewStub(channel)->GetThing(&context, request, &thing));
  }

  ServerOptions options_;
};

TEST_F(ServerTest, AnswersOverTheNetworkWithTheTokenThatItLeavesBehind) {
  ASSERT_OK_AND_ASSIGN(const auto server, Server::Start(options_, {Things()}));
  ASSERT_OK(server->WriteClientFile());
  struct stat file = {};
  ASSERT_EQ(stat((options_.data_dir + "/client.json").c_str(), &file), 0);
  EXPECT_EQ(file.st_mode & 0777, 0600u);
  ASSERT_OK_AND_ASSIGN(const client::ClientFile found, client::ReadClientFile(options_.data_dir));
  ASSERT_OK_AND_ASSIGN(const auto channel,
                       client::Connect({.address = found.address, .tls_ca = ""}));
  EXPECT_THAT(Get(channel, found.token), IsOk());
  EXPECT_THAT(Get(channel, found.token + "x"), HasError(Reason::UNAUTHENTICATED));
}

TEST_F(ServerTest, TrustsTheIdentityProviderItIsGiven) {
  const server::KeyPair provider = server::KeyPair::Rsa("r1");
  ASSERT_OK(server::MakePrivateDirectory(options_.data_dir));
  options_.jwks = options_.data_dir + "/provider.json";
  options_.issuer = "https://id.example";
  ASSERT_OK(server::WriteFile(options_.jwks, provider.Jwks(), 0644));
  ASSERT_OK_AND_ASSIGN(const auto server, Server::Start(options_, {Things()}));
  server::TokenClaims claims = server::GoodClaims(absl::Now());
  EXPECT_THAT(Get(server->InProcessChannel(), provider.Sign(claims)), HasError(Reason::NOT_FOUND));
  claims.roles = {"homs:viewer"};
  EXPECT_THAT(Get(server->InProcessChannel(), provider.Sign(claims)), IsOk());
}

TEST_F(ServerTest, DoesNotStartWithAFaultyContract) {
  server::Service faulty = Things();
  const std::string name = FaultyContract("NoPermissionService");
  faulty.contracts[0].name = name.c_str();
  EXPECT_THAT(
      Server::Start(options_, {faulty}),
      StatusIs(absl::StatusCode::kFailedPrecondition, HasSubstr("NoPermissionService.GetOpen")));
}

TEST_F(ServerTest, DoesNotStartAtAnAddressThatIsTaken) {
  ASSERT_OK_AND_ASSIGN(const auto first, Server::Start(options_, {Things()}));
  options_.listen = first->address();
  EXPECT_THAT(Server::Start(options_, {Things()}),
              StatusIs(absl::StatusCode::kUnavailable, HasSubstr(first->address())));
}

TEST_F(ServerTest, DoesNotStartWithoutAPeerThatAServiceNeeds) {
  EXPECT_THAT(Server::Start(options_, {Reader(std::make_shared<Turns>())}),
              StatusIs(absl::StatusCode::kFailedPrecondition, HasSubstr("--peer things=")));
}

TEST_F(ServerTest, PeriodicTasksReachOtherServicesInTheProcessAgainAndAgain) {
  const auto turns = std::make_shared<Turns>();
  ASSERT_OK_AND_ASSIGN(const auto server, Server::Start(options_, {Things(), Reader(turns)}));
  while (turns->done < 3) std::this_thread::yield();
  server->Stop();
  const int done = turns->done;
  EXPECT_THAT(server->metrics().Text(),
              HasSubstr("mudiriya_periodic_tasks_total{result=\"ok\",service=\"reader\""));
  EXPECT_EQ(turns->done, done) << "nothing runs after the stop";
}

TEST_F(ServerTest, ReachesAPeerByItsAddress) {
  ASSERT_OK_AND_ASSIGN(const auto things, Server::Start(options_, {Things()}));
  ServerOptions other = options_;
  other.listen = "127.0.0.1:0";
  other.peers["things"] = things->address();
  const auto turns = std::make_shared<Turns>();
  ASSERT_OK_AND_ASSIGN(const auto reader, Server::Start(other, {Reader(turns)}));
  while (turns->done < 1) std::this_thread::yield();
}

TEST_F(ServerTest, HealthTellsReadinessOfEachContract) {
  ASSERT_OK_AND_ASSIGN(const auto server, Server::Start(options_, {Things()}));
  ASSERT_OK_AND_ASSIGN(const auto channel,
                       client::Connect({.address = server->address(), .tls_ca = ""}));
  EXPECT_TRUE(IsServing(*channel, ""));
  EXPECT_TRUE(IsServing(*channel, "liveness"));
  EXPECT_TRUE(IsServing(*channel, "mudiriya.test.v1.ThingService"));
  EXPECT_FALSE(IsServing(*channel, "mudiriya.test.v1.Nothing"));
}

TEST_F(ServerTest, PeriodicTasksThatRunWhileTheServerStopsStillReachTheirPeers) {
  for (int i = 0; i < 20; ++i) {
    const auto turns = std::make_shared<Turns>();
    ASSERT_OK_AND_ASSIGN(const auto server, Server::Start(options_, {Things(), Reader(turns)}));
    while (turns->done < 1) std::this_thread::yield();
    server->Stop();
    EXPECT_THAT(server->metrics().Text(), Not(HasSubstr("result=\"failed\"")));
  }
}

TEST_F(ServerTest, StoppingLetsRunningCallsFinish) {
  auto gate = std::make_shared<Gate>();
  server::Service things = Things();
  things.setup = [gate](server::Setup& setup) -> absl::Status {
    setup.services().Add(gate);
    return absl::OkStatus();
  };
  ASSERT_OK_AND_ASSIGN(const auto server, Server::Start(options_, {things}));
  ASSERT_OK_AND_ASSIGN(const std::string token,
                       server->MintToken({.subject = "u", .roles = {"homs:viewer"}}));
  ASSERT_OK_AND_ASSIGN(const auto channel,
                       client::Connect({.address = server->address(), .tls_ca = ""}));
  gate->Close();
  auto running = std::async(std::launch::async, [&] { return Get(channel, token); });
  gate->WaitFor(1);
  std::thread stop([&] { server->Stop(); });
  while (IsServing(*channel, "")) std::this_thread::yield();
  gate->Open();
  stop.join();
  EXPECT_THAT(running.get(), IsOk());
}

}  // namespace
}  // namespace mudiriya::test
